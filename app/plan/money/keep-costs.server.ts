import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { costsOf, deleteCosts, insertCosts, nextCostPosition, updateCost } from '#db/costs.ts';
import { newId } from '#db/ids.ts';
import { streamsOf } from '#db/money.ts';
import { programmeById, record } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import type { CostFields } from './cost-form.ts';
import { NO_STREAM, type CostLine } from './costs.ts';

/** What cannot be kept, by the field that would have to change. */
export interface Refused {
  field: string;
  message: string;
}

export type CostKept =
  | { outcome: 'saved'; id: string }
  | { outcome: 'refused'; refused: Refused }
  | { outcome: 'changed-meanwhile'; theirs: CostLine };

/** The most costs that a plan may hold: more is a ledger, not a plan. */
const MOST_COSTS = 5000;

/** Adds a cost to a line of the plan, or to the whole programme. */
export async function addCost(
  by: Person,
  programmeId: string,
  fields: CostFields,
): Promise<CostKept> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const refused = await strangers(tx, by, programmeId, [fields]);
    if (refused) return { outcome: 'refused', refused };
    const [id] = await insert(tx, by, programmeId, [fields], '');
    if (id === undefined) throw new Error('No cost was added.');
    await record(tx, by, 'cost.added', { kind: 'plan-cost', id }, { what: fields.what });
    return { outcome: 'saved', id };
  });
}

/** Changes a cost; when somebody changed it first, nothing is saved and theirs comes back. */
export async function editCost(
  by: Person,
  programmeId: string,
  costId: string,
  fields: CostFields,
): Promise<CostKept> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const cost = await costHere(tx, by, programmeId, costId);
    if (cost.version !== fields.version) return { outcome: 'changed-meanwhile', theirs: cost };
    const refused = await strangers(tx, by, programmeId, [fields], 0);
    if (refused) return { outcome: 'refused', refused };
    await updateCost(tx, by.authorityId, costId, fields.version, columns(fields));
    await record(tx, by, 'cost.changed', { kind: 'plan-cost', id: costId }, { what: fields.what });
    return { outcome: 'saved', id: costId };
  });
}

export async function removeCost(
  by: Person,
  programmeId: string,
  costId: string,
): Promise<CostLine> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const cost = await costHere(tx, by, programmeId, costId);
    await deleteCosts(tx, by.authorityId, programmeId, [costId]);
    await record(tx, by, 'cost.removed', { kind: 'plan-cost', id: costId }, { what: cost.what });
    return cost;
  });
}

/** Brings costs in together: all of them or none, under one mark, so that they can be taken out again. */
export async function bringCosts(
  by: Person,
  programmeId: string,
  all: readonly CostFields[],
): Promise<{ ok: true; batch: string; count: number } | { ok: false; refused: Refused }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  const batch = newId();
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const refused = await strangers(tx, by, programmeId, all);
    if (refused) return { ok: false, refused };
    await insert(tx, by, programmeId, all, batch);
    const thing = { kind: 'programme', id: programmeId };
    await record(tx, by, 'costs.brought', thing, { count: all.length });
    return { ok: true, batch, count: all.length };
  });
}

/** Takes out what was brought in together and still stands. */
export async function takeOutCosts(
  by: Person,
  programmeId: string,
  batch: string,
): Promise<{ count: number }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const costs = await costsOf(tx, by.authorityId, programmeId);
    const ids = costs.filter((cost) => cost.batch === batch && batch !== '').map(({ id }) => id);
    if (ids.length === 0) throw new NotFound('costs');
    const count = await deleteCosts(tx, by.authorityId, programmeId, ids);
    const thing = { kind: 'programme', id: programmeId };
    await record(tx, by, 'costs.taken-out', thing, { count });
    return { count };
  });
}

async function costHere(
  tx: Writer,
  by: Person,
  programmeId: string,
  costId: string,
): Promise<CostLine> {
  const costs = await costsOf(tx, by.authorityId, programmeId);
  const cost = costs.find(({ id }) => id === costId);
  if (!cost) throw new NotFound('cost');
  return cost;
}

/** A line or a stream that is not of this programme: it was removed meanwhile, or never was. */
async function strangers(
  tx: Writer,
  by: Person,
  programmeId: string,
  all: readonly CostFields[],
  adding = all.length,
): Promise<Refused | null> {
  if (!(await programmeById(tx, by.authorityId, programmeId))) throw new NotFound('programme');
  const lines = new Set((await linesOf(tx, by.authorityId, programmeId)).map(({ id }) => id));
  const streams = new Set((await streamsOf(tx, by.authorityId, programmeId)).map(({ id }) => id));
  if (all.some(({ lineId }) => lineId !== null && !lines.has(lineId))) {
    return { field: 'lineId', message: 'That plan line is not there any more: choose another' };
  }
  const named = all.flatMap(({ streamId }) => (streamId === NO_STREAM ? [] : (streamId ?? [])));
  if (named.some((streamId) => !streams.has(streamId))) {
    return { field: 'streamId', message: 'That stream is not there any more: choose another' };
  }
  const there = await costsOf(tx, by.authorityId, programmeId);
  if (there.length + adding > MOST_COSTS) {
    const message = `A plan holds at most ${MOST_COSTS.toLocaleString('en-GB')} costs: put small ones together`;
    return { field: 'what', message };
  }
  return null;
}

async function insert(
  tx: Writer,
  by: Person,
  programmeId: string,
  all: readonly CostFields[],
  batch: string,
): Promise<string[]> {
  const first = await nextCostPosition(tx, by.authorityId, programmeId);
  const createdAt = new Date();
  const rows = all.map((fields, at) => ({
    id: newId(),
    authorityId: by.authorityId,
    programmeId,
    ...columns(fields),
    batch,
    position: first + at,
    version: 1,
    createdAt,
    createdBy: by.id,
  }));
  await insertCosts(tx, rows);
  return rows.map(({ id }) => id);
}

function columns({ amount, version: _, streamId, ...fields }: CostFields) {
  const unfunded = streamId === NO_STREAM;
  return { ...fields, streamId: unfunded ? null : streamId, unfunded, amountPence: amount };
}
