import { differenceOf } from '#app/statistics/proportions.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import type { Theory } from '#app/theory/graph.ts';
import { sayPeriod } from '#app/theory/measures/periods.ts';
import { readNumber, outOf, sayFigure, unitKind } from '#app/theory/measures/units.ts';
import { latest, type ShownValue } from '#app/theory/measures/values.ts';
import type { SeenMeasure } from '#app/theory/measures/seen.ts';
import type { Measure } from '#app/theory/measures/measure.ts';
import { outcomesReached, type PlanLine } from '#app/plan/plan.ts';
import { libraryMeasure } from '#templates/measures/index.ts';
import { gapOf } from './gap.ts';
import { movementOf, sharesOf, type Better } from './movement.ts';
import { BENCHMARK_NAMES, type Benchmark, type OutcomeNote, type OutcomeRow } from './outcomes.ts';

type FedBy = Pick<PlanLine, 'id' | 'title' | 'measureIds' | 'activityIds'>;

/** The outcomes framework: one row a measure of the theory, with everything that is known of it. */
export function outcomeRows(
  seen: readonly SeenMeasure[],
  about: {
    theory: Pick<Theory, 'boxes' | 'links'>;
    lines: readonly FedBy[];
    benchmarks: readonly Benchmark[];
    notes: readonly OutcomeNote[];
  },
): OutcomeRow[] {
  const reached = outcomesReached(about.theory);
  return seen.map((one): OutcomeRow => {
    const { measure, values } = one;
    const notes = about.notes.filter(({ measureId }) => measureId === measure.id);
    return {
      seen: one,
      movement: movementOf(values, measure.unit, betterOf(measure)),
      benchmarks: about.benchmarks
        .filter(({ measureId }) => measureId === measure.id)
        .map((benchmark) => ({ benchmark, says: sayBeside(one, benchmark) })),
      gap: gapOf(values, measure.unit),
      note: newestNote(notes),
      lines: about.lines
        .filter((line) => feeds(line, measure, reached))
        .map(({ id, title }) => ({ id, title })),
    };
  });
}

/** The note of the newest quarter as it stands; an empty one takes what stood before away. */
function newestNote(notes: readonly OutcomeNote[]): OutcomeNote | null {
  const newest = notes.toSorted(
    (a, b) => b.quarter.localeCompare(a.quarter) || b.number - a.number,
  )[0];
  return newest === undefined || (newest.means === '' && newest.next === '') ? null : newest;
}

/** A line is measured by what it is tied to, else by what its activities lead to first. */
function feeds(
  line: FedBy,
  { id, on }: Measure,
  reached: ReturnType<typeof outcomesReached>,
): boolean {
  if (line.measureIds.length > 0) return line.measureIds.includes(id);
  return line.activityIds.some(
    (activity) => activity === on || reached(activity).some((box) => box.id === on),
  );
}

/** Which way is better: as the target says, else as the library does. */
function betterOf(measure: Measure): Better {
  const [from, to] = [readNumber(measure.baseline), readNumber(measure.target)];
  if (from !== null && to !== null && from !== to) return to > from ? 'higher' : 'lower';
  return libraryMeasure(measure.library)?.better ?? 'neither';
}

/** The newest figure beside one of elsewhere, in a sentence. */
function sayBeside({ measure, values }: SeenMeasure, benchmark: Benchmark): string {
  const { unit } = measure;
  const newest = latest(values);
  const there = `${benchmark.name}: ${sayFigure(benchmark.value, unit)} in ${sayPeriod(benchmark)}`;
  if (newest === undefined || newest.value === HIDDEN) return `${there}.`;
  const apart = newest.value - benchmark.value;
  const size = sayFigure(Math.abs(apart), unitKind(unit) === 'share' ? '' : unit);
  const points = unitKind(unit) === 'share' ? `${size} points` : size;
  if (Math.abs(apart) < 0.05) return `${there}, the same as here.`;
  const way = apart > 0 ? 'higher' : 'lower';
  return `${there}. Here it is ${points} ${way}${byChance(newest, benchmark, unit)}.`;
}

/** Of two shares by their difference; of a figure without its counts by whether it lies in our range. */
function byChance(newest: ShownValue, benchmark: Benchmark, unit: string): string {
  const [here, there] = [sharesOf(newest), sharesOf(benchmark)];
  const { interval } = newest;
  if (here === null || interval === null || outOf(unit) === null) return '';
  const could =
    there === null
      ? interval.low <= benchmark.value && benchmark.value <= interval.high
      : spansNothing(differenceOf(here, there));
  return could ? ', no more than chance alone could do' : ', more than chance alone would do';
}

const spansNothing = ({ low, high }: { low: number; high: number }) => low <= 0 && high >= 0;

/** What a benchmark is called where nobody gave it a name of its own. */
export const benchmarkName = ({ kind, name }: Pick<Benchmark, 'kind' | 'name'>): string =>
  name.trim() === '' ? BENCHMARK_NAMES[kind] : name.trim();
