import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { EditorTrail } from '#app/survey/editor/EditorNav.tsx';
import { goBackTo } from '#app/survey/editor/edit-questions.server.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { Form } from '#app/ui/Form.tsx';
import { Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { editsOf } from '#db/survey-edits.ts';

export const meta = () => titleOf('Changes to the questions');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const survey = await surveyOf(read, programme, params.surveyId ?? '');
  const edits = await editsOf(read, programme.authorityId, survey.id);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    edits: edits.map((edit) => ({ ...edit, when: sayMoment(edit.editedAt) })),
    mayEdit: can(person, 'survey.edit', programme),
  };
});

const Back = z.object({ to: z.coerce.number().int().min(0), seen: z.coerce.number().int() });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Back);
  if (!read.ok) return badInput(read.problems, read.typed);
  await goBackTo(person, programme, surveyId, read.value.seen, read.value.to);
  const to = links.surveyQuestions(programme.id, surveyId);
  return redirectSaying(request, to, 'The questions stand as they did then.');
});

export default function History() {
  const { programmeId, survey, edits, mayEdit } = useLoaderData<typeof loader>();
  const [newest] = edits;
  return (
    <>
      <EditorTrail programmeId={programmeId} survey={survey} inside />
      <Heading caption={survey.title}>Changes to the questions</Heading>
      <Form>
        <input type="hidden" name="seen" value={newest?.number ?? 0} />
        <Table
          caption="Newest first. Going back to a state is a change too: nothing is lost by it."
          captionSize="s"
          rows={edits}
          rowKey={({ id }) => id}
          columns={[
            { header: 'When', cell: ({ when }) => when },
            {
              header: 'What',
              rowHeader: true,
              cell: ({ byName, what }) => (
                <span className="tl-address">
                  {byName} {what}
                </span>
              ),
            },
            {
              header: 'Go back',
              cell: ({ number }) =>
                number === newest?.number ? (
                  'This is how it stands'
                ) : mayEdit.yes ? (
                  <button type="submit" className="tl-link-button" name="to" value={number}>
                    Back to this
                    <span className="govuk-visually-hidden">, change {number}</span>
                  </button>
                ) : null,
            },
          ]}
          empty={<p className="govuk-body">Nothing was changed yet.</p>}
        />
      </Form>
    </>
  );
}
