/** What every answer carries behind https, whatever it is. */
export const GUARDS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** What tells an attacker which software answers. */
const TELLING = ['x-powered-by', 'server'];

/** Those of an answer, and whatever it tells of what it was made with. */
export function guardsOf({ headers }: Response): Record<string, string | null> {
  const names = [...Object.keys(GUARDS), ...TELLING.filter((name) => headers.has(name))];
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]));
}

/** The policy of a page that runs no script, rule by rule. */
export const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'none'",
  'style-src': "'self'",
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'worker-src': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
};

/** The policy that a page came with, rule by rule; a nonce is told as NONCE. */
export function policyOf({ headers }: Response): Record<string, string> {
  const rules = (headers.get('content-security-policy') ?? '').split('; ');
  return Object.fromEntries(
    rules.map((rule) => {
      const [name = '', ...values] = rule.split(' ');
      return [name, values.join(' ').replace(/'nonce-[\w+/=]{24}'/, 'NONCE')];
    }),
  );
}
