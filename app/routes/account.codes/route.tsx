import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireRecentSignIn, requireStaff } from '#app/http/guards.server.ts';
import { forgetCodeTries, takeCodeTry } from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import { keyToShow } from '#app/http/new-key.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { signedIn } from '#app/http/session.server.ts';
import { forgetNewKey, newKeyOf } from '#app/http/steps.server.ts';
import type { Person } from '#app/people/can.ts';
import {
  makeRecoveryCodes,
  myCodes,
  removeMyCodes,
  setUpCodes,
} from '#app/people/run-codes.server.ts';
import { RecoveryCodes, SetUpCodes } from '#app/people/SetUpCodes.tsx';
import { YourCodes } from '#app/people/YourCodes.tsx';
import { Breadcrumbs, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { besidePress } from '#db/press.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('One-time codes');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person, authority } = await requireStaff(request);
  await requireRecentSignIn(request);
  const codes = await myCodes(person);
  const anew = new URL(request.url).searchParams.has('anew');
  if (codes.setUpAt !== null && !anew) return data({ codes, shown: null });
  const { shown, cookie } = keyToShow(request, person, authority.name);
  return data({ codes, shown }, { headers: { 'Set-Cookie': cookie } });
});

const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('set-up'),
    code: z.string('Enter the code').min(1, 'Enter the code').max(40, 'Enter the code'),
  }),
  z.object({ intent: z.literal('recovery') }),
  z.object({ intent: z.literal('remove') }),
]);

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  await requireRecentSignIn(request);
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems);
  const change = read.value;
  const here = (await signedIn(request))?.tokenHash ?? '';
  switch (change.intent) {
    case 'set-up':
      return setUp(request, person, change.code, here);
    case 'recovery':
      // Pressed twice, the page shows the ones that are valid: they are shown this once.
      return data({ recovery: await besidePress(() => makeRecoveryCodes(person)) });
    case 'remove':
      await removeMyCodes(person, here);
      return redirectSaying(request, links.account(), 'Your one-time codes are removed.');
  }
});

async function setUp(request: Request, person: Person, code: string, keep: string) {
  const wrong = (message: string) => badInput([{ field: 'code', message }]);
  if (!(await takeCodeTry(person.id))) {
    return wrong('Too many wrong codes. Wait 15 minutes, then try again');
  }
  const key = newKeyOf(request, person.id);
  if (!key) return wrong('The page was open for too long. Add the key below to your phone anew');
  const recovery = await besidePress(() => setUpCodes(person, { key, code, keep }, new Date()));
  if (!recovery) return wrong('The code is wrong. Type the one that your phone shows now');
  await forgetCodeTries(person.id);
  return data({ recovery }, { headers: { 'Set-Cookie': forgetNewKey(request) } });
}

export default function Codes() {
  const { codes, shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.account(), words: 'Your account' }]} />
      {answer && 'recovery' in answer ? (
        <RecoveryCodes
          codes={answer.recovery}
          onHref={links.account()}
          on="I have kept them: continue"
        />
      ) : shown ? (
        <SetUpCodes {...shown} required={codes.required} answer={answer} />
      ) : (
        <YourCodes {...codes} />
      )}
    </StaffFrame>
  );
}
