import { and, asc, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Person } from '#app/people/can.ts';
import { WAYS_IN, type WayIn } from '#app/people/sessions.ts';
import { asPerson, type Authority } from './people.ts';
import { ready, stored } from './ready.ts';
import { authorities, people, sessions } from './schema/index.ts';
import { itsAuthority } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

/** Somebody signed in at one browser. */
export type Session = typeof sessions.$inferSelect;

export async function insertSession(tx: Writer, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

/** A session that is open, and whose it is. */
export interface SessionFound {
  person: Person;
  authority: Authority;
  seenAt: Date;
  /** When they last proved who they are in it. */
  confirmedAt: Date;
  way: WayIn | null;
}

const openSession = ready((db: Reader, given: { tokenHash: string; now: Date }) =>
  db
    .select({ person: people, authority: authorities, session: sessions })
    .from(sessions)
    .innerJoin(
      people,
      and(eq(people.authorityId, sessions.authorityId), eq(people.id, sessions.personId)),
    )
    .innerJoin(authorities, eq(authorities.id, sessions.authorityId))
    .where(
      and(
        eq(sessions.tokenHash, given.tokenHash),
        gt(sessions.expiresAt, stored({ now: sessions.expiresAt }).now),
        isNull(people.closedAt),
        eq(people.authorityId, sessions.authorityId),
      ),
    ),
);

/** The person behind a session that has not expired, in an account that is not closed. */
export async function personOfSession(
  db: Reader,
  tokenHash: string,
  now: Date,
): Promise<SessionFound | undefined> {
  const row = await itsAuthority(
    'signing in',
    () => openSession(db, { tokenHash, now }),
    ({ person }) => person.authorityId,
  );
  if (!row) return undefined;
  const { seenAt, createdAt, confirmedAt, way } = row.session;
  return {
    person: asPerson(row.person),
    authority: row.authority,
    seenAt,
    confirmedAt: confirmedAt ?? createdAt,
    way: WAYS_IN.find((one) => one === way) ?? null,
  };
}

export async function touchSession(tx: Writer, tokenHash: string, seenAt: Date): Promise<void> {
  await tx.update(sessions).set({ seenAt }).where(eq(sessions.tokenHash, tokenHash));
}

export async function deleteSession(tx: Writer, tokenHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

export async function deleteSessionsOf(
  tx: Writer,
  authorityId: string,
  personId: string,
): Promise<void> {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.authorityId, authorityId), eq(sessions.personId, personId)));
}

/** The sessions of somebody that have not expired, the one used last first. */
export async function sessionsOf(
  db: Reader,
  authorityId: string,
  personId: string,
  now: Date,
): Promise<Session[]> {
  return db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.authorityId, authorityId),
        eq(sessions.personId, personId),
        gt(sessions.expiresAt, now),
      ),
    )
    .orderBy(desc(sessions.seenAt), asc(sessions.tokenHash));
}

/** Ends one session of somebody; says whether it was there. */
export async function deleteSessionOf(
  tx: Writer,
  authorityId: string,
  personId: string,
  tokenHash: string,
): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.authorityId, authorityId),
        eq(sessions.personId, personId),
        eq(sessions.tokenHash, tokenHash),
      ),
    )
    .returning({ tokenHash: sessions.tokenHash });
  return ended.length === 1;
}

/** Ends every session of somebody but one. */
export async function deleteOtherSessionsOf(
  tx: Writer,
  authorityId: string,
  personId: string,
  keep: string,
): Promise<void> {
  await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.authorityId, authorityId),
        eq(sessions.personId, personId),
        ne(sessions.tokenHash, keep),
      ),
    );
}

/** Notes that whoever holds a session has just proved who they are. */
export async function confirmSession(
  tx: Writer,
  authorityId: string,
  tokenHash: string,
  at: Date,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ confirmedAt: at })
    .where(and(eq(sessions.authorityId, authorityId), eq(sessions.tokenHash, tokenHash)));
}
