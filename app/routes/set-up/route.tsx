import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { startSession } from '#app/http/session.server.ts';
import { AuthorityColour, AuthorityName } from '#app/people/authority.ts';
import { Email, NewPassword, PersonName } from '#app/people/email.ts';
import { setUp } from '#app/people/set-up.server.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { authoritiesHere } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('Set up Throughline');

export const loader = answering(async () => {
  if ((await authoritiesHere(theStore().read)).length > 0) return redirect(links.signIn());
  return null;
});

const SetUp = z.object({
  authorityName: AuthorityName,
  colour: AuthorityColour,
  name: PersonName,
  email: Email,
  password: NewPassword,
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const read = await parseForm(request, SetUp);
  if (!read.ok) {
    const { password: _never, ...typed } = read.typed;
    return badInput(read.problems, typed);
  }
  const person = await setUp(read.value);
  return redirect(links.newProgramme(), {
    headers: { 'Set-Cookie': await startSession(request, person) },
  });
});

export default function SetUpPage() {
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary problems={answer?.problems} />
          <Heading>Set up Throughline for your authority</Heading>
          <p className="govuk-body">
            You become the first administrator. You can add the others afterwards.
          </p>
          <Form>
            <TextField
              name="authorityName"
              label="Name of the authority"
              hint="As families know it, such as Halton Borough Council"
              answer={answer}
            />
            <TextField
              name="colour"
              label="Colour of the authority"
              hint="As in your brand guide, such as #0b5cad"
              width={10}
              value="#0b5cad"
              answer={answer}
              spellCheck={false}
            />
            <TextField name="name" label="Your name" autoComplete="name" answer={answer} />
            <TextField
              name="email"
              label="Your e-mail address"
              type="email"
              autoComplete="username"
              answer={answer}
              spellCheck={false}
            />
            <TextField
              name="password"
              label="Choose a password"
              hint="12 characters or more. Three random words do well."
              type="password"
              autoComplete="new-password"
              answer={answer}
            />
            <Button>Set up and start a programme</Button>
          </Form>
        </div>
      </div>
    </StaffFrame>
  );
}
