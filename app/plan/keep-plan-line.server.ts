import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { programmeById, record, type Programme } from '#db/people.ts';
import {
  deleteLine,
  insertLines,
  lineById,
  nextPosition,
  streamsOf,
  updateLine,
} from '#db/plan.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { untieInto, untieOutOf } from '#db/thread.ts';
import type { LineFields } from './line-form.ts';
import { retie, type Refused } from './line-ties.server.ts';
import type { PlanLine } from './plan.ts';

/** What came of saving a line. */
export type Kept =
  | { outcome: 'saved'; lineId: string }
  | { outcome: 'refused'; refused: Refused }
  /** Somebody saved the line first: as it stands now, and who that was. */
  | { outcome: 'changed-meanwhile'; theirs: PlanLine };

/** Thrown inside a write to take everything back that it has done. */
class TakeBack extends Error {
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
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  const id = newId();
  return orRefused(
    theStore().write(`programme:${programmeId}`, async (tx) => {
      const programme = await ourProgramme(tx, by, programmeId);
      await checkStream(tx, programme, fields);
      const { authorityId } = programme;
      await insertLines(tx, [
        {
          id,
          authorityId,
          programmeId,
          ...columns(fields),
          position: await nextPosition(tx, authorityId, programmeId),
          version: 1,
          createdAt: new Date(),
          createdBy: by.id,
        },
      ]);
      const bare = { id, title: fields.title, activityIds: [], requirementKeys: [] };
      await retieOrTakeBack(tx, by, programme, bare, fields);
      await record(tx, by, 'plan-line.added', { kind: 'plan-line', id }, { title: fields.title });
      return { outcome: 'saved', lineId: id } as const;
    }),
  );
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
    theStore().write(`programme:${programmeId}`, async (tx) => {
      const programme = await ourProgramme(tx, by, programmeId);
      const { authorityId } = programme;
      const line = await lineById(tx, authorityId, programmeId, lineId);
      if (!line) throw new NotFound('plan line');
      if (line.version !== fields.version) {
        return { outcome: 'changed-meanwhile', theirs: line } as const;
      }
      await checkStream(tx, programme, fields);
      await updateLine(tx, authorityId, lineId, fields.version, columns(fields));
      await retieOrTakeBack(tx, by, programme, { ...line, title: fields.title }, fields);
      const thing = { kind: 'plan-line', id: lineId };
      await record(tx, by, 'plan-line.changed', thing, { title: fields.title });
      return { outcome: 'saved', lineId } as const;
    }),
  );
}

/** Takes a line out of the plan, with what it rested on and what it covered. */
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
    await deleteLine(tx, authorityId, lineId);
    await record(tx, by, 'plan-line.removed', end, { title: line.title });
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

function columns(fields: LineFields) {
  const { title, owner, startsOn, endsOn, milestone, cost, streamId, status } = fields;
  return { title, owner, startsOn, endsOn, milestone, costPence: cost, streamId, status };
}
