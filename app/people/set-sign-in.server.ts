import { record } from '#db/people.ts';
import { surelyComeIn } from '#db/second-steps.ts';
import { saveSignInSettings, signInSettingsOf } from '#db/signing-in.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { allow } from './allow.server.ts';
import { mayBeInsecure, tryDirectory, type Finding } from './ask-directory.server.ts';
import type { Person } from './can.ts';
import { directoryOf } from './directories.server.ts';
import { problemOfIssuer } from './directory.ts';
import type { Outcome } from './run-people.server.ts';
import { boxed } from './secret.server.ts';

/** How an authority's staff sign in, as its administrator sees it: never the secret. */
export interface SignInSeen {
  issuer: string;
  clientId: string;
  hasSecret: boolean;
  domains: readonly string[];
  trustsEmail: boolean;
  passwordsAllowed: boolean;
  mayAsk: boolean;
  roles: Readonly<Record<string, string>>;
  codeRequired: boolean;
  fromEnvironment: boolean;
  /** Whether somebody gets in without the directory: then passwords may be turned off. */
  sureWayIn: boolean;
}

export async function signInSeen(by: Person): Promise<SignInSeen> {
  allow(by, 'people.manage', by);
  const { read } = theStore();
  const kept = await signInSettingsOf(read, by.authorityId);
  const directory = await directoryOf(read, by.authorityId);
  return {
    issuer: directory?.issuer ?? '',
    clientId: directory?.clientId ?? '',
    hasSecret: directory !== null && directory.clientSecret !== null,
    domains: directory?.domains ?? kept?.domains ?? [],
    trustsEmail: directory?.trustsEmail ?? false,
    passwordsAllowed: kept?.passwordsAllowed ?? true,
    mayAsk: kept?.mayAsk ?? false,
    roles: kept?.roles ?? {},
    codeRequired: kept?.codeRequired ?? false,
    fromEnvironment: directory?.fromEnvironment ?? false,
    sureWayIn: (await surelyComeIn(read, by.authorityId)).length > 0,
  };
}

/** What is entered about the directory; an empty issuer takes it away. */
export interface DirectoryEntered {
  issuer: string;
  clientId: string;
  /** Empty: the one that is kept stays, where issuer and client ID stay. */
  clientSecret: string;
  domains: string[];
  trustsEmail: boolean;
  mayAsk: boolean;
  roles: Record<string, string>;
}

/** Saves the directory of an authority. */
export async function setDirectory(by: Person, entered: DirectoryEntered): Promise<Outcome> {
  allow(by, 'people.manage', by);
  const problem = problemOf(entered);
  if (problem) return { done: false, ...problem };
  return theStore().write(`people:${by.authorityId}`, async (tx) => {
    const kept = await asKept(tx, by.authorityId);
    const { issuer, clientId, clientSecret: typed, ...rest } = entered;
    if (issuer === '' && !kept.passwordsAllowed) return PASSWORDS_FIRST;
    // A secret is never sent to another address than the one for which it was typed.
    const same = kept.issuer === issuer && kept.clientId === clientId;
    const clientSecret =
      typed === ''
        ? same
          ? kept.clientSecret
          : null
        : boxed('client-secret', by.authorityId, typed);
    await saveSignInSettings(tx, {
      ...kept,
      ...rest,
      issuer: issuer === '' ? null : issuer,
      clientId: issuer === '' ? null : clientId,
      clientSecret: issuer === '' ? null : clientSecret,
      changedAt: new Date(),
    });
    const what = issuer === '' ? 'by password only' : 'with the authority’s accounts';
    await record(tx, by, 'sign-in.changed', thing(by.authorityId), { what });
    return { done: true };
  });
}

function problemOf({ issuer, clientId, domains, trustsEmail }: DirectoryEntered) {
  if (issuer === '') return null;
  const wrong = problemOfIssuer(issuer, mayBeInsecure());
  if (wrong !== null) return { field: 'issuer', message: wrong };
  if (clientId === '') return { field: 'clientId', message: 'Enter the client ID' };
  if (trustsEmail && domains.length === 0) {
    const message = 'Enter the domains of your e-mail addresses: only those are trusted';
    return { field: 'domains', message };
  }
  return null;
}

/** Saves whether passwords may be used, and whether a second step is asked for with them. */
export async function setPasswords(
  by: Person,
  entered: { passwordsAllowed: boolean; codeRequired: boolean },
): Promise<Outcome> {
  allow(by, 'people.manage', by);
  // Asked before the change: whether this authority is the only one here, a change of one cannot see.
  const directory = await directoryOf(theStore().read, by.authorityId);
  return theStore().write(`people:${by.authorityId}`, async (tx) => {
    const kept = await asKept(tx, by.authorityId);
    if (!entered.passwordsAllowed) {
      const gone = directory?.fromEnvironment !== true && kept.issuer === null;
      if (directory === null || gone) return NO_DIRECTORY;
      if ((await surelyComeIn(tx, by.authorityId)).length === 0) return NOBODY_SURE;
    }
    await saveSignInSettings(tx, { ...kept, ...entered, changedAt: new Date() });
    const passwords = entered.passwordsAllowed ? 'passwords may be used' : 'passwords are off';
    const codes = entered.codeRequired ? ', with one-time codes' : '';
    await record(tx, by, 'sign-in.changed', thing(by.authorityId), { what: passwords + codes });
    return { done: true };
  });
}

/** Looks whether the directory that is kept can be used. */
export async function tryMyDirectory(by: Person): Promise<Finding[]> {
  allow(by, 'people.manage', by);
  const directory = await directoryOf(theStore().read, by.authorityId);
  if (!directory) return [{ good: false, words: 'Save an issuer and a client ID first.' }];
  return tryDirectory(directory);
}

const thing = (id: string) => ({ kind: 'authority', id });

async function asKept(db: Reader, authorityId: string) {
  const kept = await signInSettingsOf(db, authorityId);
  return (
    kept ?? {
      authorityId,
      issuer: null,
      clientId: null,
      clientSecret: null,
      domains: [],
      trustsEmail: false,
      passwordsAllowed: true,
      mayAsk: false,
      roles: {},
      codeRequired: false,
      changedAt: new Date(),
    }
  );
}

const refused = (field: string, message: string): Outcome => ({ done: false, field, message });
const PASSWORDS_FIRST = refused(
  'issuer',
  'Let passwords be used again first: without accounts of the authority nobody could sign in',
);
const NO_DIRECTORY = refused(
  'passwords',
  'Set up signing in with the authority’s accounts first: without it nobody could sign in',
);
const NOBODY_SURE = refused(
  'passwords',
  'Have an administrator set up a password and one-time codes first, so that somebody gets in when the directory does not answer',
);
