import { config } from '#app/config.server.ts';

/**
 * Whether browsers come by https: as the request says, or as PUBLIC_URL says where a proxy in front
 * keeps it to itself.
 */
export function byHttps(url: string, publicUrl: string | undefined = config.publicUrl): boolean {
  return /^https:/i.test(publicUrl ?? '') || /^https:/i.test(url);
}

/** The value of a cookie of ours, or undefined. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/**
 * A Set-Cookie header: never readable by script, never sent from another site's form, and over
 * https only where browsers come by https.
 *
 * @param maxAge seconds; 0 forgets the cookie
 * @param value token characters only (base64url or hex)
 */
export function writeCookie(
  request: Request,
  name: string,
  value: string,
  maxAge: number,
  path = '/',
): string {
  const secure = byHttps(request.url) ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
