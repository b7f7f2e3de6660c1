import type { Person } from '#app/people/can.ts';
import { deviceOf } from '#app/people/device.ts';
import type { WayIn } from '#app/people/sessions.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { whyUnavailable } from '#db/faults.ts';
import type { Authority } from '#db/people.ts';
import { readOnce } from '#db/read-once.server.ts';
import { acrossAuthorities, actFor } from '#db/scope.server.ts';
import { deleteSession, insertSession, personOfSession, touchSession } from '#db/sessions.ts';
import { theStore } from '#db/store.server.ts';
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
  /** When they last proved who they are in this session. */
  confirmedAt: Date;
  way: WayIn | null;
}

/** Who the browser is signed in as, or null. */
export async function signedIn(request: Request): Promise<SignedIn | null> {
  const token = cookieOf(request, SESSION);
  if (token === undefined) return null;
  const tokenHash = hashOf(token);
  // Each part of a page asks; whose page it is, each part learns for itself.
  const found = await readOnce(['session', tokenHash], () => whose(tokenHash));
  if (found) actFor(found.authority.id);
  return found;
}

async function whose(tokenHash: string): Promise<SignedIn | null> {
  const now = new Date();
  const found = await personOfSession(theStore().read, tokenHash, now);
  if (!found) return null;
  if (now.getTime() - found.seenAt.getTime() > TOUCH_EVERY) {
    await theStore()
      .write(null, (tx) => touchSession(tx, tokenHash, now))
      .catch(readOn);
  }
  const { person, authority, confirmedAt, way } = found;
  return { person, authority, tokenHash, confirmedAt, way };
}

/** Where nothing can be written, whoever is signed in can still read. */
function readOn(error: unknown): void {
  if (whyUnavailable(error) === null) throw error;
}

/** How somebody came in. */
export interface Came {
  way: WayIn;
  /** When they proved who they are, where that was not now: a directory may know them from this morning. */
  confirmedAt?: Date;
}

/**
 * Starts a session with a fresh token, whatever token the browser brought (so that nobody can plant
 * one beforehand), and gives the Set-Cookie header for it.
 */
export async function startSession(
  request: Request,
  person: Person,
  { way, confirmedAt }: Came = { way: 'password' },
): Promise<string> {
  const token = newToken();
  const now = new Date();
  const lasts = person.role === 'panel-member' ? LASTS.member : LASTS.staff;
  const before = cookieOf(request, SESSION);
  // The session before may have been somebody's of another authority.
  await acrossAuthorities('signing in', () =>
    theStore().write(null, async (tx) => {
      if (before !== undefined) await deleteSession(tx, hashOf(before));
      await insertSession(tx, {
        tokenHash: hashOf(token),
        authorityId: person.authorityId,
        personId: person.id,
        createdAt: now,
        seenAt: now,
        expiresAt: new Date(now.getTime() + lasts),
        // Of a member of the panel nothing more is kept than their session needs.
        device: way === 'link' ? null : deviceOf(request.headers.get('user-agent')),
        way,
        confirmedAt: confirmedAt ?? now,
      });
    }),
  );
  actFor(person.authorityId);
  return writeCookie(request, SESSION, token, lasts / 1000);
}

/** Ends the session of this browser and gives the Set-Cookie header that forgets it. */
export async function endSession(request: Request): Promise<string> {
  const token = cookieOf(request, SESSION);
  if (token !== undefined) {
    await acrossAuthorities('signing in', () =>
      theStore().write(null, (tx) => deleteSession(tx, hashOf(token))),
    );
  }
  return writeCookie(request, SESSION, '', 0);
}
