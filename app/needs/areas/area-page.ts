import { LEVEL_ORDER, statisticOf, type Measure } from './area-headers.ts';
import type { AreaFigures } from './area-file.ts';
import {
  childrenMeasure,
  decileCounts,
  decileMeasures,
  leadingMeasure,
  sortedAreas,
  type DecileCounts,
} from './area-summary.ts';

/** What somebody asks of an area file's page; everything may be left out. */
export interface AreaQuestion {
  measure: string;
  /** Part of a name or code. */
  search: string;
  /** From 1. */
  page: number;
  /** Which kind of area, where the file holds several; '' for that with the most. */
  level?: string;
  /** In a long file: the figure, the period and the categories to show, by their headings. */
  at?: Readonly<Record<string, string>>;
}

/** What a long file can be narrowed by: each heading with its values, the newest period first. */
export interface Narrowing {
  key: string;
  label: string;
  values: string[];
  chosen: string;
}

export interface AreaPage {
  /** Kinds of areas in the file with how many of each. */
  levels: { level: string; areas: number }[];
  level: string;
  /** Empty where every figure is a column of its own. */
  narrowing: Narrowing[];
  /** What the table is sorted by, or null where no area has any figure. */
  measure: Measure | null;
  /** The columns of the table: the measure asked for first. */
  columns: Measure[];
  areas: AreaFigures[];
  found: number;
  page: number;
  pages: number;
  /** How many areas stand in each decile, where the measure is one. */
  deciles: DecileCounts | null;
  withoutFigure: number;
}

const AREAS_A_PAGE = 100;
const MOST_COLUMNS = 5;

/** One page of a file of figures by area: searched, sorted and counted. */
export function areaPage(
  measures: readonly Measure[],
  all: readonly AreaFigures[],
  asked: AreaQuestion,
): AreaPage {
  const levels = levelsIn(all);
  const level =
    levels.find((each) => each.level === asked.level)?.level ?? mostAreas(levels)?.level ?? '';
  const areas = all.filter((area) => (area.level ?? '') === level);
  const named = measures.find(({ key }) => key === asked.measure);
  const narrowed = narrow(measures, wantedOf(asked, named));
  const measure = narrowed.measure ?? named ?? leadingMeasure(measures, areas) ?? null;
  const wanted = asked.search.trim().toLowerCase();
  const found = areas.filter(
    ({ name, code }) =>
      name.toLowerCase().includes(wanted) || code.toLowerCase().startsWith(wanted),
  );
  const sorted = measure === null ? found : sortedAreas(found, measure);
  const pages = Math.max(1, Math.ceil(sorted.length / AREAS_A_PAGE));
  const page = Math.min(Math.max(1, Math.floor(asked.page) || 1), pages);
  const deciles =
    measure !== null && statisticOf(measure.header) === 'decile'
      ? decileCounts(areas, measure.key)
      : null;
  return {
    levels,
    level,
    narrowing: narrowed.narrowing,
    measure,
    columns: measure === null ? [] : columnsBeside(measure, measures, areas),
    areas: sorted.slice((page - 1) * AREAS_A_PAGE, page * AREAS_A_PAGE),
    found: found.length,
    page,
    pages,
    deciles,
    withoutFigure: areas.filter(({ figures }) => (figures[measure?.key ?? ''] ?? null) === null)
      .length,
  };
}

function levelsIn(areas: readonly AreaFigures[]): { level: string; areas: number }[] {
  const counts = new Map<string, number>();
  for (const { level = '' } of areas) counts.set(level, (counts.get(level) ?? 0) + 1);
  const place = (level: string) => {
    const at = LEVEL_ORDER.indexOf(level);
    return at < 0 ? LEVEL_ORDER.length : at;
  };
  return [...counts]
    .map(([level, n]) => ({ level, areas: n }))
    .sort((a, b) => place(a.level) - place(b.level));
}

