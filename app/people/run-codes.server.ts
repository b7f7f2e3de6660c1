import { accountOf, personById, record, updatePerson, type PersonRow } from '#db/people.ts';
import { keepPress, whereItLed } from '#db/presses.ts';
import {
  deleteRecoveryCodes,
  deleteSecondFactor,
  insertRecoveryCodes,
  recoveryCodesLeft,
  saveSecondFactor,
  secondFactorOf,
  useRecoveryCode,
  useStep,
  type SecondFactor,
} from '#db/second-steps.ts';
import { deleteOtherSessionsOf, deleteSessionsOf } from '#db/sessions.ts';
import { saveSignInSettings, signInSettingsOf } from '#db/signing-in.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from './allow.server.ts';
import type { Person } from './can.ts';
import {
  looksLikeRecovery,
  newRecoveryCodes,
  RECOVERY_BYTES,
  recoveryCodesFrom,
  recoveryHash,
  stepOf,
} from './codes.server.ts';
import { NotAllowed, NotFound } from './errors.ts';
import { hashPassword } from './password.server.ts';
import { boxed, keyedBytes, unboxed } from './secret.server.ts';
import { keepsAWayIn } from './way-in.server.ts';

const thing = (id: string) => ({ kind: 'person', id });

/** Whether somebody has one-time codes, how many recovery codes are left, and whether they must. */
export async function myCodes(
  by: Person,
): Promise<{ setUpAt: Date | null; recoveryLeft: number; required: boolean }> {
  const { read } = theStore();
  const factor = await secondFactorOf(read, by.authorityId, by.id);
  const settings = await signInSettingsOf(read, by.authorityId);
  return {
    setUpAt: factor?.setUpAt ?? null,
    recoveryLeft: await recoveryCodesLeft(read, by.authorityId, by.id),
    required: settings?.codeRequired ?? false,
  };
}

/**
 * Sets one-time codes up once a code shows that the phone has the key. Every other session ends: a
 * thief who came in by the password alone is out.
 *
 * @param keep the session that goes on
 * @returns recovery codes, to be shown this once; null where the code is not of this key
 */
export async function setUpCodes(
  by: Person,
  input: { key: string; code: string; keep: string | null },
  now: Date,
): Promise<string[] | null> {
  const step = stepOf(input.key, input.code, now);
  if (step === null) return null;
  const codes = firstRecoveryCodes(by.id, input.key);
  await theStore().write(`person:${by.id}`, async (tx) => {
    // Pressed twice at once: the other press did it, and its session goes on.
    if (isSetUpBy(await secondFactorOf(tx, by.authorityId, by.id), input.key, step)) return;
    await saveSecondFactor(tx, {
      personId: by.id,
      authorityId: by.authorityId,
      key: boxed('code-key', by.id, input.key),
      lastStep: step,
      setUpAt: now,
    });
    await replaceRecoveryCodes(tx, by, codes);
    if (input.keep === null) await deleteSessionsOf(tx, by.authorityId, by.id);
    else await deleteOtherSessionsOf(tx, by.authorityId, by.id, input.keep);
    await record(tx, by, 'person.codes-set-up', thing(by.id));
  });
  return codes;
}

/**
 * The recovery codes of a second press, where this very key was set up with this very code: the page
 * that showed them may never have arrived. Null otherwise; nothing is changed.
 */
export async function setUpAMomentAgo(
  by: Person,
  input: { key: string; code: string },
  now: Date,
): Promise<string[] | null> {
  const step = stepOf(input.key, input.code, now);
  const factor = await secondFactorOf(theStore().read, by.authorityId, by.id);
  if (step === null || !isSetUpBy(factor, input.key, step)) return null;
  return firstRecoveryCodes(by.id, input.key);
}

function isSetUpBy(factor: SecondFactor | undefined, key: string, step: number): boolean {
  if (factor?.lastStep !== step) return false;
  return unboxed('code-key', factor.personId, factor.key) === key;
}

/** Made of the key, so that each press of the button that sets it up shows the same ones. */
function firstRecoveryCodes(personId: string, key: string): string[] {
  return recoveryCodesFrom(keyedBytes('recovery-codes', `${personId}\n${key}`, RECOVERY_BYTES));
}

/** What came of a code: it fits, it is wrong, or it fitted once already. */
export type CodeTried = 'fits' | 'wrong' | 'used';

/**
 * Tries a one-time code, or a recovery code. Each works once: a code that somebody looked at over a
 * shoulder is worth nothing.
 *
 * @param press the press of the button, where there is one: pressed twice, a code fits twice
 */
export async function tryCode(
  by: Person,
  typed: string,
  now: Date,
  press: string | null = null,
): Promise<CodeTried> {
  if (looksLikeRecovery(typed)) return tryRecoveryCode(by, typed, now, press);
  const factor = await secondFactorOf(theStore().read, by.authorityId, by.id);
  const key = factor && unboxed('code-key', by.id, factor.key);
  if (!key) return 'wrong';
  const step = stepOf(key, typed, now);
  if (step === null) return 'wrong';
  const taken = await theStore().write(`person:${by.id}`, async (tx) => {
    if (!(await useStep(tx, by.authorityId, by.id, step))) return wasPress(tx, by, press);
    if (press !== null) await keepPress(tx, by.authorityId, press, now);
    return true;
  });
  return taken ? 'fits' : 'used';
}

