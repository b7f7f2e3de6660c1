import { redirect, type TypedResponse } from '@remix-run/node';
import type { AfterPassword } from '#app/people/sign-in.server.ts';
import { links } from './links.ts';
import { startSession } from './session.server.ts';
import { keepStep } from './steps.server.ts';

/** Where somebody goes whose password was right: in, or to the second step. */
export async function goOn(
  request: Request,
  after: AfterPassword,
  next: string,
): Promise<TypedResponse<never>> {
  const { person } = after;
  if (after.next === 'in') {
    const cookie = await startSession(request, person, { way: 'password' });
    return redirect(next, { headers: { 'Set-Cookie': cookie } });
  }
  if (after.next === 'account') {
    return redirect(links.signInOf(person.authorityId, next));
  }
  const cookie = keepStep(request, { authorityId: person.authorityId, personId: person.id, next });
  const to = after.next === 'code' ? links.signInCode() : links.signInSetUpCode();
  return redirect(to, { headers: { 'Set-Cookie': cookie } });
}
