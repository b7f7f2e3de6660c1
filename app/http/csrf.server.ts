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

/** Throws 403 unless the token is this browser's own. */
export function checkCsrf(request: Request, token: unknown): void {
  const fits =
    cookieOf(request, VISITOR) !== undefined &&
    typeof token === 'string' &&
    sameToken(token, csrfToken(request));
  if (fits) return;
  throw new Response('This page was open for too long. Go back, load the page again and send it.', {
    status: 403,
    statusText: 'The form was out of date',
  });
}