const mostAreas = (levels: readonly { level: string; areas: number }[]) =>
  [...levels].sort((a, b) => b.areas - a.areas)[0];

/** What is chosen: by the choices themselves, else by the measure that an address names. */
function wantedOf({ at = {} }: AreaQuestion, named: Measure | undefined): Record<string, string> {
  if (Object.keys(at).length > 0 || !named) return { ...at };
  return { ...named.at, [FIGURE]: named.of ?? '' };
}

/** The heading under which the figures of a long file are told apart. */
const FIGURE = 'figure';

/**
 * The choices of a long file, and the one measure that they lead to: what is asked for, else the newest
 * period and the first of everything, given what was chosen before it.
 */
function narrow(
  measures: readonly Measure[],
  asked: Readonly<Record<string, string>>,
): { narrowing: Narrowing[]; measure: Measure | null } {
  const long = measures.filter(({ at }) => at !== undefined);
  if (long.length < 2 || long.length < measures.length) return { narrowing: [], measure: null };
  const valueOf = (measure: Measure, key: string) =>
    key === FIGURE ? (measure.of ?? '') : (measure.at?.[key] ?? '');
  const keys = [FIGURE, ...new Set(long.flatMap(({ at }) => Object.keys(at ?? {})))];
  let left: Measure[] = long;
  const narrowing: Narrowing[] = [];
  for (const key of keys) {
    const values = sortedValues([...new Set(left.map((measure) => valueOf(measure, key)))]);
    const chosen = values.find((value) => value === asked[key]) ?? values[0] ?? '';
    left = left.filter((measure) => valueOf(measure, key) === chosen);
    if (values.length > 1 || (asked[key] ?? '') !== '') {
      narrowing.push({ key, label: sayHeading(key), values, chosen });
    }
  }
  return { narrowing, measure: left[0] ?? null };
}

/** Years and periods from the newest on; anything else in the file's own order. */
function sortedValues(values: readonly string[]): string[] {
  const isPeriod = values.every((value) => /^(?:19|20)\d{2}/.test(value));
  return isPeriod ? [...values].sort((a, b) => (a < b ? 1 : -1)) : [...values];
}

/** "time_period" as people write it: "Time period". */
function sayHeading(key: string): string {
  const words = key.replace(/_/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The measure with its rank, deprivation over all, and the children who live there. */
function columnsBeside(
  measure: Measure,
  measures: readonly Measure[],
  areas: readonly AreaFigures[],
): Measure[] {
  if (measure.at) return [measure, ...otherPeriods(measure, measures)].slice(0, MOST_COLUMNS);
  const named = (key: string) => measures.find((each) => each.key === key);
  const base = measure.key.replace(/-(?:decile|rank|score)$/, '');
  const wanted = [
    measure,
    named(`${base}-decile`),
    named(`${base}-rank`),
    named('imd-decile'),
    childrenMeasure(measures),
    ...decileMeasures(measures, areas),
  ];
  const filled = wanted.filter(
    (each) => each && areas.some(({ figures }) => (figures[each.key] ?? null) !== null),
  );
  const distinct = new Map(
    [measure, ...filled].flatMap((each) => (each ? [[each.key, each] as const] : [])),
  );
  return [...distinct.values()].slice(0, MOST_COLUMNS);
}

/** The same figure at other times, the newest first. */
function otherPeriods(measure: Measure, measures: readonly Measure[]): Measure[] {
  const at = measure.at ?? {};
  const period = Object.keys(at).find((key) => /^(?:19|20)\d{2}/.test(at[key] ?? ''));
  if (period === undefined) return [];
  return measures
    .filter(
      (each) =>
        each !== measure &&
        each.of === measure.of &&
        Object.keys(at).every((key) => key === period || each.at?.[key] === at[key]),
    )
    .sort((a, b) => ((a.at?.[period] ?? '') < (b.at?.[period] ?? '') ? 1 : -1));
}
