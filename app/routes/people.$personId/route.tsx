import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { invitationFor } from '#app/http/at-directory.server.ts';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireRecentSignIn, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { STAFF_ROLES } from '#app/people/can.ts';
import { NewPassword } from '#app/people/email.ts';
import { OnePersonPage } from '#app/people/OnePersonPage.tsx';
import {
  colleagueNamed,
  inviteToAccount,
  unlinkAccount,
  waysOfColleague,
} from '#app/people/run-access.server.ts';
import { resetCodes } from '#app/people/run-codes.server.ts';
import { changeRole, closeAccount, resetPassword } from '#app/people/run-people.server.ts';
import { endSessionsOfColleague, sessionsOfColleague } from '#app/people/run-sessions.server.ts';
import { StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('One person');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const id = params.personId ?? '';
  const ways = await waysOfColleague(person, id);
  await requireRecentSignIn(request);
  return { id, ways, sessions: await sessionsOfColleague(person, id, new Date()) };
});

const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('role'),
    role: z.enum(STAFF_ROLES, 'Choose what this person does'),
  }),
  z.object({ intent: z.literal('password'), password: NewPassword }),
  z.object({ intent: z.literal('codes') }),
  z.object({ intent: z.literal('sessions') }),
  z.object({ intent: z.literal('invite') }),
  z.object({ intent: z.literal('unlink') }),
  z.object({ intent: z.literal('close') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const id = params.personId ?? '';
  await colleagueNamed(person, id);
  await requireRecentSignIn(request);
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems);
  const change = read.value;
  // Of a closed account nothing else can be changed.
  if (change.intent !== 'unlink') await waysOfColleague(person, id);
  const done = (words: string) => redirectSaying(request, links.people(), words);
  switch (change.intent) {
    case 'role': {
      const outcome = await changeRole(person, id, change.role);
      return outcome.done
        ? done('The role is changed.')
        : badInput([outcome], { role: change.role });
    }
    case 'password':
      await resetPassword(person, id, change.password);
      return done('The new password is set.');
    case 'codes':
      await resetCodes(person, id);
      return done('Their one-time codes are taken away. They can set them up anew.');
    case 'sessions':
      await endSessionsOfColleague(person, id);
      return done('They are signed out everywhere.');
    case 'invite': {
      await inviteToAccount(person, id);
      const invited = invitationFor(person.authorityId, id);
      const invitation = links.signInWith(person.authorityId, { invited });
      return data({ problems: [], typed: {}, invitation: publicAddress(request, invitation) });
    }
    case 'unlink':
      await unlinkAccount(person, id);
      return done('Their account of the directory is taken off.');
    case 'close': {
      const outcome = await closeAccount(person, id);
      return outcome.done ? done('The account is closed.') : badInput([outcome]);
    }
  }
});

export default function OnePerson() {
  const { id, ...about } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <OnePersonPage
        {...about}
        invitation={answer && 'invitation' in answer ? answer.invitation : null}
        answer={answer}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={links.staffData(id)}>
          What is held of them
        </a>
      </p>
    </StaffFrame>
  );
}
