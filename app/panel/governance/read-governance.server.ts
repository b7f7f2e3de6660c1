import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { governanceOf } from '#db/boards.ts';
import { membersOf } from '#db/panel.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { governancePage, type KeptGovernance } from './governance-page.ts';

/** The register of boards as somebody may read it. */
export async function readGovernance(person: Person, programme: Programme) {
  const all: KeptGovernance[] = await governanceOf(
    theStore().read,
    programme.authorityId,
    programme.id,
  );
  const maySeePanel = can(person, 'panel.see', programme).yes;
  const today = dayOf(new Date());
  return { all, maySeePanel, today, page: governancePage(all, today, maySeePanel) };
}

/** One board of the register. */
export async function readBoard(person: Person, programme: Programme, boardId: string) {
  const read = await readGovernance(person, programme);
  const one = read.all.find(({ board }) => board.id === boardId);
  const line = read.page.boards.find(({ id }) => id === boardId);
  if (!one || !line) throw new NotFound('board');
  return { ...read, one, line };
}

/** The members of the panel who can hold a seat, for those who may see who is on it. */
export async function membersToSeat(person: Person, programme: Programme) {
  if (!can(person, 'panel.see', programme).yes) return [];
  const members = await membersOf(theStore().read, programme.authorityId, programme.id);
  return members.filter(({ leftOn }) => leftOn === null).map(({ id, name }) => ({ id, name }));
}
