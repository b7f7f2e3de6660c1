import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { agendaItems, boards, meetings } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type Meeting = typeof meetings.$inferSelect;
export type AgendaItem = typeof agendaItems.$inferSelect;

// ── meetings ────────────────────────────────────────────────────────────────────────────────────

/** The meetings of a programme, latest day first: of one board, of the panel (null), or of all. */
export async function meetingsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  group?: string | null,
): Promise<Meeting[]> {
  const ofGroup =
    group === undefined
      ? undefined
      : group === null
        ? isNull(meetings.groupId)
        : eq(meetings.groupId, group);
  return db
    .select()
    .from(meetings)
    .where(
      and(eq(meetings.authorityId, authorityId), eq(meetings.programmeId, programmeId), ofGroup),
    )
    .orderBy(desc(meetings.heldOn), desc(meetings.startsAt), desc(meetings.id));
}

export async function meetingById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Meeting | undefined> {
  const rows = await db
    .select()
    .from(meetings)
    .where(
      and(
        eq(meetings.authorityId, authorityId),
        eq(meetings.programmeId, programmeId),
        eq(meetings.id, id),
      ),
    );
  return firstOf(rows);
}

/** A meeting of an authority, whatever programme it belongs to: for links that name it. */
export async function meetingByItsId(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<Meeting | undefined> {
  const rows = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.authorityId, authorityId), eq(meetings.id, id)));
  return firstOf(rows);
}

/** The boards of a programme by name: those that meetings can be of besides the panel. */
export async function boardsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ id: string; name: string; closedOn: string | null }[]> {
  return db
    .select({ id: boards.id, name: boards.name, closedOn: boards.closedOn })
    .from(boards)
    .where(and(eq(boards.authorityId, authorityId), eq(boards.programmeId, programmeId)))
    .orderBy(asc(boards.name), asc(boards.id));
}

export async function insertMeeting(tx: Writer, row: Meeting): Promise<void> {
  await tx.insert(meetings).values(row);
}

/** Saves a meeting if nobody changed it since `seen`; says whether it did. */
export async function updateMeeting(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Omit<Meeting, 'id' | 'authorityId' | 'programmeId' | 'version' | 'createdAt'>>,
): Promise<boolean> {
  const changed = await tx
    .update(meetings)
    .set({ ...change, version: seen + 1 })
    .where(
      and(eq(meetings.authorityId, authorityId), eq(meetings.id, id), eq(meetings.version, seen)),
    )
    .returning({ id: meetings.id });
  return changed.length === 1;
}

// ── the agenda ──────────────────────────────────────────────────────────────────────────────────

export async function agendaOf(
  db: Reader,
  authorityId: string,
  meetingId: string,
): Promise<AgendaItem[]> {
  return db
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.authorityId, authorityId), eq(agendaItems.meetingId, meetingId)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
}

export async function insertItems(tx: Writer, rows: readonly AgendaItem[]): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(agendaItems).values(chunk));
}

export async function updateItem(
  tx: Writer,
  authorityId: string,
  meetingId: string,
  id: string,
  change: Partial<Pick<AgendaItem, 'title' | 'minutes' | 'leads' | 'paper' | 'position'>>,
): Promise<boolean> {
  const changed = await tx
    .update(agendaItems)
    .set(change)
    .where(
      and(
        eq(agendaItems.authorityId, authorityId),
        eq(agendaItems.meetingId, meetingId),
        eq(agendaItems.id, id),
      ),
    )
    .returning({ id: agendaItems.id });
  return changed.length === 1;
}

export async function deleteItem(
  tx: Writer,
  authorityId: string,
  meetingId: string,
  id: string,
): Promise<boolean> {
  const gone = await tx
    .delete(agendaItems)
    .where(
      and(
        eq(agendaItems.authorityId, authorityId),
        eq(agendaItems.meetingId, meetingId),
        eq(agendaItems.id, id),
      ),
    )
    .returning({ id: agendaItems.id });
  return gone.length === 1;
}
