import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { forgetCodeTries, takeCodeTry } from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import { startSession } from '#app/http/session.server.ts';
import { forgetStep, pressOfStep, stepOf } from '#app/http/steps.server.ts';
import { CodeField } from '#app/people/PasswordFields.tsx';
import { tryCode } from '#app/people/run-codes.server.ts';
import { whoseStep } from '#app/people/sign-in.server.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('One-time code');

export async function loader({ request }: LoaderFunctionArgs) {
  return stepOf(request) === null ? redirect(links.signIn()) : null;
}

const TypedCode = z.object({
  code: z.string('Enter the code').min(1, 'Enter the code').max(40, 'Enter the code'),
});

export async function action({ request }: ActionFunctionArgs) {
  const read = await parseForm(request, TypedCode);
  const step = stepOf(request);
  const person = step && (await whoseStep(step, 'code'));
  if (!step || !person) return redirect(links.signIn());
  if (!read.ok) return badInput(read.problems);
  if (!(await takeCodeTry(person.id))) return badInput([{ field: 'code', message: TOO_MANY }]);
  const { code } = read.value;
  const came = await tryCode(person, code, new Date(), pressOfStep(request, code));
  if (came !== 'fits') {
    return badInput([{ field: 'code', message: came === 'used' ? USED : WRONG }]);
  }
  await forgetCodeTries(person.id);
  const headers = new Headers();
  headers.append('Set-Cookie', await startSession(request, person, { way: 'password' }));
  headers.append('Set-Cookie', forgetStep(request));
  return redirect(step.next, { headers });
}

const TOO_MANY = 'Too many wrong codes. Wait 15 minutes, then try again';
const WRONG = 'The code is wrong. Type the one that your phone shows now';
const USED = 'This code was used already. Wait until your phone shows the next one';

export default function Code() {
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <ErrorSummary problems={answer?.problems} />
      <Heading>One-time code</Heading>
      <Form>
        <CodeField answer={answer} />
        <Button>Continue</Button>
      </Form>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">I do not have my phone</span>
        </summary>
        <div className="govuk-details__text">
          Type one of your recovery codes instead. If you have none, an administrator of your
          authority can take your one-time codes away, so that you set them up anew.
        </div>
      </details>
    </StaffFrame>
  );
}
