import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { goOn } from '#app/http/go-on.server.ts';
import { forgetPasswordTries, takePasswordTry } from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import { pathOfOurs } from '#app/http/our-path.ts';
import { signedIn } from '#app/http/session.server.ts';
import { authoritiesOfEmail, authoritiesWithAccounts } from '#app/people/directories.server.ts';
import { tellTrouble, troubleOf } from '#app/people/directory.ts';
import { Email } from '#app/people/email.ts';
import { signIn } from '#app/people/sign-in.server.ts';
import { SignInPage } from '#app/people/SignInPage.tsx';
import { StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };

/** Whoever typed their work address goes on by itself: browsers hold a form itself to our own addresses. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...titleOf('Sign in'),
  ...(data?.goTo ? [{ httpEquiv: 'refresh', content: `0;url=${data.goTo}` }] : []),
];

/** More authorities than this are not listed: people type their work e-mail address. */
const MOST_BUTTONS = 3;

const nextOf = (request: Request) => pathOfOurs(new URL(request.url).searchParams.get('next'));

export async function loader({ request }: LoaderFunctionArgs) {
  if (await signedIn(request)) return redirect(links.front());
  const asked = new URL(request.url).searchParams;
  const every = await authoritiesWithAccounts();
  const chosen = every.filter(({ authorityId }) => authorityId === asked.get('of'));
  const all = chosen.length > 0 ? chosen : every;
  const few = all.length <= MOST_BUTTONS;
  const trouble = troubleOf(asked.get('why'));
  const next = nextOf(request);
  return {
    goTo: chosen[0] ? links.signInWith(chosen[0].authorityId, { next }) : null,
    withAccounts: few ? all.map(({ authorityId, name }) => ({ authorityId, name })) : [],
    byEmail: !few,
    next,
    trouble: trouble === undefined ? null : tellTrouble(trouble),
  };
}

const Password = z.object({
  email: Email,
  password: z
    .string('Enter your password')
    .min(1, 'Enter your password')
    .max(200, 'Enter your password'),
});
const Work = z.object({ work: Email });

export async function action({ request, context }: ActionFunctionArgs) {
  const network = context.network ?? '';
  const form = await checkedForm(request);
  if (form.get('intent') === 'work') return toDirectory(request, form);
  const read = parseFields(form, Password);
  if (!read.ok) return badInput(read.problems, keepEmail(read.typed));
  const { email, password } = read.value;
  const typed = { email };
  if (!(await takePasswordTry(email, network))) {
    const message = 'Too many wrong passwords for this address. Wait 15 minutes, then try again';
    return badInput([{ field: 'email', message }], typed);
  }
  const after = await signIn(email, password);
  if (!after) {
    const message = 'The e-mail address or the password is wrong. Check both and try again';
    return badInput([{ field: 'email', message }], typed);
  }
  await forgetPasswordTries(email, network);
  return goOn(request, after, nextOf(request));
}

/** To the directory of the authority whose people have such an address, known to us or not. */
async function toDirectory(request: Request, form: FormData) {
  const read = parseFields(form, Work);
  if (!read.ok) return badInput(read.problems, read.typed);
  const [one] = await authoritiesOfEmail(read.value.work);
  if (!one) {
    const message = 'No authority here signs in with such an address. Use your password below';
    return badInput([{ field: 'work', message }], read.typed);
  }
  return redirect(links.signInOf(one.authorityId, nextOf(request)));
}

/** A password is never sent back to the page. */
const keepEmail = (typed: Record<string, string | string[]>) => ({ email: typed.email ?? '' });

export default function SignIn() {
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <SignInPage {...useLoaderData<typeof loader>()} answer={answer} />
    </StaffFrame>
  );
}
