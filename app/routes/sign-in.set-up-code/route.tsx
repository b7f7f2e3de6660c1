import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { forgetCodeTries, takeCodeTry } from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import { keyToShow } from '#app/http/new-key.server.ts';
import { startSession } from '#app/http/session.server.ts';
import { forgetNewKey, forgetStep, newKeyOf, stepOf } from '#app/http/steps.server.ts';
import { setUpAMomentAgo, setUpCodes } from '#app/people/run-codes.server.ts';
import type { Person } from '#app/people/can.ts';
import { RecoveryCodes, SetUpCodes } from '#app/people/SetUpCodes.tsx';
import { whoseStep } from '#app/people/sign-in.server.ts';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { authorityById } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('Set up one-time codes');

type Next = 'code' | 'set-up-code';

/** Whose password was right, if this is what comes next for them. */
async function who(request: Request, next: Next) {
  const step = stepOf(request);
  const person = step && (await whoseStep(step, next));
  return step && person ? { step, person, next } : null;
}

export async function loader({ request }: LoaderFunctionArgs) {
  if (stepOf(request) === null) return redirect(links.signIn());
  const found = await who(request, 'set-up-code');
  // Set up a moment ago: the page of the recovery codes, which the action gives, goes on being shown.
  if (!found) return data(null);
  const authority = await authorityById(theStore().read, found.person.authorityId);
  const { shown, cookie } = keyToShow(request, found.person, authority?.name ?? '');
  return data(shown, { headers: { 'Set-Cookie': cookie } });
}

const TypedCode = z.object({ code: z.string('Enter the code').min(1, 'Enter the code').max(40) });

export async function action({ request }: ActionFunctionArgs) {
  const read = await parseForm(request, TypedCode);
  const found = (await who(request, 'set-up-code')) ?? (await who(request, 'code'));
  if (!found) return redirect(links.signIn());
  const { step, person, next } = found;
  const key = newKeyOf(request, person.id);
  // Whoever has codes is here by a second press only: the first one took the key away.
  if (next === 'code' && !key) return redirect(links.signIn());
  if (!read.ok) return badInput(read.problems);
  const may = await takeCodeTry(person.id);
  const codes = may && key ? await setUp(person, next, { key, code: read.value.code }) : null;
  if (!codes) return badInput([{ field: 'code', message: may ? WRONG : TOO_MANY }]);
  await forgetCodeTries(person.id);
  const headers = new Headers();
  headers.append('Set-Cookie', await startSession(request, person, { way: 'password' }));
  headers.append('Set-Cookie', forgetStep(request));
  headers.append('Set-Cookie', forgetNewKey(request));
  return data({ codes, next: step.next }, { headers });
}

const setUp = (person: Person, next: Next, typed: { key: string; code: string }) =>
  next === 'code'
    ? setUpAMomentAgo(person, typed, new Date())
    : setUpCodes(person, { ...typed, keep: null }, new Date());

const TOO_MANY = 'Too many wrong codes. Wait 15 minutes, then try again';
const WRONG = 'The code is wrong. Type the one that your phone shows now';

export default function SetUp() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      {answer && 'codes' in answer ? (
        <RecoveryCodes codes={answer.codes} onHref={answer.next} on="I have kept them: continue" />
      ) : shown ? (
        <SetUpCodes {...shown} required answer={answer} />
      ) : (
        <AlreadySetUp />
      )}
    </StaffFrame>
  );
}

function AlreadySetUp() {
  return (
    <>
      <Heading>Your one-time codes are set up</Heading>
      <p className="govuk-body">
        <a className="govuk-link" href={links.signIn()}>
          Sign in
        </a>
      </p>
    </>
  );
}
