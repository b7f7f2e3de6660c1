import { statisticOf, type Measure } from './area-headers.ts';
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
}

export interface AreaPage {
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

export const AREAS_A_PAGE = 100;
const MOST_COLUMNS = 5;

/** One page of a file of figures by area: searched, sorted and counted. */
export function areaPage(
  measures: readonly Measure[],
  areas: readonly AreaFigures[],
  asked: AreaQuestion,
): AreaPage {
  const measure =
    measures.find(({ key }) => key === asked.measure) ?? leadingMeasure(measures, areas) ?? null;
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

/** The measure with its rank, deprivation over all, and the children who live there. */
function columnsBeside(
  measure: Measure,
  measures: readonly Measure[],
  areas: readonly AreaFigures[],
): Measure[] {
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
