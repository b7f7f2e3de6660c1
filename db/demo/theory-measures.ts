import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { correctValue, keepValues } from '#app/theory/measures/keep-values.server.ts';
import { moreFromLibrary } from '#app/theory/measures/measure-form.ts';
import { standing, type Value } from '#app/theory/measures/values.ts';
import { dayOf } from '#app/ui/words.ts';
import { libraryMeasure } from '#templates/measures/index.ts';
import { newId } from '../ids.ts';
import { valuesOfTheory } from '../measures.ts';
import { theStore } from '../store.server.ts';
import { theoryOfProgramme } from '../theory.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoTheory } from './theory.ts';
import type { DemoBox } from './theory-words.ts';

// What the fictional borough measures: library measures and its own, with figures of four quarters.

interface DemoMeasure {
  on: DemoBox;
  /** The measure of the library that it is taken from. */
  library?: string;
  more?: Record<string, string>;
  baseline?: string;
  target?: string;
  owner?: string;
  /** For each quarter after the baseline, oldest first: a figure, or so many out of so many. */
  quarters: readonly (number | readonly [number, number])[];
  /** The newest quarter by group. */
  groups?: { by: string; counts: Readonly<Record<string, readonly [number, number]>> };
}

const MEASURES: readonly DemoMeasure[] = [
  {
    on: 'earlier',
    more: {
      label: 'Families whose first visit to a hub came before their child was one',
      counts: 'change',
      unit: 'per cent',
      source: 'Hub registrations by age of the youngest child',
      frequency: 'Each quarter',
      breakdowns: 'place',
      shared: 'hub-reach',
    },
    baseline: '41',
    target: '60',
    owner: 'Hub managers',
    quarters: [
      [402, 921],
      [431, 934],
      [489, 978],
      [548, 1021],
    ],
    groups: {
      by: 'place',
      counts: {
        Aldermere: [176, 301],
        Brookside: [151, 268],
        'Canal Quarter': [118, 214],
        Dunsley: [61, 133],
        Eastmoor: [30, 74],
        Unknown: [12, 31],
      },
    },
  },
  {
    on: 'coping',
    library: 'swemwbs',
    baseline: '55',
    target: '70',
    owner: 'Health visiting',
    quarters: [
      [11, 21],
      [15, 26],
      [19, 31],
      [20, 33],
    ],
    groups: {
      by: 'sex',
      counts: { Female: [18, 29], Male: [2, 4] },
    },
  },
  {
    on: 'homeTalk',
    library: 'hle',
    baseline: '40',
    target: '65',
    owner: 'Early years team',
    quarters: [
      [22, 48],
      [27, 52],
      [33, 57],
      [39, 61],
    ],
  },
  {
    on: 'supported',
    library: 'MI-QSU13',
    baseline: '63',
    target: '30',
    owner: 'SEND service',
    quarters: [61, 64.5, 66, 67.5],
  },
  {
    on: 'well',
    library: 'breastfeeding-shared',
    baseline: '46',
    target: '52',
    quarters: [
      [231, 497],
      [240, 505],
      [244, 502],
      [258, 518],
    ],
  },
  { on: 'fathersIn', library: 'cprs-sf', target: '60', quarters: [[9, 16]] },
  { on: 'ready', library: 'gld', baseline: '66.1', target: '75', quarters: [] },
  { on: 'ready', library: 'gld-fsm', quarters: [] },
  {
    on: 'sessions',
    more: {
      label: 'Evening and weekend sessions held',
      counts: 'delivery',
      unit: 'sessions',
      source: 'Hub diaries',
      frequency: 'Each quarter',
      shared: 'local',
    },
    baseline: '0',
    target: '80',
    owner: 'Hub managers',
    quarters: [34, 58, 74, 83],
  },
];

