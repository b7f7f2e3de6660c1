import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { ProgrammeForm } from '#app/people/programme.ts';
import { ProgrammeFields } from '#app/people/ProgrammeFields.tsx';
import { startProgramme } from '#app/people/run-programme.server.ts';
import { packsOfAuthority } from '#app/plan/coverage/read-packs.server.ts';
import { packChoices } from '#app/programme/pack-choices.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('Start a programme');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  allow(person, 'programme.edit', person);
  return { packs: packChoices(await packsOfAuthority(theStore().read, person.authorityId)) };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, ProgrammeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const programme = await startProgramme(person, read.value);
  return redirectSaying(request, links.programme(programme.id), 'The programme is started.');
});

export default function NewProgramme() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.programmes(), words: 'Programmes' }]} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary problems={answer?.problems} />
          <Heading>Start a programme</Heading>
          <Form>
            <ProgrammeFields packs={data.packs} answer={answer} />
            <Button>Start the programme</Button>
          </Form>
        </div>
      </div>
    </StaffFrame>
  );
}
