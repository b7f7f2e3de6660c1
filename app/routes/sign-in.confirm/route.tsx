import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import {
  forgetCodeTries,
  forgetPasswordTries,
  takeCodeTry,
  takePasswordTry,
} from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import { pathOfOurs } from '#app/http/our-path.ts';
import { signedIn, type SignedIn } from '#app/http/session.server.ts';
import { pressOf } from '#app/http/steps.server.ts';
import { ConfirmPage, Confirmed, type WaysShown } from '#app/people/ConfirmPage.tsx';
import { directoryOf } from '#app/people/directories.server.ts';
import { tellTrouble, troubleOf } from '#app/people/directory.ts';
import { tryCode } from '#app/people/run-codes.server.ts';
import { nowConfirmed } from '#app/people/run-sessions.server.ts';
import { isRecent } from '#app/people/sessions.ts';
import { isPasswordOf, waysToConfirm } from '#app/people/sign-in.server.ts';
import { StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };

/** Once it is confirmed the page goes on by itself, without script: to a page, or for a file. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data?.ways === null
    ? [...titleOf('It is confirmed'), { httpEquiv: 'refresh', content: `0;url=${data.next}` }]
    : titleOf('Confirm that it is you');

const nextOf = (request: Request) => pathOfOurs(new URL(request.url).searchParams.get('next'));

async function who(request: Request): Promise<SignedIn> {
  const found = await signedIn(request);
  if (found && found.person.role !== 'panel-member') return found;
  throw redirect(links.signIn(nextOf(request)));
}

async function waysOf(found: SignedIn, onThisMachine: boolean): Promise<WaysShown> {
  const { person, authority, way } = found;
  const { password, code } = await waysToConfirm(person);
  const directory = await directoryOf(theStore().read, person.authorityId);
  const press = way === 'door' && authority.isDemonstration && !password && onThisMachine;
  return {
    name: person.name,
    password,
    code,
    press,
    account: directory ? { authorityId: authority.id, name: authority.name } : null,
  };
}

export const loader = answering(async ({ request, context }: LoaderFunctionArgs) => {
  const found = await who(request);
  const next = nextOf(request);
  if (isRecent(found.confirmedAt, new Date())) return { next, ways: null, trouble: null };
  const trouble = troubleOf(new URL(request.url).searchParams.get('why'));
  return {
    next,
    ways: await waysOf(found, context.onThisMachine === true),
    trouble: trouble === undefined ? null : tellTrouble(trouble),
  };
});

export const action = answering(async ({ request, context }: ActionFunctionArgs) => {
  const found = await who(request);
  const form = await checkedForm(request);
  const ways = await waysOf(found, context.onThisMachine === true);
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const on = redirect(links.confirm(nextOf(request)));
  // Pressed twice: the first press confirmed it.
  if (isRecent(found.confirmedAt, new Date())) return on;
  if (!(ways.press && word('intent') === 'press')) {
    const problem = await wrongWith(found, ways, word('password'), word('code'));
    if (problem) return badInput([problem]);
  }
  await nowConfirmed(found.person, found.tokenHash, new Date());
  return on;
});

/** Tries at one's own session count together, from wherever they come. */
const OWN = 'own account';

/** What is wrong with a password and a code; null where it is them. Guesses count as at signing in. */
async function wrongWith(found: SignedIn, ways: WaysShown, password: string, code: string) {
  const { id } = found.person;
  const wrong = { field: 'password', message: 'The password is wrong. Type it again' };
  if (!ways.password) return { field: 'main', message: 'Sign out and sign in again' };
  if (!(await takePasswordTry(id, OWN)) || (ways.code && !(await takeCodeTry(id)))) {
    const message = 'Too many wrong passwords or codes. Wait 15 minutes, then try again';
    return { field: 'password', message };
  }
  if (!(await isPasswordOf(found.person, password.slice(0, 200)))) return wrong;
  const typed = code.slice(0, 40);
  const press = pressOf(found.tokenHash, typed);
  if (!ways.code || (await tryCode(found.person, typed, new Date(), press)) === 'fits') {
    await forgetPasswordTries(id, OWN);
    await forgetCodeTries(id);
    return null;
  }
  return { field: 'code', message: 'The code is wrong or was used already. Type the next one' };
}

export default function Confirm() {
  const { ways, next, trouble } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      {ways ? <ConfirmPage {...{ ways, next, trouble, answer }} /> : <Confirmed next={next} />}
    </StaffFrame>
  );
}
