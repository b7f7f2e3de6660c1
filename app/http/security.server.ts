/**
 * The Content-Security-Policy of a page. No script unless the page runs our own, and then only with
 * the nonce; styles from our own address; style attributes are allowed because the canvas places
 * its boxes with them.
 */
export function contentSecurityPolicy(nonce: string | undefined): string {
  return [
    "default-src 'none'",
    nonce === undefined ? "script-src 'none'" : `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    nonce === undefined ? "connect-src 'none'" : "connect-src 'self'",
    nonce === undefined ? "worker-src 'none'" : "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** The headers that every answer carries, whatever it is. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Largest body that a form may send. */
export const LARGEST_BODY = 12 * 1024 * 1024;
/** Largest body at an address where files are brought in: it ends in /import. */
export const LARGEST_IMPORT = 64 * 1024 * 1024;
/** Most fields that a form may send: far over the largest of ours, and few enough to be read at once. */
export const MOST_FIELDS = 20_000;
