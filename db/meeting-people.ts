import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { memberOfContact, personOfMember } from './joins.ts';
import type { Meeting } from './meetings.ts';
import { firstOf } from './people.ts';
import {
  attendances,
  meetingGuests,
  meetingInvitations,
  meetings,
  messages,
  panelContacts,
  panelMembers,
  people,
} from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type Invitation = typeof meetingInvitations.$inferSelect;
export type Attendance = typeof attendances.$inferSelect;
export type GuestRow = typeof meetingGuests.$inferSelect;

// ── who is asked, and who came ──────────────────────────────────────────────────────────────────

/** Who is asked to a meeting, with the names that staff know them by. */
export async function invitedTo(
  db: Reader,
  authorityId: string,
  meetingId: string,
): Promise<(Invitation & { name: string; kind: string; leftOn: string | null })[]> {
  const rows = await db
    .select({
      invitation: meetingInvitations,
      name: people.name,
      kind: panelMembers.kind,
      leftOn: panelMembers.leftOn,
    })
    .from(meetingInvitations)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, meetingInvitations.authorityId),
        eq(panelMembers.id, meetingInvitations.memberId),
      ),
    )
    .innerJoin(people, personOfMember)
    .where(
      and(
        eq(meetingInvitations.authorityId, authorityId),
        eq(meetingInvitations.meetingId, meetingId),
      ),
    );
  return rows
    .map(({ invitation, ...about }) => ({ ...invitation, ...about }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** The meetings that a member is asked to, with what they said to each. */
export async function meetingsOfMember(
  db: Reader,
  authorityId: string,
  memberId: string,
): Promise<{ meeting: Meeting; invitation: Invitation }[]> {
  return db
    .select({ meeting: meetings, invitation: meetingInvitations })
    .from(meetingInvitations)
    .innerJoin(
      meetings,
      and(
        eq(meetings.authorityId, meetingInvitations.authorityId),
        eq(meetings.id, meetingInvitations.meetingId),
      ),
    )
    .where(
      and(
        eq(meetingInvitations.authorityId, authorityId),
        eq(meetingInvitations.memberId, memberId),
      ),
    )
    .orderBy(asc(meetings.heldOn), asc(meetings.startsAt), asc(meetings.id));
}

export async function meetingOfMember(
  db: Reader,
  authorityId: string,
  memberId: string,
  meetingId: string,
): Promise<{ meeting: Meeting; invitation: Invitation } | undefined> {
  const all = await meetingsOfMember(db, authorityId, memberId);
  return all.find(({ meeting }) => meeting.id === meetingId);
}

/** A meeting that a person is asked to as a member who is on the panel now. */
export async function meetingOfPerson(
  db: Reader,
  authorityId: string,
  personId: string,
  meetingId: string,
): Promise<{ meeting: Meeting; invitation: Invitation } | undefined> {
  const rows = await db
    .select({ meeting: meetings, invitation: meetingInvitations })
    .from(meetingInvitations)
    .innerJoin(
      meetings,
      and(
        eq(meetings.authorityId, meetingInvitations.authorityId),
        eq(meetings.id, meetingInvitations.meetingId),
      ),
    )
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, meetingInvitations.authorityId),
        eq(panelMembers.id, meetingInvitations.memberId),
      ),
    )
    .where(
      and(
        eq(meetingInvitations.authorityId, authorityId),
        eq(meetingInvitations.meetingId, meetingId),
        eq(panelMembers.authorityId, authorityId),
        eq(panelMembers.personId, personId),
        isNull(panelMembers.leftOn),
      ),
    );
  return firstOf(rows);
}

/** Asks members to a meeting; gives those who were not asked before. */
export async function insertInvitations(
  tx: Writer,
  rows: readonly Invitation[],
): Promise<Invitation[]> {
  if (rows.length === 0) return [];
  const made = await tx
    .insert(meetingInvitations)
    .values([...rows])
    .onConflictDoNothing()
    .returning();
  return made;
}

