import { z } from 'zod';
import { STAFF_ROLES, type Role } from './can.ts';

/** A role that somebody with an account may have. */
export type StaffRole = Exclude<Role, 'panel-member'>;

/** Everything that can go wrong between us and an authority's directory, and while coming back from it. */
export const TROUBLES = [
  'not-set-up',
  'address',
  'unreachable',
  'not-a-directory',
  'other-issuer',
  'no-codes',
  'client',
  'refused',
  'wanted',
  'clock',
  'another-window',
  'used',
  'not-genuine',
  'stale',
  'no-time',
  'other-person',
  'tenant',
  'closed',
  'unknown',
  'no-email',
  'email-unverified',
  'email-elsewhere',
  'asked',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** What somebody who wanted to sign in is told. Nothing of the directory's own words is in it. */
const TOLD: Readonly<Record<Trouble, string>> = {
  'not-set-up': 'This authority has not set up signing in with its accounts. Use your password.',
  address:
    'The address of your authority’s accounts cannot be used. Tell your administrator to look at “Signing in”.',
  unreachable:
    'Your authority’s sign-in service does not answer. Wait a few minutes, then try again.',
  'not-a-directory':
    'Your authority’s sign-in service answered something that we do not understand. Tell your administrator.',
  'other-issuer':
    'Your authority’s sign-in service says that it is another one. Tell your administrator.',
  'no-codes': 'Your authority’s sign-in service cannot do what we need. Tell your administrator.',
  client:
    'Your authority’s sign-in service did not accept us: its client secret may have run out. Tell your administrator.',
  refused: 'Signing in was refused or cancelled at your authority’s sign-in service. Try again.',
  wanted:
    'Your authority’s sign-in service wants something more of you first. Sign in there, then try again.',
  clock:
    'What your authority’s sign-in service said has run out already. If it happens again, the clock of one of the two computers is wrong: tell your administrator.',
  'another-window': 'This sign-in was begun in another window or too long ago. Begin again.',
  used: 'This sign-in was used already. Begin again.',
  'not-genuine':
    'What came back is not genuine, so nobody was signed in. Begin again from this page.',
  stale: 'You were not asked who you are anew, so it is not confirmed. Try again.',
  'no-time':
    'The directory does not say when you proved who you are, so it is not confirmed. Ask your administrator to add the claim auth_time to it.',
  'other-person':
    'That was somebody else’s account. Confirm with the account that you are signed in with.',
  tenant: 'That account belongs to another organisation. Use your account of this authority.',
  closed: 'This account here is closed. Ask your administrator.',
  unknown:
    'Your authority knows you, but you have no account here yet. Ask your administrator to add you.',
  'no-email':
    'You have no account here that we could find: your authority’s sign-in service did not say your e-mail address. Ask your administrator for an invitation.',
  'email-unverified':
    'Your e-mail address is not confirmed at your authority’s sign-in service, so we cannot go by it. Ask your administrator for an invitation.',
  'email-elsewhere': 'You have no account of this authority. Ask its administrator to add you.',
  asked: 'Your administrator can see now that you would like an account. They will tell you.',
};

/** The sentence for somebody whom it happened to. */
export const tellTrouble = (trouble: Trouble): string => TOLD[trouble];

/** The trouble of an address (`?why=`), if it is one. */
export const troubleOf = (code: string | null): Trouble | undefined =>
  TROUBLES.find((one) => one === code);

/** What the directory said of somebody, once it is proved that it said so. */
export interface Claims {
  issuer: string;
  subject: string;
  name: string | null;
  email: string | null;
  /** False where it says that the address is not confirmed; null where it says nothing (Entra). */
  emailVerified: boolean | null;
  /** The directory's tenant (Entra), where it names one. */
  tenant: string | null;
  roles: readonly string[];
  /** When they last proved to the directory who they are; null where it does not say. */
  provedAt: Date | null;
}

/**
 * Whether an issuer can be used, and if not, what to do.
 *
 * @param insecure whether http on this machine itself is allowed: only while no public address is set
 */
export function problemOfIssuer(issuer: string, insecure: boolean): string | null {
  if (!URL.canParse(issuer)) return 'Enter the issuer as an address that begins with https://';
  const { protocol, hostname, pathname, search, hash, username } = new URL(issuer);
  const onThisMachine = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && onThisMachine && insecure)) {
    return 'Enter the issuer as an address that begins with https://';
  }
  if (search !== '' || hash !== '' || username !== '') {
    return 'Enter the issuer without anything behind a question mark or a #';
  }
  if (hostname === 'login.microsoftonline.com') {
    if (/^\/(common|organizations|consumers)(\/|$)/.test(pathname)) {
      return 'Enter the issuer with your own tenant’s ID: with “common” anybody’s account would come in';
    }
    if (!/^\/[0-9a-f-]{36}\/v2\.0$/.test(pathname)) {
      return 'Enter the issuer as https://login.microsoftonline.com/, then your tenant’s ID, then /v2.0';
    }
  }
  return null;
}

/** The tenant that an issuer of Entra names; null for other issuers. */
export function tenantOf(issuer: string): string | null {
  return (
    /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/v2\.0$/.exec(issuer)?.[1] ?? null
  );
}

/** The domain of an e-mail address, in lower case. */
export const domainOf = (email: string): string => email.split('@').at(-1)?.toLowerCase() ?? '';

const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** Domains from a field: one a line, or with commas; with or without an @ before. */
export const Domains = z
  .string()
  .default('')
  .transform((text) => {
    const words = text.toLowerCase().split(/[\s,]+/);
    return [...new Set(words.map((one) => one.replace(/^@/, '')))].filter(Boolean);
  })
  .refine(
    (domains) => domains.every((one) => DOMAIN.test(one) && one.length < 254),
    'Enter each domain as it stands behind the @, such as halton.gov.uk, one a line',
  )
  .refine((domains) => domains.length <= 20, 'Enter 20 domains or fewer');

/** Lines such as "Hubs.Lead = lead": what a role of the directory would be here. */
export const RoleLines = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .refine((lines) => lines.length <= 50, 'Enter 50 lines or fewer')
  .transform((lines, check) => {
    const roles: Record<string, StaffRole> = {};
    for (const line of lines) {
      const at = line.lastIndexOf('=');
      const role = STAFF_ROLES.find(
        (one) =>
          one ===
          line
            .slice(at + 1)
            .trim()
            .toLowerCase(),
      );
      const theirs = line.slice(0, at).trim();
      if (at < 1 || !role || theirs === '' || theirs.length > 120) {
        const message = `Enter each line as a role of your directory, = and one of ${STAFF_ROLES.join(', ')}`;
        check.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
      roles[theirs] = role;
    }
    return roles;
  });

/** The first of somebody's roles in the directory for which the authority named one here. */
export function roleFrom(
  roles: Readonly<Record<string, string>>,
  theirs: readonly string[],
): StaffRole | null {
  for (const one of theirs) {
    const here = STAFF_ROLES.find((role) => Object.hasOwn(roles, one) && roles[one] === role);
    if (here) return here;
  }
  return null;
}

/** Whether an address that a directory tells may find somebody's account, and if not, why not. */
export function troubleOfEmail(
  claims: Pick<Claims, 'email' | 'emailVerified'>,
  directory: { trustsEmail: boolean; domains: readonly string[] },
): Trouble | null {
  if (claims.email === null || !directory.trustsEmail) return 'no-email';
  if (claims.emailVerified === false) return 'email-unverified';
  return directory.domains.includes(domainOf(claims.email)) ? null : 'email-elsewhere';
}
