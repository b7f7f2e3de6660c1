import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { many } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import {
  avoidedCostsOf,
  casesOf,
  deleteAvoidedCost,
  deleteCase,
  deleteItem,
  deleteUnitCost,
  insertAvoidedCost,
  insertCase,
  insertItem,
  insertUnitCost,
  itemsRestingOn,
  unitCostsOf,
  updateAvoidedCost,
  updateCase,
  updateItem,
  updateUnitCost,
} from '#db/money-cases.ts';
import { programmeById, record } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import type { AvoidedFields, CaseFields, ItemFields, UnitFields } from './case-forms.ts';
import type { AvoidedCost, CaseRow, ItemRow } from './case-rows.ts';
import type { UnitCost } from './unit-cost.ts';

/** What came of saving: where somebody changed it first, nothing is saved and theirs comes back. */
export type Kept<Theirs> =
  { outcome: 'saved'; id: string } | { outcome: 'changed-meanwhile'; theirs: Theirs };

/** As `Kept`, where what was typed may also not fit what stands already: then it says what to do. */
export type KeptInCase<Theirs> =
  Kept<Theirs> | { outcome: 'refused'; refused: { field: string; message: string } };

/**
 * Cases and the costs that they avoid are written one after another in the whole authority: an avoided
 * cost is removed only while no case of any programme rests on it.
 */
const casesScope = (by: Person) => `authority:${by.authorityId}`;

const programmeScope = (programmeId: string) => `programme:${programmeId}`;

async function programmeHere(tx: Writer, by: Person, programmeId: string): Promise<void> {
  if (!(await programmeById(tx, by.authorityId, programmeId))) throw new NotFound('programme');
}

const newRow = (by: Person) => ({
  id: newId(),
  authorityId: by.authorityId,
  version: 1,
  createdAt: new Date(),
  createdBy: by.id,
});

// ── unit costs ──────────────────────────────────────────────────────────────────────────────────

/** Adds a unit cost, or changes the one with this id. */
export async function keepUnitCost(
  by: Person,
  programmeId: string,
  id: string | null,
  fields: UnitFields,
): Promise<Kept<UnitCost>> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(programmeScope(programmeId), async (tx) => {
    await programmeHere(tx, by, programmeId);
    const { what } = fields;
    if (id === null) {
      const row = { ...newRow(by), programmeId, ...unitColumns(fields) };
      await insertUnitCost(tx, row);
      await record(tx, by, 'unit-cost.added', { kind: 'unit-cost', id: row.id }, { what });
      return { outcome: 'saved', id: row.id };
    }
    const theirs = await unitHere(tx, by, programmeId, id);
    if (theirs.version !== fields.version) return { outcome: 'changed-meanwhile', theirs };
    await updateUnitCost(tx, by.authorityId, id, fields.version, unitColumns(fields));
    await record(tx, by, 'unit-cost.changed', { kind: 'unit-cost', id }, { what });
    return { outcome: 'saved', id };
  });
}

export async function removeUnitCost(
  by: Person,
  programmeId: string,
  id: string,
): Promise<{ what: string }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(programmeScope(programmeId), async (tx) => {
    const { what } = await unitHere(tx, by, programmeId, id);
    await deleteUnitCost(tx, by.authorityId, id);
    await record(tx, by, 'unit-cost.removed', { kind: 'unit-cost', id }, { what });
    return { what };
  });
}

async function unitHere(
  tx: Writer,
  by: Person,
  programmeId: string,
  id: string,
): Promise<UnitCost> {
  const all = await unitCostsOf(tx, by.authorityId, programmeId);
  const found = all.find((unit) => unit.id === id);
  if (!found) throw new NotFound('unit cost');
  return found;
}

function unitColumns(fields: UnitFields) {
  const { what, kind, planYear, source, costFrom, costTo, countFrom, countTo, counted } = fields;
  return {
    ...{ what, kind, planYear, source, costFrom, costTo, countFrom, countTo, counted },
    costPence: fields.cost,
    costStepPence: fields.costStep * 100,
    countStep: fields.countStep,
    unitPence: fields.unit,
    unitStepPence: fields.unitStep * 100,
  };
}

// ── what is avoided: it belongs to the authority, and every programme may use it ────────────────

/** Adds an avoided cost, or changes the one with this id. */
export async function keepAvoidedCost(
  by: Person,
  id: string | null,
  fields: AvoidedFields,
  starter = '',
): Promise<Kept<AvoidedCost>> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(casesScope(by), async (tx) => {
    const { what } = fields;
    if (id === null) {
      const row = { ...newRow(by), ...avoidedColumns(fields), starter };
      await insertAvoidedCost(tx, row);
      await record(tx, by, 'avoided-cost.added', { kind: 'avoided-cost', id: row.id }, { what });
      return { outcome: 'saved', id: row.id };
    }
    const theirs = await avoidedHere(tx, by, id);
    if (theirs.version !== fields.version) return { outcome: 'changed-meanwhile', theirs };
    await updateAvoidedCost(tx, by.authorityId, id, fields.version, avoidedColumns(fields));
    await record(tx, by, 'avoided-cost.changed', { kind: 'avoided-cost', id }, { what });
    return { outcome: 'saved', id };
  });
}

