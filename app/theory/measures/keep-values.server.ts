import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { addValues, valuesOfTheory, type NewValue } from '#db/measures.ts';
import { record } from '#db/people.ts';
import { isUniqueViolation, theStore, type Writer } from '#db/store.server.ts';
import { theoryById } from '#db/theory.ts';
import { samePlace } from './check-values.ts';
import type { KeptValue, Value } from './values.ts';

interface Where {
  programmeId: string;
  theoryId: string;
}

/** How many figures were kept, and what became of those that were there. */
export interface Kept {
  added: number;
  corrected: number;
  same: number;
}

/**
 * Keeps figures of measures. A figure for a period and group that has one already takes its place,
 * and the old one stays to be read; the same figure again changes nothing.
 */
export async function keepValues(
  by: Person,
  where: Where,
  values: readonly (Value & { measureId: string })[],
): Promise<Kept> {
  allow(by, 'measures.enter', { authorityId: by.authorityId });
  return inTheory(by, where, async (tx, kept, measures) => {
    const fresh: NewValue[] = [];
    const done: Kept = { added: 0, corrected: 0, same: 0 };
    for (const { measureId, start, end, value, numerator, denominator, ...rest } of values) {
      const { breakdown, group, note } = rest;
      const figure = { start, end, value, numerator, denominator, breakdown, group, note };
      if (!measures.has(measureId)) throw new NotFound('measure');
      const was = kept.find((each) => samePlace(each, { measureId, ...figure }));
      if (was !== undefined && !was.withdrawn && isSame(was, figure)) {
        done.same += 1;
        continue;
      }
      done[was === undefined || was.withdrawn ? 'added' : 'corrected'] += 1;
      const replaces = was === undefined ? [] : [was.id];
      fresh.push({ ...figure, measureId, replaces, withdrawn: false });
    }
    const details = { added: done.added, corrected: done.corrected };
    if (fresh.length > 0) {
      await record(tx, by, 'measures.entered', { kind: 'theory', id: where.theoryId }, details);
    }
    return { fresh, answer: done };
  });
}

/** Takes a figure out: a row that says so takes its place, and the old one stays to be read. */
export async function withdrawValue(
  by: Person,
  where: Where,
  valueId: string,
  why: string,
): Promise<void> {
  allow(by, 'measures.enter', { authorityId: by.authorityId });
  await inTheory(by, where, async (tx, kept) => {
    const was = standingOne(kept, valueId);
    await record(tx, by, 'measures.withdrawn', { kind: 'theory', id: where.theoryId }, { why });
    const fresh = [{ ...was, note: why, replaces: [was.id], withdrawn: true }];
    return { fresh, answer: undefined };
  });
}

/**
 * Puts a figure right: the new one takes its place, and the old one stays to be read. The period and
 * group may be put right too, unless another figure stands there.
 */
export async function correctValue(
  by: Person,
  where: Where,
  valueId: string,
  value: Value,
): Promise<void> {
  allow(by, 'measures.enter', { authorityId: by.authorityId });
  await inTheory(by, where, async (tx, kept) => {
    const was = standingOne(kept, valueId);
    const now = { ...value, measureId: was.measureId };
    const others = kept.filter((each) => each.id !== valueId && samePlace(each, now));
    if (others.some(({ withdrawn }) => !withdrawn)) {
      throw new Conflict('Another figure stands for this period and group. Correct that one.');
    }
    const details = { added: 0, corrected: 1 };
    await record(tx, by, 'measures.entered', { kind: 'theory', id: where.theoryId }, details);
    const replaces = [was.id, ...others.map(({ id }) => id)];
    return { fresh: [{ ...now, replaces, withdrawn: false }], answer: undefined };
  });
}

function standingOne(kept: readonly KeptValue[], valueId: string): KeptValue {
  const value = kept.find(({ id, withdrawn }) => id === valueId && !withdrawn);
  if (value !== undefined) return value;
  throw new Conflict('Somebody has changed or taken out this figure. Load the page to see it.');
}

function isSame(a: Value, b: Value): boolean {
  return (
    a.value === b.value &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.note === b.note
  );
}

/** One write to the figures of a theory, with those that stand and the measures that there are. */
async function inTheory<T>(
  by: Person,
  { programmeId, theoryId }: Where,
  work: (
    tx: Writer,
    kept: KeptValue[],
    measures: ReadonlySet<string>,
  ) => Promise<{ fresh: NewValue[]; answer: T }>,
): Promise<T> {
  const { authorityId } = by;
  try {
    return await theStore().write(`measures:${theoryId}`, async (tx) => {
      const found = await theoryById(tx, authorityId, theoryId);
      if (found?.programmeId !== programmeId) throw new NotFound('theory of change');
      const measures = found.theory.pieces.filter(({ kind }) => kind === 'measure');
      const all = await valuesOfTheory(tx, authorityId, theoryId);
      // What was taken out keeps its place, so that a new figure there takes the place of that row.
      const kept = all.filter(({ replacedBy }) => replacedBy === '');
      const { fresh, answer } = await work(tx, kept, new Set(measures.map(({ id }) => id)));
      const giving = { authorityId, programmeId, theoryId, personName: by.name, at: new Date() };
      await addValues(tx, giving, fresh);
      return answer;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict('Somebody entered a figure for the same period just now. Load the page.');
  }
}
