import { newId } from '#db/ids.ts';
import { deleteNeed, insertNeed, needById, updateNeed, type Need } from '#db/needs.ts';
import { record, type Programme } from '#db/people.ts';
import { insertNeedChanges, scoresOfNeed, type NeedChange } from '#db/register.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { tiesInto, untieInto } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { plainFields, whatChanged, type NeedHappening } from './history.ts';
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

/** Writes what happened to a need into its history. */
export async function remember(
  tx: Writer,
  by: Person,
  programme: Programme,
  needId: string,
  what: NeedHappening,
  at: Date,
  { fields = [], kept = null }: Partial<Pick<NeedChange, 'fields' | 'kept'>> = {},
): Promise<void> {
  const { authorityId, id: programmeId } = programme;
  const id = newId(at);
  const row = { id, authorityId, programmeId, needId, what, fields, kept, at, by: by.id };
  await insertNeedChanges(tx, [row]);
}

/** Adds a need that no finding stands behind yet. */
export async function addNeed(
  by: Person,
  programme: Programme,
  fields: NeedFields,
): Promise<string> {
  allow(by, 'needs.edit', programme);
  const at = new Date();
  const row = needRow(by, programme, fields, at);
  await theStore().write(null, async (tx) => {
    await insertNeed(tx, row);
    await remember(tx, by, programme, row.id, 'added', at);
    await record(tx, by, 'need.added', { kind: 'need', id: row.id });
  });
  return row.id;
}

/**
 * Changes what is written about a need. `seen` is its version when it was shown. A priority that
 * follows the rule is not changed by hand here: the scores are.
 */
export async function changeNeed(
  by: Person,
  programme: Programme,
  needId: string,
  seen: number,
  fields: NeedFields,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  await theStore().write(`need:${needId}`, async (tx) => {
    const before = await needOf(tx, programme, needId);
    const { priority, priorityReason } = plainFields(before);
    const after =
      before.priorityBy === 'rule' ? { ...fields, priority, priorityReason } : { ...fields };
    await saveUnlessChanged(tx, programme, needId, seen, after);
    const changed = whatChanged(plainFields(before), after);
    await remember(tx, by, programme, needId, 'changed', new Date(), { fields: changed });
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
    const before = await needOf(tx, programme, needId);
    await saveUnlessChanged(tx, programme, needId, seen, { notNowBecause });
    const fields = [{ field: 'notNowBecause', before: before.notNowBecause, after: notNowBecause }];
    const what = notNowBecause === '' ? 'taken-up' : 'set-aside';
    await remember(tx, by, programme, needId, what, new Date(), { fields });
    await record(tx, by, `need.${what}`, { kind: 'need', id: needId });
  });
}

/**
 * Takes a need out of the register, so that it can be put back. Its evidence stays; what rests on the
 * need shows it as gone until then.
 */
export async function removeNeed(by: Person, programme: Programme, needId: string): Promise<void> {
  allow(by, 'needs.edit', programme);
  const { authorityId } = programme;
  await theStore().write(`programme:${programme.id}`, async (tx) => {
    const need = await needOf(tx, programme, needId);
    const scores = Object.values(await scoresOfNeed(tx, authorityId, needId));
    const ties = await tiesInto(tx, authorityId, 'need', [needId]);
    await untieInto(tx, authorityId, { kind: 'need', id: needId });
    await deleteNeed(tx, authorityId, needId);
    const kept = { need, scores, ties };
    await remember(tx, by, programme, needId, 'removed', new Date(), { kept });
    await record(tx, by, 'need.removed', { kind: 'need', id: needId });
  });
}

export async function saveUnlessChanged(
  tx: Writer,
  programme: Programme,
  needId: string,
  seen: number,
  change: Parameters<typeof updateNeed>[4],
): Promise<void> {
  if (await updateNeed(tx, programme.authorityId, needId, seen, change)) return;
  throw new Conflict(
    'Somebody else changed this need while you were writing. Look at what they wrote, then save again.',
  );
}