/** Removes an avoided cost on which no case rests; otherwise says on how many it does. */
export async function removeAvoidedCost(
  by: Person,
  id: string,
): Promise<{ ok: true; what: string } | { ok: false; resting: number }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(casesScope(by), async (tx) => {
    const { what } = await avoidedHere(tx, by, id);
    const resting = await itemsRestingOn(tx, by.authorityId, id);
    if (resting > 0) return { ok: false, resting };
    await deleteAvoidedCost(tx, by.authorityId, id);
    await record(tx, by, 'avoided-cost.removed', { kind: 'avoided-cost', id }, { what });
    return { ok: true, what };
  });
}

async function avoidedHere(tx: Writer, by: Person, id: string): Promise<AvoidedCost> {
  const found = (await avoidedCostsOf(tx, by.authorityId)).find((one) => one.id === id);
  if (!found) throw new NotFound('avoided cost');
  return found;
}

function avoidedColumns({ low, central, high, version: _, ...fields }: AvoidedFields) {
  return { ...fields, lowPence: low, centralPence: central, highPence: high };
}

// ── cases ───────────────────────────────────────────────────────────────────────────────────────

/** Adds a case for the plan in money, or changes the one with this id. */
export async function keepCase(
  by: Person,
  programmeId: string,
  id: string | null,
  fields: CaseFields,
): Promise<KeptInCase<CaseRow>> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(casesScope(by), async (tx) => {
    await programmeHere(tx, by, programmeId);
    const { name } = fields;
    const { cost, version, ...rest } = fields;
    const columns = { ...rest, costPence: cost };
    if (id === null) {
      const row = { ...newRow(by), programmeId, ...columns };
      await insertCase(tx, row);
      await record(tx, by, 'benefit.added', { kind: 'benefit-case', id: row.id }, { name });
      return { outcome: 'saved', id: row.id };
    }
    const theirs = await caseHere(tx, by, programmeId, id);
    if (theirs.version !== version) return { outcome: 'changed-meanwhile', theirs };
    const last = Math.max(0, ...theirs.items.map(({ fromYear }) => fromYear));
    if (last > fields.years) {
      const message = `Something that is avoided begins in year ${last}: enter ${last} years or more, or change it first`;
      return { outcome: 'refused', refused: { field: 'years', message } };
    }
    await updateCase(tx, by.authorityId, id, version, columns);
    await record(tx, by, 'benefit.changed', { kind: 'benefit-case', id }, { name });
    return { outcome: 'saved', id };
  });
}

export async function removeCase(
  by: Person,
  programmeId: string,
  id: string,
): Promise<{ name: string }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(casesScope(by), async (tx) => {
    const { name } = await caseHere(tx, by, programmeId, id);
    await deleteCase(tx, by.authorityId, id);
    await record(tx, by, 'benefit.removed', { kind: 'benefit-case', id }, { name });
    return { name };
  });
}

/** Adds something that a case says is avoided, or changes it. */
export async function keepItem(
  by: Person,
  programmeId: string,
  caseId: string,
  { itemId, version, ...fields }: ItemFields,
): Promise<KeptInCase<ItemRow>> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(casesScope(by), async (tx) => {
    const { name, items, years } = await caseHere(tx, by, programmeId, caseId);
    if (fields.fromYear > years) {
      const message = `The case spans ${many(years, 'year')}: enter ${years === 1 ? '1' : `from 1 to ${years}`}`;
      return { outcome: 'refused', refused: { field: 'fromYear', message } };
    }
    await avoidedHere(tx, by, fields.avoidedId);
    const thing = { kind: 'benefit-case', id: caseId };
    if (itemId === '') {
      const { createdBy: _, ...row } = newRow(by);
      await insertItem(tx, { ...row, programmeId, caseId, ...fields });
      await record(tx, by, 'benefit.changed', thing, { name });
      return { outcome: 'saved', id: row.id };
    }
    const theirs = items.find(({ id }) => id === itemId);
    if (!theirs) throw new NotFound('item of the case');
    if (theirs.version !== version) return { outcome: 'changed-meanwhile', theirs };
    await updateItem(tx, by.authorityId, itemId, version, fields);
    await record(tx, by, 'benefit.changed', thing, { name });
    return { outcome: 'saved', id: itemId };
  });
}

export async function removeItem(
  by: Person,
  programmeId: string,
  caseId: string,
  itemId: string,
): Promise<void> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  await theStore().write(casesScope(by), async (tx) => {
    const { name, items } = await caseHere(tx, by, programmeId, caseId);
    if (!items.some(({ id }) => id === itemId)) throw new NotFound('item of the case');
    await deleteItem(tx, by.authorityId, itemId);
    await record(tx, by, 'benefit.changed', { kind: 'benefit-case', id: caseId }, { name });
  });
}

async function caseHere(tx: Writer, by: Person, programmeId: string, id: string) {
  const found = (await casesOf(tx, by.authorityId, programmeId)).find((one) => one.id === id);
  if (!found) throw new NotFound('case');
  return found;
}
