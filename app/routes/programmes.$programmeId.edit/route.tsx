import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { ProgrammeForm } from '#app/people/programme.ts';
import { ProgrammeFields } from '#app/people/ProgrammeFields.tsx';
import { editProgramme } from '#app/people/run-programme.server.ts';
import { packsOfAuthority } from '#app/plan/coverage/read-packs.server.ts';
import { packChoices } from '#app/programme/pack-choices.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change the programme');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'programme.edit');
  return {
    programme,
    packs: packChoices(await packsOfAuthority(theStore().read, programme.authorityId)),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'programme.edit');
  const read = await parseForm(request, ProgrammeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await editProgramme(person, programme.id, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'title', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.programme(programme.id), 'The programme is changed.');
});

export default function EditProgramme() {
  const { programme, packs: choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary problems={answer?.problems} />
        <Heading>Change the programme</Heading>
        <Form>
          {/* The version on the page as it is now: after a conflict, saving again is a choice. */}
          <input type="hidden" name="version" value={programme.version} />
          <ProgrammeFields packs={choices} answer={answer} values={programme} />
          <Button>Save the programme</Button>
        </Form>
        <p className="govuk-body">
          <a className="govuk-link" href={links.impactAssessment(programme.id)}>
            Data protection impact assessment
          </a>
        </p>
      </div>
    </div>
  );
}
