import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { needBoxes } from '#app/theory/starting.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { Choices, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { registerForTheory, theoryOfProgramme } from '#db/theory.ts';
import { starterTheories, starterTheory } from '#templates/theories/index.ts';

const StartForm = z.object({
  title: z
    .string('Enter a title')
    .min(1, 'Enter a title')
    .max(200, 'Title must be 200 characters or fewer'),
  begin: z.enum(
    ['needs', 'blank', ...starterTheories.map(({ id }) => id)],
    'Choose what to begin with',
  ),
});

export const meta = () => titleOf('Start the theory of change');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  if (await theoryOfProgramme(read, programme.authorityId, programme.id)) {
    throw redirect(links.theory(programme.id));
  }
  const register = await registerForTheory(read, programme.authorityId, programme.id);
  const may = can(person, 'theory.edit', programme);
  return {
    programme: { id: programme.id, title: programme.title },
    needs: needBoxes(register, () => '').length,
    starters: starterTheories.map(({ id, name, summary, theory }) => ({
      id,
      name,
      summary,
      boxes: theory.boxes.length,
    })),
    readOnly: may.yes ? null : may.reason,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, StartForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { title, begin } = read.value;
  const content = starterTheory(begin)?.theory;
  const { boxes } = await startTheory(person, programme.id, {
    title,
    fromNeeds: begin !== 'blank',
    ...(content === undefined ? {} : { content }),
  });
  const said = `The theory of change is started with ${many(boxes, 'box', 'boxes')}.`;
  return redirectSaying(request, links.theory(programme.id), said);
});

export default function StartTheory() {
  const { programme, needs, starters, readOnly } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary problems={answer?.problems} />
        <Heading caption="Theory of change">Start the theory of change</Heading>
        <p className="govuk-body-l">
          It says which need each activity answers, what changes for families because of it, and why
          you believe that. Fifteen to thirty boxes are enough.
        </p>
        {readOnly === null ? (
          <Form>
            <TextField
              name="title"
              label="Title"
              value={`How ${programme.title} makes a difference`}
              answer={answer}
            />
            <Choices
              kind="radios"
              name="begin"
              label="What do you want to begin with?"
              answer={answer}
              values={[needs > 0 ? 'needs' : 'blank']}
              options={[
                {
                  value: 'needs',
                  label: 'The needs of the register',
                  hint:
                    needs === 0
                      ? 'The register is empty: write the first need under Needs'
                      : `${many(needs, 'need')}, a box each. You add what answers them`,
                },
                ...starters.map(({ id, name, summary, boxes }) => ({
                  value: id,
                  label: `Starter: ${name}`,
                  hint: `${summary} ${boxes} boxes to argue with and change${needs === 0 ? '' : ', and your needs'}.`,
                })),
                {
                  value: 'blank',
                  label: 'An empty page',
                  hint: 'For a workshop with sticky notes',
                },
              ]}
            />
            <Button>Start the theory</Button>
          </Form>
        ) : (
          <p className="govuk-body tl-reason">There is no theory of change yet. {readOnly}</p>
        )}
        {readOnly === null ? (
          <p className="govuk-body">
            Or{' '}
            <a className="govuk-link" href={links.importTheory(programme.id)}>
              bring in a theory that you have as a table or a file
            </a>
            .
          </p>
        ) : null}
      </div>
    </div>
  );
}
