import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import {
  countWrongPassword,
  forgetWrongPasswords,
  mayTryPassword,
} from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import { signedIn, startSession } from '#app/http/session.server.ts';
import { Email } from '#app/people/email.ts';
import { signIn } from '#app/people/sign-in.server.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };

export async function loader({ request }: LoaderFunctionArgs) {
  return (await signedIn(request)) ? redirect(links.front()) : null;
}

const SignIn = z.object({
  email: Email,
  password: z
    .string('Enter your password')
    .min(1, 'Enter your password')
    .max(200, 'Enter your password'),
});

export async function action({ request }: ActionFunctionArgs) {
  const read = await parseForm(request, SignIn);
  if (!read.ok) return badInput(read.problems, keepEmail(read.typed));
  const { email, password } = read.value;
  const typed = { email };
  if (!(await mayTryPassword(email))) {
    const message = 'Too many wrong passwords for this address. Wait 15 minutes, then try again';
    return badInput([{ field: 'email', message }], typed);
  }
  const person = await signIn(email, password);
  if (!person) {
    await countWrongPassword(email);
    const message = 'The e-mail address or the password is wrong. Check both and try again';
    return badInput([{ field: 'email', message }], typed);
  }
  await forgetWrongPasswords(email);
  return redirect(pathOfOurs(new URL(request.url).searchParams.get('next')), {
    headers: { 'Set-Cookie': await startSession(request, person) },
  });
}

/** A password is never sent back to the page. */
const keepEmail = (typed: Record<string, string | string[]>) => ({ email: typed.email ?? '' });

/** Only a path of our own: a link must not send somebody elsewhere after signing in. */
function pathOfOurs(next: string | null): string {
  if (!next?.startsWith('/')) return links.front();
  // Read as a browser reads it: it drops tabs and takes "\\" for "/", so "/\t/elsewhere" leads away.
  const here = 'http://ours.invalid';
  const to = URL.canParse(next, here) ? new URL(next, here) : null;
  const ours = to?.origin === here && !to.pathname.startsWith('//');
  return ours ? to.pathname + to.search : links.front();
}

export const meta = () => titleOf('Sign in');

export default function SignInPage() {
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary problems={answer?.problems} />
          <Heading>Sign in</Heading>
          <Form>
            <TextField
              name="email"
              label="E-mail address"
              type="email"
              autoComplete="username"
              answer={answer}
              spellCheck={false}
            />
            <TextField
              name="password"
              label="Password"
              type="password"
              autoComplete="current-password"
              answer={answer}
            />
            <Button>Sign in</Button>
          </Form>
          <p className="govuk-body">
            Forgotten your password? Ask an administrator of your authority for a new one.
          </p>
        </div>
      </div>
    </StaffFrame>
  );
}
