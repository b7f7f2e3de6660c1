import { BATCH, keyOf, measured, type Source, type Target } from './side.ts';
import { copiedTables, type CopiedTable, type Measured } from './tables.ts';

/** What a copy tells while it works. */
export type Tell = (line: string) => void;

/** What was copied, by table: the same on both sides. */
export type Copied = Record<string, Measured>;

/** The target holds something already that did not come from a copy of ours. */
export class TargetInUse extends Error {
  override name = 'TargetInUse';
}

/**
 * Copies every table, a batch at a time, and then reads both sides again: the counts and the digests
 * of each table must be the same. What was begun and cut off is gone on with; a table that turns out
 * different, because the source changed in between, is copied again from its beginning, once.
 *
 * @param replacing what stands in the target may be taken out
 * @throws TargetInUse when there is something in the target that nobody said to replace
 */
export async function copyAll(
  source: Source,
  target: Target,
  tell: Tell,
  { replacing = false } = {},
): Promise<Copied> {
  await claim(target, replacing, tell);
  for (const table of copiedTables) await copyTable(source, target, table, tell);
  const copied: Copied = {};
  for (const table of copiedTables) {
    copied[table.name] = await sameOnBoth(source, target, table, tell);
  }
  await target.finish();
  return copied;
}

/** The copy takes the target for itself, or goes on with one that was cut off. */
async function claim(target: Target, replacing: boolean, tell: Tell): Promise<void> {
  const inUse: CopiedTable[] = [];
  for (const table of copiedTables) {
    if ((await target.rows(table, null, 1)).length > 0) inUse.push(table);
  }
  const begun = await begunBefore(target);
  if (inUse.length > 0 && !begun && !replacing) {
    throw new TargetInUse(
      'There is something in that database already. Name one that is empty; nothing was changed.',
    );
  }
  if ((await target.begin()) === 'going on') {
    tell('A copy was begun before and cut off: going on where it stopped.');
    for (const table of inUse) await emptyIfOld(target, table);
    return;
  }
  for (const table of inUse) await target.empty(table);
}

/** Rows come together with how far they came: where nothing came yet, what stands there is older. */
async function emptyIfOld(target: Target, table: CopiedTable): Promise<void> {
  const { last, done } = await target.progress(table);
  if (last === null && !done) await target.empty(table);
}

/** Whether a copy into this target was begun: then its table of progress is there. */
async function begunBefore(target: Target): Promise<boolean> {
  const [first] = copiedTables;
  try {
    if (first) await target.progress(first);
    return true;
  } catch {
    return false;
  }
}

async function copyTable(
  source: Source,
  target: Target,
  table: CopiedTable,
  tell: Tell,
): Promise<void> {
  let { last, done } = await target.progress(table);
  let rows = 0;
  while (!done) {
    const batch = await source.rows(table, last, BATCH);
    const end = batch.at(-1);
    last = end === undefined ? last : keyOf(table, end);
    done = batch.length < BATCH;
    await target.write(table, batch, { last, done });
    rows += batch.length;
    if (!done && rows % (BATCH * 50) === 0) tell(`${table.name}: ${rows} rows so far`);
  }
  if (rows > 0) tell(`${table.name}: ${rows} rows`);
}

async function sameOnBoth(
  source: Source,
  target: Target,
  table: CopiedTable,
  tell: Tell,
): Promise<Measured> {
  const there = await measured(source, table);
  if (same(there, await measured(target, table))) return there;
  tell(`${table.name}: not the same as in the source, so it is copied again`);
  await target.empty(table);
  await copyTable(source, target, table, tell);
  if (same(there, await measured(target, table))) return there;
  throw new Error(`${table.name} is not the same on both sides. Do not use the copy.`);
}

const same = (a: Measured, b: Measured) => a.rows === b.rows && a.digest === b.digest;
