import { accountOf, asPerson, personById } from '#db/people.ts';
import { secondFactorOf } from '#db/second-steps.ts';
import { signInSettingsOf } from '#db/signing-in.ts';
import { theStore } from '#db/store.server.ts';
import type { Person } from './can.ts';
import { foldEmail } from './email.ts';
import { passwordFits } from './password.server.ts';

/** What comes after the right password; after a wrong one, nothing. */
export type AfterPassword =
  /** They are in. */
  | { next: 'in'; person: Person }
  /** A one-time code is asked for. */
  | { next: 'code'; person: Person }
  /** The authority asks for one-time codes, and they have none yet. */
  | { next: 'set-up-code'; person: Person }
  /** Passwords are off: they sign in with the authority's account. */
  | { next: 'account'; person: Person };

/**
 * What comes after an e-mail address and a password, or null where they are wrong. Takes the same time
 * whether the address is known or not, so that it does not tell.
 */
export async function signIn(email: string, password: string): Promise<AfterPassword | null> {
  const account = await accountOf(theStore().read, foldEmail(email));
  const open = account && account.closedAt === null ? account : undefined;
  const fits = await passwordFits(open?.passwordHash ?? null, password);
  return open && fits ? afterPassword(asPerson(open)) : null;
}

async function afterPassword(person: Person): Promise<AfterPassword> {
  const { read } = theStore();
  const settings = await signInSettingsOf(read, person.authorityId);
  const factor = await secondFactorOf(read, person.authorityId, person.id);
  // Nobody is locked out: an administrator with a second step gets in whatever becomes of the directory.
  const always = person.role === 'administrator' && factor !== undefined;
  if (settings?.passwordsAllowed === false && !always) return { next: 'account', person };
  if (factor) return { next: 'code', person };
  return settings?.codeRequired ? { next: 'set-up-code', person } : { next: 'in', person };
}

/** What somebody who is signed in can prove with that they still are who they are. */
export interface WaysToConfirm {
  password: boolean;
  code: boolean;
}

/** Whether somebody has a password, and whether a code goes with it. */
export async function waysToConfirm(person: Person): Promise<WaysToConfirm> {
  const { read } = theStore();
  const row = await personById(read, person.authorityId, person.id);
  const settings = await signInSettingsOf(read, person.authorityId);
  const code = (await secondFactorOf(read, person.authorityId, person.id)) !== undefined;
  const off = settings?.passwordsAllowed === false && !(person.role === 'administrator' && code);
  return { password: row !== undefined && row.passwordHash !== null && !off, code };
}

/** Whether this is the password of somebody who is signed in. */
export async function isPasswordOf(person: Person, password: string): Promise<boolean> {
  const row = await personById(theStore().read, person.authorityId, person.id);
  return passwordFits(row?.passwordHash ?? null, password);
}

/**
 * Whose password was right a moment ago, if this is still what comes next for them: their account may
 * have been closed meanwhile, or their codes set up in another window.
 */
export async function whoseStep(
  step: { authorityId: string; personId: string },
  expected: 'code' | 'set-up-code',
): Promise<Person | null> {
  const row = await personById(theStore().read, step.authorityId, step.personId);
  if (!row || row.closedAt !== null || row.passwordHash === null) return null;
  const { next, person } = await afterPassword(asPerson(row));
  return next === expected ? person : null;
}