/** Keeps what a member replied: the last reply stands. False where they were not asked. */
export async function putReply(
  tx: Writer,
  authorityId: string,
  meetingId: string,
  memberId: string,
  change: Pick<Invitation, 'reply' | 'needs' | 'repliedAt'>,
): Promise<boolean> {
  const changed = await tx
    .update(meetingInvitations)
    .set(change)
    .where(
      and(
        eq(meetingInvitations.authorityId, authorityId),
        eq(meetingInvitations.meetingId, meetingId),
        eq(meetingInvitations.memberId, memberId),
      ),
    )
    .returning({ id: meetingInvitations.id });
  return changed.length === 1;
}

/** Who was at these meetings, with name and kind. */
export async function attendanceAt(
  db: Reader,
  authorityId: string,
  meetingIds: readonly string[],
): Promise<(Attendance & { name: string; kind: string })[]> {
  if (meetingIds.length === 0) return [];
  const rows = await db
    .select({ attendance: attendances, name: people.name, kind: panelMembers.kind })
    .from(attendances)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, attendances.authorityId),
        eq(panelMembers.id, attendances.memberId),
      ),
    )
    .innerJoin(people, personOfMember)
    .where(
      and(
        eq(attendances.authorityId, authorityId),
        inArray(attendances.meetingId, [...meetingIds]),
      ),
    );
  return rows.map(({ attendance, ...about }) => ({ ...attendance, ...about }));
}

export async function guestsAt(
  db: Reader,
  authorityId: string,
  meetingIds: readonly string[],
): Promise<GuestRow[]> {
  if (meetingIds.length === 0) return [];
  return db
    .select()
    .from(meetingGuests)
    .where(
      and(
        eq(meetingGuests.authorityId, authorityId),
        inArray(meetingGuests.meetingId, [...meetingIds]),
      ),
    )
    .orderBy(asc(meetingGuests.id));
}

/** Puts down who was at a meeting, in place of what was there. */
export async function replaceAttendance(
  tx: Writer,
  authorityId: string,
  meetingId: string,
  members: readonly Attendance[],
  guests: readonly GuestRow[],
): Promise<void> {
  await tx
    .delete(attendances)
    .where(and(eq(attendances.authorityId, authorityId), eq(attendances.meetingId, meetingId)));
  await tx
    .delete(meetingGuests)
    .where(and(eq(meetingGuests.authorityId, authorityId), eq(meetingGuests.meetingId, meetingId)));
  await inChunks(members, (chunk) => tx.insert(attendances).values(chunk));
  await inChunks(guests, (chunk) => tx.insert(meetingGuests).values(chunk));
}

/** The language of each member who is on the panel now, where they said one: nothing else of them. */
export async function languagesAsked(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ language: string }[]> {
  return db
    .select({ language: panelContacts.language })
    .from(panelContacts)
    .innerJoin(panelMembers, memberOfContact)
    .where(
      and(
        eq(panelContacts.authorityId, authorityId),
        eq(panelMembers.programmeId, programmeId),
        isNull(panelMembers.leftOn),
        ne(panelContacts.language, ''),
      ),
    );
}

/** Takes back messages of a kind about a thing that wait in the outbox for these members. */
export async function takeBackMessages(
  tx: Writer,
  authorityId: string,
  kind: string,
  about: { kind: string; id: string },
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  const waiting = await tx
    .select({ id: messages.id, about: messages.about })
    .from(messages)
    .where(
      and(
        eq(messages.authorityId, authorityId),
        eq(messages.state, 'waiting'),
        eq(messages.kind, kind),
        inArray(messages.memberId, [...memberIds]),
      ),
    );
  const gone = waiting.filter((one) => one.about?.kind === about.kind && one.about.id === about.id);
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await tx
    .delete(messages)
    .where(and(eq(messages.authorityId, authorityId), inArray(messages.id, ids)));
}

/** Takes the names of a meeting's guests out; how many came of each kind stays. */
export async function withoutGuestNames(
  tx: Writer,
  authorityId: string,
  meetingId: string,
): Promise<void> {
  await tx
    .update(meetingGuests)
    .set({ names: '' })
    .where(and(eq(meetingGuests.authorityId, authorityId), eq(meetingGuests.meetingId, meetingId)));
}
