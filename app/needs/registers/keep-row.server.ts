import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import {
  deleteRemovedBefore,
  insertRegisterRows,
  registerRowById,
  registerRowsOf,
  updateRegisterRow,
  type RegisterRowRow,
} from '#db/registers.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import type { RegisterRow } from './row.ts';
import { SPECS, type RegisterName } from './spec.ts';

/** What is taken out can be put back for this long. */
const DAYS_TO_PUT_BACK = 30;

const scope = (programme: Programme, register: RegisterName) =>
  `register:${programme.id}:${register}`;

function newRow(
  by: Person,
  programme: Programme,
  register: RegisterName,
  { name, fields }: RegisterRow,
  at: Date,
): RegisterRowRow {
  return {
    id: newId(at),
    authorityId: programme.authorityId,
    programmeId: programme.id,
    register,
    name,
    fields,
    version: 1,
    createdAt: at,
    createdBy: by.id,
    changedAt: at,
    removedAt: null,
  };
}

const details = (register: RegisterName, name: string) => ({
  name,
  register: SPECS[register].title.toLowerCase(),
});

/** Adds a row to a register. */
export async function addRow(
  by: Person,
  programme: Programme,
  register: RegisterName,
  row: RegisterRow,
): Promise<string> {
  allow(by, 'needs.edit', programme);
  const added = newRow(by, programme, register, row, new Date());
  await theStore().write(scope(programme, register), async (tx) => {
    await insertRegisterRows(tx, [added]);
    const thing = { kind: 'register-row', id: added.id };
    await record(tx, by, 'register-row.added', thing, details(register, row.name));
  });
  return added.id;
}

/** Changes a row, unless somebody else did since `seen`. */
export async function changeRow(
  by: Person,
  programme: Programme,
  register: RegisterName,
  id: string,
  seen: number,
  row: RegisterRow,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  await theStore().write(scope(programme, register), async (tx) => {
    const old = await standing(tx, programme, register, id);
    const change = { ...row, changedAt: new Date() };
    if (!(await updateRegisterRow(tx, programme.authorityId, old.id, seen, change))) {
      throw new Conflict(`“${old.name}”`);
    }
    const thing = { kind: 'register-row', id };
    await record(tx, by, 'register-row.changed', thing, details(register, row.name));
  });
}

async function standing(
  tx: Writer,
  programme: Programme,
  register: RegisterName,
  id: string,
): Promise<RegisterRowRow> {
  const row = await registerRowById(tx, programme.authorityId, programme.id, register, id);
  if (!row || row.removedAt !== null) throw new NotFound(SPECS[register].one);
  return row;
}

/** Takes a row out: for a month it can be put back, then it is deleted. */
export async function removeRow(
  by: Person,
  programme: Programme,
  register: RegisterName,
  id: string,
): Promise<{ name: string }> {
  allow(by, 'needs.edit', programme);
  const at = new Date();
  return theStore().write(scope(programme, register), async (tx) => {
    const row = await standing(tx, programme, register, id);
    const month = DAYS_TO_PUT_BACK * 24 * 60 * 60 * 1000;
    await deleteRemovedBefore(tx, programme.authorityId, new Date(at.getTime() - month));
    await updateRegisterRow(tx, programme.authorityId, id, row.version, { removedAt: at });
    const thing = { kind: 'register-row', id };
    await record(tx, by, 'register-row.removed', thing, details(register, row.name));
    return { name: row.name };
  });
}

/** Puts back what was taken out. */
export async function putBackRow(
  by: Person,
  programme: Programme,
  register: RegisterName,
  id: string,
): Promise<{ name: string }> {
  allow(by, 'needs.edit', programme);
  return theStore().write(scope(programme, register), async (tx) => {
    const row = await registerRowById(tx, programme.authorityId, programme.id, register, id);
    if (!row) throw new NotFound(SPECS[register].one);
    if (row.removedAt === null) return { name: row.name };
    await updateRegisterRow(tx, programme.authorityId, id, row.version, { removedAt: null });
    const thing = { kind: 'register-row', id };
    await record(tx, by, 'register-row.put-back', thing, details(register, row.name));
    return { name: row.name };
  });
}

/** Brings rows in: one whose name stands in the register changes that row, any other is added. */
export async function bringRowsIn(
  by: Person,
  programme: Programme,
  register: RegisterName,
  rows: readonly RegisterRow[],
): Promise<{ added: number; changed: number }> {
  allow(by, 'needs.edit', programme);
  const at = new Date();
  return theStore().write(scope(programme, register), async (tx) => {
    const here = await registerRowsOf(tx, programme.authorityId, programme.id, register);
    const byName = new Map(here.map((row) => [row.name.toLowerCase(), row]));
    const fresh: RegisterRowRow[] = [];
    let changed = 0;
    for (const row of rows) {
      const old = byName.get(row.name.toLowerCase());
      if (!old) fresh.push(newRow(by, programme, register, row, at));
      else {
        const fields = { ...old.fields, ...row.fields };
        const change = { name: row.name, fields, changedAt: at };
        await updateRegisterRow(tx, programme.authorityId, old.id, old.version, change);
        changed += 1;
      }
    }
    await insertRegisterRows(tx, fresh);
    const counts = { added: fresh.length, changed };
    const thing = { kind: 'register', id: programme.id };
    const what = { ...counts, register: SPECS[register].title.toLowerCase() };
    await record(tx, by, 'register.imported', thing, what);
    return counts;
  });
}
