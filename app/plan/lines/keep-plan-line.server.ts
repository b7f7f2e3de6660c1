import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { costsOfLine } from '#db/costs.ts';
import { newId } from '#db/ids.ts';
import { streamsOf } from '#db/money.ts';
import { programmeById, record, type Programme } from '#db/people.ts';
import {
  deleteLine,
  insertLines,
  lineById,
  linesOf,
  nextPosition,
  replaceDependencies,
  replaceSteps,
  updateLine,
} from '#db/plan-lines.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { untieInto, untieOutOf } from '#db/thread.ts';
import { sumInWords, sumOfPence } from '#app/plan/money/money.ts';
import { many } from '#app/ui/words.ts';
import type { LineFields } from './line-form.ts';
import { retie, type Refused } from './line-ties.server.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { wayRound } from './dependencies.ts';

/** What came of saving a line. */
export type Kept =
  | { outcome: 'saved'; lineId: string }
  | { outcome: 'refused'; refused: Refused }
  /** Somebody saved the line first: as it stands now, and who that was. */
  | { outcome: 'changed-meanwhile'; theirs: PlanLine };

/** Thrown inside a write to take everything back that it has done. */
class TakeBack extends Conflict {
  constructor(readonly refused: Refused) {
    super(refused.message);
  }
}

/** Adds a line at the end of the plan, with its ties. */
export async function addPlanLine(
  by: Person,
  programmeId: string,
  fields: LineFields,
): Promise<Kept> {
  return orRefused(
    theStore().write(`programme:${programmeId}`, async (tx) => ({
      outcome: 'saved',
      lineId: await insertPlanLine(tx, by, programmeId, fields),
    })),
  );
}

/** The same inside a write. What is refused is thrown as a Conflict, so that the write is taken back. */
export async function insertPlanLine(
  tx: Writer,
  by: Person,
  programmeId: string,
  fields: LineFields,
): Promise<string> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  const programme = await ourProgramme(tx, by, programmeId);
  await checkStream(tx, programme, fields);
  const { authorityId } = programme;
  const id = newId();
  const position = await nextPosition(tx, authorityId, programmeId);
  const first = { position, version: 1, createdAt: new Date(), createdBy: by.id };
  await insertLines(tx, [{ id, authorityId, programmeId, ...columns(fields), ...first }]);
  const bare = { id, title: fields.title, ...NO_TIES };
  await retieOrTakeBack(tx, by, programme, bare, fields);
  await keepRows(tx, programme, bare, fields);
  await record(tx, by, 'plan-line.added', { kind: 'plan-line', id }, { title: fields.title });
  return id;
}

/**
 * Changes a line, unless somebody changed it after `fields.version` was read: then nothing is saved
 * and what they saved comes back, to be shown beside what was typed.
 */
export async function editPlanLine(
  by: Person,
  programmeId: string,
  lineId: string,
  fields: LineFields,
): Promise<Kept> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return orRefused(
    theStore().write(`programme:${programmeId}`, (tx) =>
      saveLine(tx, by, { programmeId, lineId }, fields),
    ),
  );
}

/** The same inside a write. What is refused is thrown as a Conflict, so that the write is taken back. */
export async function saveLine(
  tx: Writer,
  by: Person,
  { programmeId, lineId }: { programmeId: string; lineId: string },
  fields: LineFields,
): Promise<Exclude<Kept, { outcome: 'refused' }>> {
  const programme = await ourProgramme(tx, by, programmeId);
  const { authorityId } = programme;
  const line = await lineById(tx, authorityId, programmeId, lineId);
  if (!line) throw new NotFound('plan line');
  if (line.version !== fields.version) return { outcome: 'changed-meanwhile', theirs: line };
  await checkStream(tx, programme, fields);
  await updateLine(tx, authorityId, lineId, fields.version, columns(fields));
  await retieOrTakeBack(tx, by, programme, { ...line, title: fields.title }, fields);
  await keepRows(tx, programme, line, fields);
  const thing = { kind: 'plan-line', id: lineId };
  await record(tx, by, 'plan-line.changed', thing, { title: fields.title });
  return { outcome: 'saved', lineId };
}

