import { redirect, type TypedResponse } from '@remix-run/node';
import { z } from 'zod';
import { cookieOf, writeCookie } from './cookies.server.ts';
import type { Problem, Typed } from './problems.ts';
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

const TYPED = 'tl_typed';
/** What a cookie has room for, whatever the script. */
const MOST_TYPED = 700;

/**
 * Goes back to the page of a form that is answered by a file, with what is wrong and what was typed: such
 * an address has no page of its own to show the form on. Kept for a minute, below that page only.
 *
 * @param words one field as it was typed
 */
export function redirectToForm(
  request: Request,
  to: string,
  problem: Problem,
  words: string,
): TypedResponse<never> {
  const left = { ...problem, words: words.slice(0, MOST_TYPED) };
  const text = Buffer.from(JSON.stringify(left)).toString('base64url');
  const value = `${text}.${sealed('typed', text)}`;
  return redirect(to, { headers: { 'Set-Cookie': writeCookie(request, TYPED, value, 60, to) } });
}

/** What was typed into the form of this page and came back; shown once. */
export function takeTyped(
  request: Request,
): { problems: Problem[]; typed: Typed; forget: string } | null {
  const [text, seal] = (cookieOf(request, TYPED) ?? '').split('.');
  if (!text || !seal || !sameToken(seal, sealed('typed', text))) return null;
  const read = Left.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  if (!read.success) return null;
  const { field, message, words } = read.data;
  const forget = writeCookie(request, TYPED, '', 0, new URL(request.url).pathname);
  return { problems: [{ field, message }], typed: { [field]: words }, forget };
}

const Left = z.object({ field: z.string(), message: z.string(), words: z.string() });
