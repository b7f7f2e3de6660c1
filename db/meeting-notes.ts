import { and, asc, eq, inArray, max } from 'drizzle-orm';
import { meetingOfNote } from './joins.ts';
import { firstOf } from './people.ts';
import { meetingActions, meetingDecisions, meetingNotes, meetings } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type MeetingNote = typeof meetingNotes.$inferSelect;
export type MeetingDecision = typeof meetingDecisions.$inferSelect;
export type MeetingAction = typeof meetingActions.$inferSelect;

/** The kind under which themes are tied to what was said at a meeting. */
export const MEETING_NOTE_SOURCE = 'meeting-note';

export async function notesOfMeeting(
  db: Reader,
  authorityId: string,
  meetingId: string,
): Promise<MeetingNote[]> {
  return db
    .select()
    .from(meetingNotes)
    .where(and(eq(meetingNotes.authorityId, authorityId), eq(meetingNotes.meetingId, meetingId)))
    .orderBy(asc(meetingNotes.position), asc(meetingNotes.id));
}

/** One thing that was said at a meeting, for coding beside the surveys' free text. */
export interface MeetingComment {
  id: string;
  text: string;
  /** parent-or-carer, practitioner, guest or several. */
  saidBy: string;
  /** Whether whoever said it agreed to be quoted without a name. */
  quotable: boolean;
  source: { meetingId: string; title: string; heldOn: string };
}

/** What was said at the meetings of a programme and marked as a comment, meeting by meeting. */
export async function meetingComments(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<MeetingComment[]> {
  const rows = await db
    .select({
      note: meetingNotes,
      meeting: { id: meetings.id, title: meetings.title, heldOn: meetings.heldOn },
    })
    .from(meetingNotes)
    .innerJoin(meetings, meetingOfNote)
    .where(
      and(
        eq(meetingNotes.authorityId, authorityId),
        eq(meetingNotes.programmeId, programmeId),
        eq(meetingNotes.kind, 'comment'),
      ),
    )
    .orderBy(
      asc(meetings.heldOn),
      asc(meetings.id),
      asc(meetingNotes.position),
      asc(meetingNotes.id),
    );
  return rows.map(({ note, meeting }) => ({
    id: note.id,
    text: note.text,
    saidBy: note.saidBy,
    quotable: note.consent === 'quote',
    source: { meetingId: meeting.id, title: meeting.title, heldOn: meeting.heldOn },
  }));
}

/** The kinds of the notes of these meetings: for counting, without their words. */
export async function noteKindsAt(
  db: Reader,
  authorityId: string,
  meetingIds: readonly string[],
): Promise<{ meetingId: string; kind: string }[]> {
  if (meetingIds.length === 0) return [];
  return db
    .select({ meetingId: meetingNotes.meetingId, kind: meetingNotes.kind })
    .from(meetingNotes)
    .where(
      and(
        eq(meetingNotes.authorityId, authorityId),
        inArray(meetingNotes.meetingId, [...meetingIds]),
      ),
    );
}

export async function insertMeetingNote(
  tx: Writer,
  row: Omit<MeetingNote, 'position'>,
): Promise<void> {
  const rows = await tx
    .select({ last: max(meetingNotes.position) })
    .from(meetingNotes)
    .where(
      and(eq(meetingNotes.authorityId, row.authorityId), eq(meetingNotes.meetingId, row.meetingId)),
    );
  const position = Number(firstOf(rows)?.last ?? 0) + 1;
  await tx.insert(meetingNotes).values({ ...row, position });
}

export async function deleteMeetingNote(
  tx: Writer,
  authorityId: string,
  meetingId: string,
  id: string,
): Promise<MeetingNote | undefined> {
  const gone = await tx
    .delete(meetingNotes)
    .where(
      and(
        eq(meetingNotes.authorityId, authorityId),
        eq(meetingNotes.meetingId, meetingId),
        eq(meetingNotes.id, id),
      ),
    )
    .returning();
  return firstOf(gone);
}

// ── decisions ───────────────────────────────────────────────────────────────────────────────────

/** The decisions of a programme's meetings, or of one of them, in the order taken. */
export async function decisionsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  meetingId?: string,
): Promise<MeetingDecision[]> {
  return db
    .select()
    .from(meetingDecisions)
    .where(
      and(
        eq(meetingDecisions.authorityId, authorityId),
        eq(meetingDecisions.programmeId, programmeId),
        meetingId === undefined ? undefined : eq(meetingDecisions.meetingId, meetingId),
      ),
    )
    .orderBy(asc(meetingDecisions.position), asc(meetingDecisions.id));
}

export async function insertDecision(
  tx: Writer,
  row: Omit<MeetingDecision, 'position'>,
): Promise<void> {
  const rows = await tx
    .select({ last: max(meetingDecisions.position) })
    .from(meetingDecisions)
    .where(
      and(
        eq(meetingDecisions.authorityId, row.authorityId),
        eq(meetingDecisions.meetingId, row.meetingId),
      ),
    );
  const position = Number(firstOf(rows)?.last ?? 0) + 1;
  await tx.insert(meetingDecisions).values({ ...row, position });
}

export async function deleteDecision(
  tx: Writer,
  authorityId: string,
  meetingId: string,
  id: string,
): Promise<boolean> {
  const gone = await tx
    .delete(meetingDecisions)
    .where(
      and(
        eq(meetingDecisions.authorityId, authorityId),
        eq(meetingDecisions.meetingId, meetingId),
        eq(meetingDecisions.id, id),
      ),
    )
    .returning({ id: meetingDecisions.id });
  return gone.length === 1;
}

// ── actions ─────────────────────────────────────────────────────────────────────────────────────

/** What people said at the meetings of a programme that they would do. */
export async function actionsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<MeetingAction[]> {
  return db
    .select()
    .from(meetingActions)
    .where(
      and(eq(meetingActions.authorityId, authorityId), eq(meetingActions.programmeId, programmeId)),
    )
    .orderBy(asc(meetingActions.dueOn), asc(meetingActions.id));
}

export async function actionById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<MeetingAction | undefined> {
  const rows = await db
    .select()
    .from(meetingActions)
    .where(
      and(
        eq(meetingActions.authorityId, authorityId),
        eq(meetingActions.programmeId, programmeId),
        eq(meetingActions.id, id),
      ),
    );
  return firstOf(rows);
}

export async function insertAction(tx: Writer, row: MeetingAction): Promise<void> {
  await tx.insert(meetingActions).values(row);
}

/** Saves an action if nobody changed it since `seen`; says whether it did. */
export async function updateAction(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Pick<MeetingAction, 'state' | 'outcome' | 'settledOn' | 'dueOn'>>,
): Promise<boolean> {
  const changed = await tx
    .update(meetingActions)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(meetingActions.authorityId, authorityId),
        eq(meetingActions.id, id),
        eq(meetingActions.version, seen),
      ),
    )
    .returning({ id: meetingActions.id });
  return changed.length === 1;
}

export async function deleteAction(
  tx: Writer,
  authorityId: string,
  meetingId: string,
  id: string,
): Promise<boolean> {
  const gone = await tx
    .delete(meetingActions)
    .where(
      and(
        eq(meetingActions.authorityId, authorityId),
        eq(meetingActions.meetingId, meetingId),
        eq(meetingActions.id, id),
      ),
    )
    .returning({ id: meetingActions.id });
  return gone.length === 1;
}
