import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireRecentSignIn, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Domains, RoleLines } from '#app/people/directory.ts';
import {
  setDirectory,
  setPasswords,
  signInSeen,
  tryMyDirectory,
} from '#app/people/set-sign-in.server.ts';
import { SigningInPage } from '#app/people/SigningInPage.tsx';
import { StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('Signing in');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const seen = await signInSeen(person);
  await requireRecentSignIn(request);
  return {
    seen,
    redirectUri: publicAddress(request, links.signInBack(person.authorityId)),
    signedOutUri: publicAddress(request, links.signedOut()),
  };
});

const tick = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => value !== undefined);
const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('directory'),
    issuer: z.string().max(300, 'Issuer must be 300 characters or fewer').default(''),
    clientId: z.string().max(200, 'Client ID must be 200 characters or fewer').default(''),
    clientSecret: z.string().max(400, 'Client secret must be 400 characters or fewer').default(''),
    domains: Domains,
    trustsEmail: tick,
    mayAsk: tick,
    roles: RoleLines,
  }),
  z.object({
    intent: z.literal('passwords'),
    passwords: z.enum(['allowed', 'off'], 'Say whether passwords may be used'),
    codeRequired: tick,
  }),
  z.object({ intent: z.literal('try') }),
]);

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  await signInSeen(person);
  await requireRecentSignIn(request);
  const read = await parseForm(request, Change);
  const { clientSecret: _never, ...typed } = read.typed;
  if (!read.ok) return badInput(read.problems, typed);
  const change = read.value;
  switch (change.intent) {
    case 'try':
      return data({ findings: await tryMyDirectory(person) });
    case 'directory': {
      const outcome = await setDirectory(person, change);
      if (!outcome.done) return badInput([outcome], typed);
      return redirectSaying(request, links.signingIn(), 'It is saved. Try it now.');
    }
    case 'passwords': {
      const { passwords, codeRequired } = change;
      const entered = { passwordsAllowed: passwords === 'allowed', codeRequired };
      const outcome = await setPasswords(person, entered);
      if (!outcome.done) return badInput([outcome], typed);
      return redirectSaying(request, links.signingIn(), 'It is saved.');
    }
  }
});

export default function SigningIn() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const findings = answer && 'findings' in answer ? answer.findings : null;
  return (
    <StaffFrame>
      <SigningInPage
        {...loaded}
        findings={findings}
        answer={answer && 'problems' in answer ? answer : undefined}
      />
    </StaffFrame>
  );
}