async function tryRecoveryCode(
  by: Person,
  typed: string,
  now: Date,
  press: string | null,
): Promise<CodeTried> {
  const hash = recoveryHash(by.id, typed);
  return theStore().write(`person:${by.id}`, async (tx) => {
    if (!(await useRecoveryCode(tx, by.authorityId, by.id, hash, now))) {
      return (await wasPress(tx, by, press)) ? 'fits' : 'wrong';
    }
    if (press !== null) await keepPress(tx, by.authorityId, press, now);
    const left = await recoveryCodesLeft(tx, by.authorityId, by.id);
    await record(tx, by, 'person.recovery-code-used', thing(by.id), { left });
    return 'fits';
  });
}

/** Whether it was this very press that used a code. */
async function wasPress(tx: Writer, by: Person, press: string | null): Promise<boolean> {
  return press !== null && (await whereItLed(tx, by.authorityId, press)) !== undefined;
}

/** Makes ten new recovery codes; the earlier ones end. */
export async function makeRecoveryCodes(by: Person): Promise<string[]> {
  const codes = newRecoveryCodes();
  await theStore().write(`person:${by.id}`, async (tx) => {
    if (!(await secondFactorOf(tx, by.authorityId, by.id))) throw new NotFound('one-time code');
    await replaceRecoveryCodes(tx, by, codes);
    await record(tx, by, 'person.recovery-codes-made', thing(by.id));
  });
  return codes;
}

async function replaceRecoveryCodes(tx: Writer, by: Person, codes: readonly string[]) {
  await deleteRecoveryCodes(tx, by.authorityId, by.id);
  await insertRecoveryCodes(
    tx,
    codes.map((code) => ({
      codeHash: recoveryHash(by.id, code),
      authorityId: by.authorityId,
      personId: by.id,
    })),
  );
}

/** Removes one's own one-time codes, where the authority does not ask for them. */
export async function removeMyCodes(by: Person, keep: string): Promise<void> {
  await theStore().write(`people:${by.authorityId}`, async (tx) => {
    const settings = await signInSettingsOf(tx, by.authorityId);
    if (settings?.codeRequired) {
      throw new NotAllowed('Your authority asks for one-time codes. You can set them up anew.');
    }
    await keepsAWayIn(tx, by.authorityId, by.id);
    await deleteSecondFactor(tx, by.authorityId, by.id);
    await deleteOtherSessionsOf(tx, by.authorityId, by.id, keep);
    await record(tx, by, 'person.codes-removed', thing(by.id));
  });
}

/**
 * From the command line, for whoever lost phone and recovery codes and has nobody who can help: a new
 * password; one-time codes and sessions are taken away.
 *
 * @returns their name; null where no open account of staff has this address
 */
export async function resetSignIn(email: string, password: string): Promise<string | null> {
  const row = await accountOf(theStore().read, email);
  if (!row || row.role === 'panel-member' || row.closedAt !== null) return null;
  const { id, authorityId, name } = row;
  const passwordHash = await hashPassword(password);
  await theStore().write(`people:${authorityId}`, async (tx) => {
    await updatePerson(tx, authorityId, id, { passwordHash });
    await deleteSecondFactor(tx, authorityId, id);
    await deleteSessionsOf(tx, authorityId, id);
    const by = { authorityId, name: 'The command line' };
    await record(tx, by, 'person.sign-in-reset', thing(id), { name });
    // Where passwords are off, an administrator without one-time codes would not come in by one.
    const kept = await signInSettingsOf(tx, authorityId);
    if (row.role !== 'administrator' || kept?.passwordsAllowed !== false) return;
    await saveSignInSettings(tx, { ...kept, passwordsAllowed: true, changedAt: new Date() });
    const authority = { kind: 'authority', id: authorityId };
    await record(tx, by, 'sign-in.changed', authority, { what: 'passwords may be used' });
  });
  return name;
}

/** An administrator takes the codes of a colleague away who lost their phone. Their sessions end. */
export async function resetCodes(by: Person, personId: string): Promise<void> {
  allow(by, 'people.manage', by);
  await theStore().write(`people:${by.authorityId}`, async (tx) => {
    const row: PersonRow | undefined = await personById(tx, by.authorityId, personId);
    if (!row || row.role === 'panel-member' || row.closedAt !== null) throw new NotFound('person');
    await keepsAWayIn(tx, by.authorityId, personId);
    await deleteSecondFactor(tx, by.authorityId, personId);
    await deleteSessionsOf(tx, by.authorityId, personId);
    await record(tx, by, 'person.codes-reset', thing(personId), { name: row.name });
  });
}
