import { newId } from '#db/ids.ts';
import { deleteNeed, insertNeed, needById, updateNeed, type Need } from '#db/needs.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { untieInto } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import type { NeedFields } from './need.ts';

/** A need of this programme, or not found: also the answer for one of another authority. */
export async function needOf(db: Reader, programme: Programme, needId: string): Promise<Need> {
  const need = await needById(db, programme.authorityId, programme.id, needId);
  if (!need) throw new NotFound('need');
  return need;
}

/** A need as it is first kept. */
export function needRow(by: Person, programme: Programme, fields: NeedFields, at: Date): Need {
  return {
    id: newId(at),
    authorityId: programme.authorityId,
    programmeId: programme.id,
    ...fields,
    notNowBecause: '',
    priorityBy: 'person',
    version: 1,
    createdAt: at,
    createdBy: by.id,
  };
}

/** Adds a need that no finding stands behind yet. */
export async function addNeed(
  by: Person,
  programme: Programme,
  fields: NeedFields,
): Promise<string> {
  allow(by, 'needs.edit', programme);
  const row = needRow(by, programme, fields, new Date());
  await theStore().write(null, async (tx) => {
    await insertNeed(tx, row);
    await record(tx, by, 'need.added', { kind: 'need', id: row.id });
  });
  return row.id;
}

/** Changes what is written about a need. `seen` is its version when it was shown. */
export async function changeNeed(
  by: Person,
  programme: Programme,
  needId: string,
  seen: number,
  fields: NeedFields,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  await theStore().write(`need:${needId}`, async (tx) => {
    await saveUnlessChanged(tx, programme, needId, seen, fields);
    await record(tx, by, 'need.changed', { kind: 'need', id: needId });
  });
}

/** Puts a need aside with the reason, or, with an empty reason, takes it up again. */
export async function setNotNow(
  by: Person,
  programme: Programme,
  needId: string,
  seen: number,
  notNowBecause: string,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  await theStore().write(`need:${needId}`, async (tx) => {
    await saveUnlessChanged(tx, programme, needId, seen, { notNowBecause });
    const done = notNowBecause === '' ? 'need.taken-up' : 'need.set-aside';
    await record(tx, by, done, { kind: 'need', id: needId });
  });
}

/** Takes a need out of the register. Its evidence stays; what rests on the need shows it as gone. */
export async function removeNeed(by: Person, programme: Programme, needId: string): Promise<void> {
  allow(by, 'needs.edit', programme);
  await theStore().write(`programme:${programme.id}`, async (tx) => {
    await needOf(tx, programme, needId);
    await untieInto(tx, programme.authorityId, { kind: 'need', id: needId });
    await deleteNeed(tx, programme.authorityId, needId);
    await record(tx, by, 'need.removed', { kind: 'need', id: needId });
  });
}

async function saveUnlessChanged(
  tx: Writer,
  programme: Programme,
  needId: string,
  seen: number,
  change: Parameters<typeof updateNeed>[4],
): Promise<void> {
  await needOf(tx, programme, needId);
  if (await updateNeed(tx, programme.authorityId, needId, seen, change)) return;
  throw new Conflict(
    'Somebody else changed this need while you were writing. Look at what they wrote, then save again.',
  );
}
