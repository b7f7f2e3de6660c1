import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { AuthorityColour, AuthorityName } from '#app/people/authority.ts';
import { changeAuthority } from '#app/people/run-people.server.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('The authority');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person, authority } = await requireStaff(request);
  allow(person, 'authority.edit', person);
  return { name: authority.name, colour: authority.colour };
});

const Change = z.object({ name: AuthorityName, colour: AuthorityColour });

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  await changeAuthority(person, read.value);
  return redirectSaying(request, links.authority(), 'The name and colour are changed.');
});

export default function AuthorityPage() {
  const { name, colour } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <ErrorSummary problems={answer?.problems} />
      <Heading>The authority</Heading>
      <p className="govuk-body">
        <a className="govuk-link" href={links.dislikedWords()}>
          Words that families dislike
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.consultingTime()}>
          How long formal consultations are open, and days of elections
        </a>
      </p>
      <Form>
        <TextField
          name="name"
          label="Name of the authority"
          hint="As families know it"
          answer={answer}
          value={name}
        />
        <TextField
          name="colour"
          label="Colour"
          hint="As in your brand guide, such as #0b5cad"
          width={10}
          answer={answer}
          value={colour}
          spellCheck={false}
        />
        <Button>Save the name and colour</Button>
      </Form>
      <p className="govuk-body">
        <a className="govuk-link" href={links.languages()}>
          Languages of families’ pages, and who has checked them
        </a>
      </p>
    </StaffFrame>
  );
}
