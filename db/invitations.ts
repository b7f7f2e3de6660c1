import { and, asc, eq, inArray, isNull, lt, lte } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { interestContacts, interests, openCalls, panelInvitations } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

const itsCall = and(
  eq(openCalls.authorityId, panelInvitations.authorityId),
  eq(openCalls.id, panelInvitations.callId),
);

const itsInterest = and(
  eq(interests.authorityId, panelInvitations.authorityId),
  eq(interests.id, panelInvitations.interestId),
);

/** Under which kind words of somebody who would like to join stand: what helps them, or what they ask. */
export const INTEREST_SOURCE = 'interest';
/** The question of an invitation, beside what would help them to take part. */
export const ASKED = 'question';

export type InvitationRow = typeof panelInvitations.$inferSelect;

/** The invitations of a call, by whom they are to. */
export async function invitationsOf(
  db: Reader,
  authorityId: string,
  callId: string,
): Promise<Map<string, InvitationRow>> {
  const rows = await db
    .select()
    .from(panelInvitations)
    .where(and(eq(panelInvitations.authorityId, authorityId), eq(panelInvitations.callId, callId)));
  return new Map(rows.map((row) => [row.interestId, row]));
}

export async function invitationById(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<InvitationRow | undefined> {
  const rows = await db
    .select()
    .from(panelInvitations)
    .where(and(eq(panelInvitations.authorityId, authorityId), eq(panelInvitations.id, id)));
  return firstOf(rows);
}

export async function insertInvitations(tx: Writer, rows: readonly InvitationRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(panelInvitations).values([...rows]);
}

export async function updateInvitation(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Omit<InvitationRow, 'id' | 'authorityId' | 'callId' | 'interestId'>>,
): Promise<void> {
  await tx
    .update(panelInvitations)
    .set(change)
    .where(and(eq(panelInvitations.authorityId, authorityId), eq(panelInvitations.id, id)));
}

/** An invitation that waits for an answer, and the programme that it is about. */
export interface OpenInvitation {
  invitation: InvitationRow;
  programmeId: string;
}

/** Neither yes nor no: who asks something first has the place until the same day. */
const undecided = inArray(panelInvitations.answer, ['', 'tell-more']);

/**
 * Invitations without a yes or no whose day is `until` at the latest, of every authority: what the
 * server looks at each day.
 */
export async function invitationsWithout(tx: Reader, until: string): Promise<OpenInvitation[]> {
  return tx
    .select({ invitation: panelInvitations, programmeId: openCalls.programmeId })
    .from(panelInvitations)
    .innerJoin(openCalls, itsCall)
    .innerJoin(interests, itsInterest)
    .where(
      and(
        undecided,
        isNull(panelInvitations.lapsedAt),
        lte(panelInvitations.answerBy, until),
        eq(interests.outcome, 'waiting'),
      ),
    )
    .orderBy(asc(panelInvitations.answerBy), asc(panelInvitations.id));
}

/** Invitations of a programme that wait: for an answer, or for ours to a question. */
export async function invitationsThatWait(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<InvitationRow[]> {
  const rows = await db
    .select({ invitation: panelInvitations })
    .from(panelInvitations)
    .innerJoin(openCalls, itsCall)
    .innerJoin(interests, itsInterest)
    .where(
      and(
        eq(panelInvitations.authorityId, authorityId),
        eq(openCalls.programmeId, programmeId),
        isNull(panelInvitations.lapsedAt),
        eq(interests.outcome, 'waiting'),
      ),
    )
    .orderBy(asc(panelInvitations.answerBy), asc(panelInvitations.id));
  return rows.map(({ invitation }) => invitation);
}

/** Notes that the day of an invitation passed; false where a yes or no came meanwhile. */
export async function lapse(
  tx: Writer,
  { authorityId, id }: InvitationRow,
  today: string,
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .update(panelInvitations)
    .set({ lapsedAt: at })
    .where(
      and(
        eq(panelInvitations.authorityId, authorityId),
        eq(panelInvitations.id, id),
        undecided,
        isNull(panelInvitations.lapsedAt),
        lt(panelInvitations.answerBy, today),
      ),
    )
    .returning({ id: panelInvitations.id });
  return rows.length === 1;
}

/** How to reach somebody has gone with them onto the panel: it is kept in one place. */
export async function deleteInterestContact(
  tx: Writer,
  authorityId: string,
  interestId: string,
): Promise<void> {
  await tx
    .delete(interestContacts)
    .where(
      and(
        eq(interestContacts.authorityId, authorityId),
        eq(interestContacts.interestId, interestId),
      ),
    );
}

/** Marks an interest as the member whom it became. */
export async function markJoined(
  tx: Writer,
  authorityId: string,
  interestId: string,
  memberId: string,
): Promise<void> {
  await tx
    .update(interests)
    .set({ outcome: 'member', joinedAs: memberId })
    .where(and(eq(interests.authorityId, authorityId), eq(interests.id, interestId)));
}
