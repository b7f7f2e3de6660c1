import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import {
  benchmarksOf,
  deleteBenchmark,
  insertOutcomeNote,
  keepBenchmark,
  outcomeNotesOf,
} from '#db/outcomes.ts';
import { record, type Programme } from '#db/people.ts';
import { isUniqueViolation, theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { measuresIn, type Measure } from '#app/theory/measures/measure.ts';
import type { Benchmark, OutcomeNote } from './outcomes.ts';
import type { ReadBenchmark } from './outcome-form.ts';
import { sayQuarter, type Quarter } from './quarters.ts';
import { benchmarkName } from './rows.ts';

const placeOf = ({ authorityId, id }: Programme) => ({ authorityId, programmeId: id });

/** A measure of the programme's theory. */
export async function measureNamed(programme: Programme, measureId: string): Promise<Measure> {
  const { authorityId, id } = programme;
  const theory = await theoryOfProgramme(theStore().read, authorityId, id);
  const measure = theory && measuresIn(theory).find((one) => one.id === measureId);
  if (!measure) throw new NotFound('measure');
  return measure;
}

/**
 * Keeps what a figure means and what follows from it. What stood before stays to be read.
 *
 * @param seen the number of the note that was shown; what somebody else wrote meanwhile comes back
 */
export async function keepNote(
  by: Person,
  programme: Programme,
  measureId: string,
  quarter: Quarter,
  { means, next, seen }: { means: string; next: string; seen: number },
  at = new Date(),
): Promise<{ outcome: 'saved' } | { outcome: 'changed-meanwhile'; theirs: OutcomeNote }> {
  allow(by, 'measures.enter', programme);
  const measure = await measureNamed(programme, measureId);
  const place = placeOf(programme);
  const mine = { measureId, quarter, means, next, enteredBy: by.name, at };
  const newest = async (db: Parameters<typeof outcomeNotesOf>[0]) =>
    (await outcomeNotesOf(db, place)).find(
      (one) => one.measureId === measureId && one.quarter === quarter,
    );
  try {
    return await theStore().write(`programme:${programme.id}`, async (tx) => {
      const there = await newest(tx);
      if (there && there.number !== seen) return { outcome: 'changed-meanwhile', theirs: there };
      if (there?.means === means && there.next === next) return { outcome: 'saved' };
      await insertOutcomeNote(tx, place, { ...mine, number: seen + 1 });
      const details = { measure: measure.label, quarter: sayQuarter(quarter) };
      await record(tx, by, 'outcome.noted', { kind: 'measure', id: measureId }, details);
      return { outcome: 'saved' };
    });
  } catch (error) {
    const theirs = isUniqueViolation(error) ? await newest(theStore().read) : undefined;
    if (!theirs) throw error;
    return { outcome: 'changed-meanwhile', theirs };
  }
}

/** Sets a figure of elsewhere beside a measure, in place of the one of the same name and period. */
export async function setBenchmark(
  by: Person,
  programme: Programme,
  measureId: string,
  given: Pick<Benchmark, 'kind' | 'name' | 'source'> & ReadBenchmark,
  at = new Date(),
): Promise<void> {
  allow(by, 'measures.enter', programme);
  const measure = await measureNamed(programme, measureId);
  const name = benchmarkName(given);
  const benchmark = { ...given, name, measureId, id: newId(at), enteredBy: by.name, version: 1 };
  await theStore().write(`programme:${programme.id}`, async (tx) => {
    await keepBenchmark(tx, placeOf(programme), benchmark, at);
    const details = { name, measure: measure.label };
    await record(tx, by, 'benchmark.kept', { kind: 'measure', id: measureId }, details);
  });
}

/** Takes a figure of elsewhere out. */
export async function removeBenchmark(
  by: Person,
  programme: Programme,
  measureId: string,
  benchmarkId: string,
): Promise<void> {
  allow(by, 'measures.enter', programme);
  const measure = await measureNamed(programme, measureId);
  await theStore().write(`programme:${programme.id}`, async (tx) => {
    const found = (await benchmarksOf(tx, placeOf(programme))).find(
      (one) => one.id === benchmarkId && one.measureId === measureId,
    );
    if (!found) throw new NotFound('benchmark');
    await deleteBenchmark(tx, programme, found.id);
    const details = { name: found.name, measure: measure.label };
    await record(tx, by, 'benchmark.removed', { kind: 'measure', id: measureId }, details);
  });
}