/** Takes a line out of the plan, with its costs, what it rested on and what it covered. */
export async function removePlanLine(
  by: Person,
  programmeId: string,
  lineId: string,
): Promise<{ title: string }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    const line = await lineById(tx, authorityId, programmeId, lineId);
    if (!line) throw new NotFound('plan line');
    const end = { kind: 'plan-line', id: lineId } as const;
    await untieInto(tx, authorityId, end);
    // A reply that promised the line stays tied to it, and shows that it is gone.
    await untieOutOf(tx, authorityId, end, 'requirement');
    await untieOutOf(tx, authorityId, end, 'measure');
    const costs = await costsOfLine(tx, { authorityId, id: programmeId }, lineId);
    await deleteLine(tx, authorityId, lineId);
    const { title } = line;
    if (costs.length === 0) await record(tx, by, 'plan-line.removed', end, { title });
    else {
      const going = {
        costs: many(costs.length, 'cost'),
        amount: sumInWords(sumOfPence(costs.map(({ amountPence }) => amountPence))),
      };
      await record(tx, by, 'plan-line.removed-with-costs', end, { title, ...going });
    }
    return { title: line.title };
  });
}

async function ourProgramme(tx: Writer, by: Person, programmeId: string): Promise<Programme> {
  const programme = await programmeById(tx, by.authorityId, programmeId);
  if (!programme) throw new NotFound('programme');
  return programme;
}

async function checkStream(tx: Writer, programme: Programme, fields: LineFields): Promise<void> {
  if (fields.streamId === null) return;
  const streams = await streamsOf(tx, programme.authorityId, programme.id);
  if (streams.some((stream) => stream.id === fields.streamId)) return;
  throw new TakeBack({
    field: 'streamId',
    message: 'That funding stream has been removed: choose another',
  });
}

async function retieOrTakeBack(...args: Parameters<typeof retie>): Promise<void> {
  const refused = await retie(...args);
  if (refused) throw new TakeBack(refused);
}

async function orRefused(saving: Promise<Kept>): Promise<Kept> {
  try {
    return await saving;
  } catch (error) {
    if (error instanceof TakeBack) return { outcome: 'refused', refused: error.refused };
    throw error;
  }
}

const NO_TIES = { activityIds: [], measureIds: [], requirementKeys: [], steps: [], dependsOn: [] };

/** Keeps the steps of a line and what it waits for, unless it would wait for itself in the end. */
async function keepRows(
  tx: Writer,
  { authorityId, id: programmeId }: Programme,
  line: Pick<PlanLine, 'id' | 'title' | 'steps' | 'dependsOn'>,
  fields: LineFields,
): Promise<void> {
  const whose = { authorityId, programmeId, lineId: line.id };
  const known = new Set(line.steps.map(({ id }) => id));
  const steps = fields.steps.map((step) => ({
    ...step,
    id: step.id !== null && known.delete(step.id) ? step.id : null,
  }));
  if (line.steps.length > 0 || steps.length > 0) await replaceSteps(tx, whose, steps);
  if (line.dependsOn.length === 0 && fields.dependsOn.length === 0) return;
  const lines = await linesOf(tx, authorityId, programmeId);
  const there = new Set(lines.map(({ id }) => id));
  const gone = fields.dependsOn.findIndex(({ lineId }) => !there.has(lineId));
  if (gone !== -1) {
    const message = 'That line has left the plan: choose another';
    throw new TakeBack({ field: `wait-${gone + 1}-line`, message });
  }
  const round = wayRound(line.id, fields.dependsOn, lines);
  if (round !== null) throw new TakeBack(round);
  await replaceDependencies(tx, whose, fields.dependsOn);
}

function columns(fields: LineFields) {
  const { title, objective, strand, owner, partners, startsOn, endsOn, streamId, status } = fields;
  const { successCriteria, communications, cost, equalityEffect, risk } = fields;
  return {
    ...{ title, objective, strand, owner, partners, startsOn, endsOn, streamId, status },
    ...{ successCriteria, communications, costPence: cost },
    equalityEffect: equalityEffect.effect,
    equalityWho: equalityEffect.who,
    equalityResponse: equalityEffect.response,
    risk: risk.what,
    riskLikelihood: risk.likelihood,
    riskSeverity: risk.severity,
    riskOwner: risk.owner,
    riskResponse: risk.response,
  };
}
