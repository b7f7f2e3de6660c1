import { theStore } from '#db/store.server.ts';
import {
  deleteSession,
  insertSession,
  personOfSession,
  touchSession,
  type Authority,
} from '#db/people.ts';
import type { Person } from '#app/people/can.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { cookieOf, writeCookie } from './cookies.server.ts';

const SESSION = 'tl_session';
const HOUR = 3_600_000;
/** A working day for staff; a panel member answers on their own phone and comes back. */
const LASTS = { staff: 12 * HOUR, member: 14 * 24 * HOUR } as const;
/** `seenAt` is written at most this often: reading pages costs no write each. */
const TOUCH_EVERY = 5 * 60_000;

export interface SignedIn {
  person: Person;
  authority: Authority;
  tokenHash: string;
}

/** Who the browser is signed in as, or null. */
export async function signedIn(request: Request): Promise<SignedIn | null> {
  const token = cookieOf(request, SESSION);
  if (token === undefined) return null;
  const tokenHash = hashOf(token);
  const now = new Date();
  const found = await personOfSession(theStore().read, tokenHash, now);
  if (!found) return null;
  if (now.getTime() - found.seenAt.getTime() > TOUCH_EVERY) {
    await theStore().write(null, (tx) => touchSession(tx, tokenHash, now));
  }
  return { person: found.person, authority: found.authority, tokenHash };
}

/**
 * Starts a session with a fresh token, whatever token the browser brought (so that nobody can plant
 * one beforehand), and gives the Set-Cookie header for it.
 */
export async function startSession(request: Request, person: Person): Promise<string> {
  const token = newToken();
  const now = new Date();
  const lasts = person.role === 'panel-member' ? LASTS.member : LASTS.staff;
  const before = cookieOf(request, SESSION);
  await theStore().write(null, async (tx) => {
    if (before !== undefined) await deleteSession(tx, hashOf(before));
    await insertSession(tx, {
      tokenHash: hashOf(token),
      authorityId: person.authorityId,
      personId: person.id,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + lasts),
    });
  });
  return writeCookie(request, SESSION, token, lasts / 1000);
}

/** Ends the session of this browser and gives the Set-Cookie header that forgets it. */
export async function endSession(request: Request): Promise<string> {
  const token = cookieOf(request, SESSION);
  if (token !== undefined) await theStore().write(null, (tx) => deleteSession(tx, hashOf(token)));
  return writeCookie(request, SESSION, '', 0);
}
