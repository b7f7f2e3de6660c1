import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { planFromActivities } from '#app/plan/lines/plan-from-activities.server.ts';
import { followedTitle } from '#app/plan/coverage/read-packs.server.ts';
import { isThreadKind, type ThreadEnd } from '#app/thread/kinds.ts';
import { letStand, tieEnds } from '#app/thread/tie.server.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { insertLines, lineById, nextPosition } from '#db/plan-lines.ts';
import { deleteLineReason, saveLineReason } from '#db/plan-thread.ts';
import { theStore } from '#db/store.server.ts';
import { registerForTheory } from '#db/theory.ts';
import { tie } from '#db/thread.ts';
import type { Fix } from './fix-form.ts';

/** What was done. */
export interface Fixed {
  said: string;
  /** A line that was made and still needs filling in. */
  lineId?: string;
}

/** Puts right one thing between needs and lines. */
export async function fixGap(by: Person, programme: Programme, fix: Fix): Promise<Fixed> {
  switch (fix.intent) {
    case 'tie-need':
      await tieNeed(by, programme, { line: fix.line, need: fix.need, why: fix.why });
      return { said: 'The need stands behind the line now.' };
    case 'tie-line':
      await tieNeed(by, programme, { line: fix.planLine, need: fix.forNeed, why: fix.whyLine });
      return { said: 'The line stands in front of the need now.' };
    case 'keep':
      await keepWithoutNeed(by, programme, fix.line, fix.because);
      return { said: 'The line stays in the plan, with your reason.' };
    case 'ask-again':
      await askAgain(by, programme, fix.line);
      return { said: 'The line is on the list again.' };
    case 'make-line': {
      const id = await makeLineFor(by, programme, fix.forNeed, fix.title);
      const said = 'The plan line is made. Give it an owner, dates and a milestone.';
      return { said, lineId: id };
    }
    case 'make-from': {
      const { made } = await planFromActivities(by, programme.id, [fix.activity]);
      const said =
        made === 0 ? 'The activity has a plan line already.' : 'The plan line is made from it.';
      return { said };
    }
    case 'stand': {
      const ends = { from: endOf(fix.from), to: endOf(fix.to) };
      await letStand(by, programme.id, ends, await followedTitle(programme));
      return { said: 'It stands, and the thread says that you looked again.' };
    }
  }
}

function endOf(field: string): ThreadEnd {
  const at = field.indexOf(' ');
  const kind = field.slice(0, at);
  if (!isThreadKind(kind)) throw new NotFound('step of the thread');
  return { kind, id: field.slice(at + 1) };
}

async function tieNeed(
  by: Person,
  programme: Programme,
  { line, need, why }: { line: string; need: string; why: string },
): Promise<void> {
  const ends = {
    from: { kind: 'need', id: need },
    to: { kind: 'plan-line', id: line },
    note: why,
  } as const;
  await tieEnds(by, programme.id, ends, () => undefined);
}

/** Keeps a line without a need, with the reason of whoever says so. */
export async function keepWithoutNeed(
  by: Person,
  { id: programmeId }: Programme,
  lineId: string,
  because: string,
): Promise<void> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    const line = await lineById(tx, authorityId, programmeId, lineId);
    if (!line) throw new NotFound('plan line');
    const row = { authorityId, programmeId, lineId, because, saidBy: by.id, at: new Date() };
    await saveLineReason(tx, row);
    const thing = { kind: 'plan-line', id: lineId };
    await record(tx, by, 'plan-line.kept', thing, { title: line.title });
  });
}

/** Takes a reason back: the line is on the list again until a need stands behind it. */
async function askAgain(by: Person, { id: programmeId }: Programme, lineId: string) {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    const line = await lineById(tx, authorityId, programmeId, lineId);
    if (!line) throw new NotFound('plan line');
    if (!(await deleteLineReason(tx, authorityId, programmeId, lineId))) return;
    const thing = { kind: 'plan-line', id: lineId };
    await record(tx, by, 'plan-line.asked-again', thing, { title: line.title });
  });
}

/** A new line in front of a need: what will be done is said now, who and when afterwards. */
async function makeLineFor(
  by: Person,
  { id: programmeId }: Programme,
  needId: string,
  title: string,
): Promise<string> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  const at = new Date();
  const id = newId(at);
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    const register = await registerForTheory(tx, authorityId, programmeId);
    const need = register.find((one) => one.id === needId);
    if (need === undefined) throw new NotFound('need');
    await insertLines(tx, [
      {
        ...{ id, authorityId, programmeId, title, owner: '', status: 'planned' },
        position: await nextPosition(tx, authorityId, programmeId),
        version: 1,
        createdAt: at,
        createdBy: by.id,
      },
    ]);
    const [from, to] = [{ kind: 'need', id: needId } as const, { kind: 'plan-line', id } as const];
    const wordsThen = need.statement;
    await tie(tx, [{ authorityId, programmeId, from, to, at, by: by.id, wordsThen }]);
    await record(tx, by, 'plan-line.added', { kind: 'plan-line', id }, { title });
  });
  return id;
}
