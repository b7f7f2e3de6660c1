import { cookieOf } from './cookies.server.ts';
import { sameToken, sealed } from './secrets.server.ts';

/** The cookie that every browser gets at its first page: it names no one. */
export const VISITOR = 'tl_visitor';
export const CSRF_FIELD = 'csrf';

/**
 * The token that each form of this browser carries: bound to the visitor cookie and, once signed in,
 * to the session. A page of another site can neither read nor guess it.
 */
export function csrfToken(request: Request): string {
  const visitor = cookieOf(request, VISITOR) ?? '';
  return sealed('csrf', `${visitor}\n${cookieOf(request, 'tl_session') ?? ''}`);
}

/** Whether a form carries this browser's own token: whether a page of ours sent it. */
export function isOwnForm(request: Request, form: FormData): boolean {
  return fits(request, form.get(CSRF_FIELD));
}

function fits(request: Request, token: unknown): boolean {
  return (
    cookieOf(request, VISITOR) !== undefined &&
    typeof token === 'string' &&
    sameToken(token, csrfToken(request))
  );
}

/** Throws 403 unless the token is this browser's own. */
export function checkCsrf(request: Request, token: unknown): void {
  if (fits(request, token)) return;
  throw new Response('This page was open for too long. Go back, load the page again and send it.', {
    status: 403,
    statusText: 'The form was out of date',
  });
}
