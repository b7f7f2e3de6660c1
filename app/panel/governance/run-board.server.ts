import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import type { AuditAction } from '#app/people/audit.ts';
import {
  boardById,
  deleteMatter,
  deleteSeat,
  governanceBoardsOf,
  insertBoard,
  insertMatter,
  insertSeats,
  mattersOf,
  seatsOf,
  updateBoard,
  updateMatter,
  updateSeat,
  type BoardRow,
} from '#db/boards.ts';
import { newId } from '#db/ids.ts';
import { memberById } from '#db/panel.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import type { BoardFields, MatterFields, SeatFields } from './board.ts';
import { mayReportTo } from './reporting-lines.ts';
import type { ListedSeat } from './seats.ts';

const MEANWHILE = 'Somebody else changed this meanwhile. Load it again and change it.';

/** Adds a board or group. */
export async function addBoard(
  by: Person,
  programme: Programme,
  fields: BoardFields,
  createdAt = new Date(),
): Promise<string> {
  allow(by, 'governance.edit', programme);
  const { authorityId, id: programmeId } = programme;
  const id = newId(createdAt);
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await checkReporting(tx, programme, null, fields.reportsTo);
    const row = { id, authorityId, programmeId, ...fields, closedOn: null, version: 1, createdAt };
    await insertBoard(tx, row);
    await record(tx, by, 'board.added', { kind: 'board', id }, { name: fields.name });
  });
  return id;
}

async function checkReporting(
  tx: Writer,
  { authorityId, id: programmeId }: Programme,
  boardId: string | null,
  reportsTo: string | null,
): Promise<void> {
  if (reportsTo === null) return;
  const boards = await governanceBoardsOf(tx, authorityId, programmeId);
  if (!mayReportTo(boards, boardId).some(({ id }) => id === reportsTo)) {
    throw new Conflict('That board reports to this one. Choose another that it reports to.');
  }
}

/** Does something to a board that is there, and keeps who did. */
async function onBoard(
  by: Person,
  programme: Programme,
  boardId: string,
  action: AuditAction,
  work: (tx: Writer, board: BoardRow) => Promise<Record<string, number> | undefined>,
): Promise<void> {
  allow(by, 'governance.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const board = await boardById(tx, authorityId, programmeId, boardId);
    if (!board) throw new NotFound('board');
    const details = await work(tx, board);
    const about = { kind: 'board', id: boardId };
    await record(tx, by, action, about, { name: board.name, ...details });
  });
}

export async function changeBoard(
  by: Person,
  programme: Programme,
  boardId: string,
  seen: number,
  fields: BoardFields,
): Promise<void> {
  await onBoard(by, programme, boardId, 'board.changed', async (tx, board) => {
    await checkReporting(tx, programme, boardId, fields.reportsTo);
    if (!(await updateBoard(tx, board.authorityId, boardId, seen, fields))) {
      throw new Conflict(MEANWHILE);
    }
    return undefined;
  });
}

/** Records that a board has ended, or (null) that it meets again. */
export async function endBoard(
  by: Person,
  programme: Programme,
  boardId: string,
  closedOn: string | null,
): Promise<void> {
  const action = closedOn === null ? 'board.reopened' : 'board.closed';
  await onBoard(by, programme, boardId, action, async (tx, board) => {
    await updateBoard(tx, board.authorityId, boardId, board.version, { closedOn });
    return undefined;
  });
}

/** Adds members to a board, one or a whole list. */
export async function addSeats(
  by: Person,
  programme: Programme,
  boardId: string,
  seats: readonly (SeatFields | ListedSeat)[],
): Promise<void> {
  await onBoard(by, programme, boardId, 'board.seats-added', async (tx, board) => {
    const rows = [];
    for (const seat of seats) {
      const full =
        'memberId' in seat ? await seatRow(tx, programme, seat) : { ...NO_TERM, ...seat };
      rows.push({ id: newId(), authorityId: board.authorityId, boardId, ...full });
    }
    await insertSeats(tx, rows);
    return { count: seats.length };
  });
}

const NO_TERM = { ofPanel: false, memberId: null, fromOn: null, untilOn: null };

async function seatRow(tx: Writer, programme: Programme, seat: SeatFields) {
  const { memberId, voting, ofPanel, ...rest } = seat;
  if (memberId !== '' && !(await memberById(tx, programme.authorityId, programme.id, memberId))) {
    throw new NotFound('member of the panel');
  }
  return {
    ...rest,
    voting: voting === 'yes',
    ofPanel: ofPanel === 'yes',
    memberId: memberId === '' ? null : memberId,
  };
}

async function seatOn(tx: Writer, { authorityId, id }: Programme, boardId: string, seatId: string) {
  const found = (await seatsOf(tx, authorityId, id)).find((seat) => seat.id === seatId);
  if (found?.boardId !== boardId) throw new NotFound('member of this board');
  return found;
}

export async function changeSeat(
  by: Person,
  programme: Programme,
  boardId: string,
  seatId: string,
  fields: SeatFields,
): Promise<void> {
  await onBoard(by, programme, boardId, 'board.seat-changed', async (tx, board) => {
    await seatOn(tx, programme, boardId, seatId);
    await updateSeat(tx, board.authorityId, seatId, await seatRow(tx, programme, fields));
    return undefined;
  });
}

export async function removeSeat(
  by: Person,
  programme: Programme,
  boardId: string,
  seatId: string,
): Promise<void> {
  await onBoard(by, programme, boardId, 'board.seat-removed', async (tx, board) => {
    await seatOn(tx, programme, boardId, seatId);
    await deleteSeat(tx, board.authorityId, seatId);
    return undefined;
  });
}

/** Records something that was put to a board, with what it decided if it has. */
export async function addMatter(
  by: Person,
  programme: Programme,
  boardId: string,
  fields: MatterFields,
): Promise<void> {
  await onBoard(by, programme, boardId, 'board.matter-added', async (tx, board) => {
    const { authorityId } = board;
    await insertMatter(tx, { id: newId(), authorityId, boardId, ...fields, version: 1 });
    return undefined;
  });
}

async function matterOf(
  tx: Writer,
  { authorityId, id }: Programme,
  boardId: string,
  which: string,
) {
  const found = (await mattersOf(tx, authorityId, id)).find((matter) => matter.id === which);
  if (found?.boardId !== boardId) throw new NotFound('matter of this board');
  return found;
}

export async function changeMatter(
  by: Person,
  programme: Programme,
  boardId: string,
  matterId: string,
  seen: number,
  fields: MatterFields,
): Promise<void> {
  await onBoard(by, programme, boardId, 'board.matter-changed', async (tx, board) => {
    await matterOf(tx, programme, boardId, matterId);
    if (!(await updateMatter(tx, board.authorityId, matterId, seen, fields))) {
      throw new Conflict(MEANWHILE);
    }
    return undefined;
  });
}

export async function removeMatter(
  by: Person,
  programme: Programme,
  boardId: string,
  matterId: string,
): Promise<void> {
  await onBoard(by, programme, boardId, 'board.matter-removed', async (tx, board) => {
    await matterOf(tx, programme, boardId, matterId);
    await deleteMatter(tx, board.authorityId, matterId);
    return undefined;
  });
}
