import { personById, record } from '#db/people.ts';
import {
  confirmSession,
  deleteOtherSessionsOf,
  deleteSessionOf,
  deleteSessionsOf,
  sessionsOf,
  type Session,
} from '#db/sessions.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from './allow.server.ts';
import type { Person } from './can.ts';
import { NotFound } from './errors.ts';
import { HANDLE_LENGTH, WAYS_IN, type SessionSeen } from './sessions.ts';

const thing = (id: string) => ({ kind: 'person', id });
const handleOf = ({ tokenHash }: Session) => tokenHash.slice(0, HANDLE_LENGTH);

/** Where somebody is signed in: for themselves. */
export async function mySessions(by: Person, tokenHash: string, now: Date): Promise<SessionSeen[]> {
  const rows = await sessionsOf(theStore().read, by.authorityId, by.id, now);
  return rows.map((row) => seen(row, tokenHash));
}

/** Where a colleague is signed in: for an administrator. */
export async function sessionsOfColleague(
  by: Person,
  personId: string,
  now: Date,
): Promise<SessionSeen[]> {
  allow(by, 'people.manage', by);
  const rows = await sessionsOf(theStore().read, by.authorityId, personId, now);
  return rows.map((row) => seen(row, ''));
}

function seen(row: Session, tokenHash: string): SessionSeen {
  return {
    handle: handleOf(row),
    device: row.device ?? 'A browser',
    began: row.createdAt,
    lastUsed: row.seenAt,
    way: WAYS_IN.find((one) => one === row.way) ?? null,
    thisOne: row.tokenHash === tokenHash,
  };
}

/** Ends one session of one's own. */
export async function endMySession(by: Person, handle: string, now: Date): Promise<void> {
  await theStore().write(null, async (tx) => {
    const row = (await sessionsOf(tx, by.authorityId, by.id, now)).find(
      (one) => handleOf(one) === handle,
    );
    if (!row) throw new NotFound('session');
    await deleteSessionOf(tx, by.authorityId, by.id, row.tokenHash);
    await record(tx, by, 'person.session-ended', thing(by.id), { device: row.device ?? '' });
  });
}

/** Ends every session of one's own but the one that asks. */
export async function endMyOtherSessions(by: Person, tokenHash: string): Promise<void> {
  await theStore().write(null, async (tx) => {
    await deleteOtherSessionsOf(tx, by.authorityId, by.id, tokenHash);
    await record(tx, by, 'person.other-sessions-ended', thing(by.id));
  });
}

/** An administrator ends every session of a colleague. */
export async function endSessionsOfColleague(by: Person, personId: string): Promise<void> {
  allow(by, 'people.manage', by);
  await theStore().write(null, async (tx) => {
    const name = await colleague(tx, by, personId);
    await deleteSessionsOf(tx, by.authorityId, personId);
    await record(tx, by, 'person.sessions-ended', thing(personId), { name });
  });
}

async function colleague(tx: Writer, by: Person, personId: string): Promise<string> {
  const row = await personById(tx, by.authorityId, personId);
  if (!row || row.role === 'panel-member' || row.closedAt !== null) throw new NotFound('person');
  return row.name;
}

/** Notes that somebody proved anew who they are, in the session that they have. */
export async function nowConfirmed(by: Person, tokenHash: string, at: Date): Promise<void> {
  await theStore().write(null, (tx) => confirmSession(tx, by.authorityId, tokenHash, at));
}
