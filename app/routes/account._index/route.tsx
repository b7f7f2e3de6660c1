import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { forgetPasswordTries, takePasswordTry } from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { signedIn } from '#app/http/session.server.ts';
import { AccountPage } from '#app/people/AccountPage.tsx';
import { ROLE_NAMES } from '#app/people/can.ts';
import { NewPassword } from '#app/people/email.ts';
import { myCodes } from '#app/people/run-codes.server.ts';
import { changeOwnPassword, signOutEverywhere } from '#app/people/run-people.server.ts';
import { endMyOtherSessions, endMySession, mySessions } from '#app/people/run-sessions.server.ts';
import { StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('Your account');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person, authority } = await requireStaff(request);
  const here = await signedIn(request);
  const { setUpAt, recoveryLeft } = await myCodes(person);
  return {
    name: person.name,
    role: ROLE_NAMES[person.role],
    authority: authority.name,
    codes: { setUp: setUpAt !== null, recoveryLeft },
    sessions: await mySessions(person, here?.tokenHash ?? '', new Date()),
  };
});

const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('password'),
    currentPassword: z.string().max(200, 'Enter your current password').default(''),
    newPassword: NewPassword,
  }),
  z.object({ intent: z.literal('end'), handle: z.string().max(64) }),
  z.object({ intent: z.literal('others') }),
  z.object({ intent: z.literal('everywhere') }),
]);

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems);
  const change = read.value;
  switch (change.intent) {
    case 'everywhere':
      await signOutEverywhere(person);
      return redirect(links.signIn());
    case 'end':
      await endMySession(person, change.handle, new Date());
      return redirectSaying(request, links.account(), 'That session is ended.');
    case 'others': {
      const here = await signedIn(request);
      await endMyOtherSessions(person, here?.tokenHash ?? '');
      return redirectSaying(request, links.account(), 'You are signed in here only now.');
    }
    case 'password':
      return changePassword(request, person, change);
  }
});

/** Tries at one's own account count together, from wherever they come. */
const OWN = 'own account';

/** Whoever sits at somebody's open session cannot guess their password here without end. */
async function changePassword(
  request: Request,
  person: Parameters<typeof changeOwnPassword>[0],
  change: { currentPassword: string; newPassword: string },
) {
  if (!(await takePasswordTry(person.id, OWN))) {
    const message = 'Too many wrong passwords. Wait 15 minutes, then try again';
    return badInput([{ field: 'currentPassword', message }]);
  }
  const outcome = await changeOwnPassword(person, change);
  if (!outcome.done) return badInput([outcome]);
  await forgetPasswordTries(person.id, OWN);
  return redirectSaying(
    request,
    links.signIn(),
    'Your password is changed. Sign in with the new one.',
  );
}

export default function Account() {
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <AccountPage {...useLoaderData<typeof loader>()} answer={answer} />
    </StaffFrame>
  );
}
