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
import { LinkList } from '#app/ui/LinkList.tsx';
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

/** What an administrator settles besides the name. */
const PARTS = [
  {
    href: links.privacy(),
    words: 'Personal data: requests, who read what, and how long everything is kept',
  },
  {
    href: links.signingIn(),
    words: 'Signing in: your authority’s accounts, passwords and one-time codes',
  },
  { href: links.system(), words: 'How the system is: backups, mail, room on the disk' },
  { href: links.dislikedWords(), words: 'Words that families dislike' },
  {
    href: links.languages(),
    words: 'Languages of families’ pages, and who has checked them',
  },
  {
    href: links.consultingTime(),
    words: 'How long formal consultations are open, and days of elections',
  },
];

export default function AuthorityPage() {
  const { name, colour } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <ErrorSummary problems={answer?.problems} />
      <Heading>The authority</Heading>
      <LinkList className="govuk-list govuk-list--spaced" items={PARTS} />
      <h2 className="govuk-heading-m">Name and colour</h2>
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
    </StaffFrame>
  );
}
