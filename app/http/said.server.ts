import { redirect, type TypedResponse } from '@remix-run/node';
import { cookieOf, writeCookie } from './cookies.server.ts';
import { sameToken, sealed } from './secrets.server.ts';

const SAID = 'tl_said';

/** Goes to a page that opens with what was just done: "The survey is open." Shown once. */
export function redirectSaying(request: Request, to: string, words: string): TypedResponse<never> {
  const text = Buffer.from(words).toString('base64url');
  const value = `${text}.${sealed('said', text)}`;
  return redirect(to, { headers: { 'Set-Cookie': writeCookie(request, SAID, value, 60) } });
}

/** What the last page left to be said; nothing that another site could have written. */
export function takeSaid(request: Request): { words: string; forget: string } | null {
  const [text, seal] = (cookieOf(request, SAID) ?? '').split('.');
  if (!text || !seal || !sameToken(seal, sealed('said', text))) return null;
  return {
    words: Buffer.from(text, 'base64url').toString('utf8'),
    forget: writeCookie(request, SAID, '', 0),
  };
}