/** The lead adds the measures; the commissioner brings the figures and puts one right. */
export async function demoMeasures(d: Demonstration, { theoryId, boxes }: DemoTheory) {
  const quarters = quartersBefore(dayOf(d.now), 4);
  const before = dayBefore(quarters[0]?.start ?? d.programme.startsOn);
  const made = MEASURES.map((measure) => ({ measure, id: newId(d.now) }));
  const theory = await theoryOfProgramme(theStore().read, d.authorityId, d.programme.id);
  await applyOperations(d.lead, d.programme.id, {
    theoryId,
    baseSequence: theory?.sequence ?? 0,
    sent: made.map(({ measure, id }) => ({
      clientOpId: newId(d.now),
      operation: {
        kind: 'addPiece' as const,
        piece: {
          id,
          kind: 'measure' as const,
          on: boxes[measure.on],
          more: moreOf(measure, before, d.programme.endsOn),
        },
      },
    })),
  });
  const where = { programmeId: d.programme.id, theoryId };
  const values = made.flatMap(({ measure, id }) => valuesOf(measure, id, quarters));
  await keepValues(d.commissioner, where, values);
  await putRight(d, where, made[0]?.id ?? '');
}

/** The first figure of the first measure was counted before late registrations came in. */
async function putRight(
  d: Demonstration,
  where: { programmeId: string; theoryId: string },
  measureId: string,
) {
  const kept = await valuesOfTheory(theStore().read, d.authorityId, where.theoryId);
  const first = standing(kept).find((value) => value.measureId === measureId);
  if (first === undefined) return;
  const note = 'With registrations that came in late';
  const now = { ...first, ...shareOf(410, 929), note };
  await correctValue(d.commissioner, where, first.id, now);
}

function moreOf(measure: DemoMeasure, before: string, ends: string): Record<string, string> {
  const library = libraryMeasure(measure.library ?? '');
  const { baseline, target, owner } = measure;
  return {
    ...(library === undefined ? {} : moreFromLibrary(library)),
    ...measure.more,
    ...(baseline === undefined ? {} : { baseline, baselineOn: before }),
    ...(target === undefined ? {} : { target, targetOn: ends }),
    ...(owner === undefined ? {} : { owner }),
  };
}

interface Quarter {
  start: string;
  end: string;
}

function valuesOf(measure: DemoMeasure, measureId: string, quarters: readonly Quarter[]) {
  // Figures are of the newest quarters: one figure alone is that of the last.
  const from = quarters.length - measure.quarters.length;
  const whole = measure.quarters.map((figure, at) =>
    valueOf(measureId, quarters[from + at], figure, { breakdown: '', group: '' }),
  );
  const groups = Object.entries(measure.groups?.counts ?? {}).map(([group, counts]) =>
    valueOf(measureId, quarters.at(-1), counts, { breakdown: measure.groups?.by ?? '', group }),
  );
  return [...whole, ...groups];
}

function valueOf(
  measureId: string,
  quarter: Quarter | undefined,
  figure: number | readonly [number, number],
  of: Pick<Value, 'breakdown' | 'group'>,
): Value & { measureId: string } {
  const { start, end } = quarter ?? { start: '2026-04-01', end: '2026-06-30' };
  const figures =
    typeof figure === 'number'
      ? { value: figure, numerator: null, denominator: null }
      : shareOf(...figure);
  return { measureId, start, end, ...figures, ...of, note: '' };
}

function shareOf(numerator: number, denominator: number) {
  return { value: Math.round((numerator / denominator) * 10_000) / 100, numerator, denominator };
}

/** The last whole quarters before a day, oldest first. */
function quartersBefore(day: string, count: number): Quarter[] {
  const [year = 2026, month = 1] = day.split('-').map(Number);
  const now = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, at) => {
    const quarter = now - count + at;
    const first = Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3, 1);
    const next = Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3 + 3, 1);
    return { start: isoOf(first), end: isoOf(next - 86_400_000) };
  });
}

function dayBefore(day: string): string {
  return isoOf(Date.parse(`${day}T00:00:00Z`) - 86_400_000);
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
