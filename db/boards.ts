import { and, asc, desc, eq } from 'drizzle-orm';
import { personOfMember } from './joins.ts';
import { firstOf } from './people.ts';
import { boardMatters, boards, boardSeats, panelMembers, people } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type BoardRow = typeof boards.$inferSelect;
export type SeatRow = typeof boardSeats.$inferSelect;
export type MatterRow = typeof boardMatters.$inferSelect;
/** A seat with the name of the member of the panel who holds it, where one does. */
export type HeldSeat = SeatRow & { memberName: string | null };

const here = (authorityId: string, programmeId: string) =>
  and(eq(boards.authorityId, authorityId), eq(boards.programmeId, programmeId));

/** The boards of a programme, those that have ended last, by name. */
export async function governanceBoardsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<BoardRow[]> {
  const rows = await db.select().from(boards).where(here(authorityId, programmeId));
  const ended = (row: BoardRow) => (row.closedOn === null ? 0 : 1);
  return rows.sort(
    (a, b) =>
      ended(a) - ended(b) || a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1),
  );
}

export async function boardById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<BoardRow | undefined> {
  const rows = await db
    .select()
    .from(boards)
    .where(and(here(authorityId, programmeId), eq(boards.id, id)));
  return firstOf(rows);
}

const RANK = ['chair', 'vice-chair', 'member', 'adviser', 'observer'];

/** The seats of every board of a programme: chairs first, then by organisation and name. */
export async function seatsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<HeldSeat[]> {
  const rows = await db
    .select({ seat: boardSeats, memberName: people.name })
    .from(boardSeats)
    .innerJoin(
      boards,
      and(eq(boards.authorityId, boardSeats.authorityId), eq(boards.id, boardSeats.boardId)),
    )
    .leftJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, boardSeats.authorityId),
        eq(panelMembers.id, boardSeats.memberId),
      ),
    )
    .leftJoin(people, personOfMember)
    .where(and(eq(boardSeats.authorityId, authorityId), here(authorityId, programmeId)));
  return rows
    .map(({ seat, memberName }) => ({ ...seat, memberName }))
    .sort(
      (a, b) =>
        RANK.indexOf(a.role) - RANK.indexOf(b.role) ||
        a.organisation.localeCompare(b.organisation, 'en-GB') ||
        a.name.localeCompare(b.name, 'en-GB') ||
        a.id.localeCompare(b.id),
    );
}

/** What was put to every board of a programme, latest first. */
export async function mattersOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<MatterRow[]> {
  const rows = await db
    .select({ matter: boardMatters })
    .from(boardMatters)
    .innerJoin(
      boards,
      and(eq(boards.authorityId, boardMatters.authorityId), eq(boards.id, boardMatters.boardId)),
    )
    .where(and(eq(boardMatters.authorityId, authorityId), here(authorityId, programmeId)))
    .orderBy(desc(boardMatters.putOn), asc(boardMatters.id));
  return rows.map(({ matter }) => matter);
}

/** Everything that a plan says about governance: each board with its seats and what it decided. */
export async function governanceOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ board: BoardRow; seats: HeldSeat[]; matters: MatterRow[] }[]> {
  const rows = await governanceBoardsOf(db, authorityId, programmeId);
  const seats = await seatsOf(db, authorityId, programmeId);
  const matters = await mattersOf(db, authorityId, programmeId);
  return rows.map((board) => ({
    board,
    seats: seats.filter(({ boardId }) => boardId === board.id),
    matters: matters.filter(({ boardId }) => boardId === board.id),
  }));
}

export async function insertBoard(tx: Writer, row: BoardRow): Promise<void> {
  await tx.insert(boards).values(row);
}

/** Changes a board that nobody changed meanwhile; false where somebody did. */
export async function updateBoard(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Omit<BoardRow, 'id' | 'authorityId' | 'programmeId' | 'version' | 'createdAt'>>,
): Promise<boolean> {
  const changed = await tx
    .update(boards)
    .set({ ...change, version: seen + 1 })
    .where(and(eq(boards.authorityId, authorityId), eq(boards.id, id), eq(boards.version, seen)))
    .returning({ id: boards.id });
  return changed.length === 1;
}

export async function insertSeats(tx: Writer, rows: readonly SeatRow[]): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(boardSeats).values(chunk));
}

export async function updateSeat(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Omit<SeatRow, 'id' | 'authorityId' | 'boardId'>>,
): Promise<void> {
  await tx
    .update(boardSeats)
    .set(change)
    .where(and(eq(boardSeats.authorityId, authorityId), eq(boardSeats.id, id)));
}

export async function deleteSeat(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(boardSeats)
    .where(and(eq(boardSeats.authorityId, authorityId), eq(boardSeats.id, id)));
}

export async function insertMatter(tx: Writer, row: MatterRow): Promise<void> {
  await tx.insert(boardMatters).values(row);
}

/** Changes a matter that nobody changed meanwhile; false where somebody did. */
export async function updateMatter(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Omit<MatterRow, 'id' | 'authorityId' | 'boardId' | 'version'>>,
): Promise<boolean> {
  const changed = await tx
    .update(boardMatters)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(boardMatters.authorityId, authorityId),
        eq(boardMatters.id, id),
        eq(boardMatters.version, seen),
      ),
    )
    .returning({ id: boardMatters.id });
  return changed.length === 1;
}

export async function deleteMatter(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(boardMatters)
    .where(and(eq(boardMatters.authorityId, authorityId), eq(boardMatters.id, id)));
}
