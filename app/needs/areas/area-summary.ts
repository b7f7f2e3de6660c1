import { statisticOf, type Measure } from './area-headers.ts';
import type { AreaFigures } from './area-file.ts';

/** How many areas stand in each tenth of England, and how many have no figure. */
export interface DecileCounts {
  /** counts[0] is the most deprived tenth. */
  counts: number[];
  withFigure: number;
  withoutFigure: number;
}

const figureOf = (area: AreaFigures, key: string) => area.figures[key] ?? null;

/** Counts the areas by decile; an area without a figure stands in none. */
export function decileCounts(areas: readonly AreaFigures[], key: string): DecileCounts {
  const counts = Array.from({ length: 10 }, () => 0);
  let withoutFigure = 0;
  for (const area of areas) {
    const decile = figureOf(area, key);
    if (decile === null) withoutFigure += 1;
    else counts[decile - 1] = (counts[decile - 1] ?? 0) + 1;
  }
  return { counts, withFigure: areas.length - withoutFigure, withoutFigure };
}

/** The measures that are deciles and have a figure for some area. */
export function decileMeasures(
  measures: readonly Measure[],
  areas: readonly AreaFigures[],
): Measure[] {
  return measures.filter(
    ({ key, header }) =>
      statisticOf(header) === 'decile' && areas.some((area) => figureOf(area, key) !== null),
  );
}

/** What a file is sorted by at first: deprivation among children, else deprivation, else the first. */
export function leadingMeasure(
  measures: readonly Measure[],
  areas: readonly AreaFigures[],
): Measure | undefined {
  const deciles = decileMeasures(measures, areas);
  const filled = measures.find(({ key }) => areas.some((area) => figureOf(area, key) !== null));
  return (
    deciles.find(({ key }) => key === 'idaci-decile') ??
    deciles.find(({ key }) => key === 'imd-decile') ??
    deciles[0] ??
    filled
  );
}

/** How many children live there, where the file says so. */
export function childrenMeasure(measures: readonly Measure[]): Measure | undefined {
  return measures.find(({ header }) => /\bchildren aged 0\b/i.test(header));
}

const byName = new Intl.Collator('en-GB', { numeric: true });

/**
 * Areas by a measure: a decile or rank from the most deprived on, anything else from the largest
 * down. Within the same decile by rank where the file has one, then by name; those without last.
 */
export function sortedAreas<Area extends AreaFigures>(
  areas: readonly Area[],
  measure: Measure,
): Area[] {
  const upwards = ['decile', 'rank'].includes(statisticOf(measure.header)) ? 1 : -1;
  const rank = measure.key.replace(/-decile$/, '-rank');
  const compare = (key: string, direction: number) => (a: Area, b: Area) => {
    const [x, y] = [figureOf(a, key), figureOf(b, key)];
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
    return direction * (x - y);
  };
  return [...areas].sort(
    (a, b) =>
      compare(measure.key, upwards)(a, b) ||
      (rank === measure.key ? 0 : compare(rank, 1)(a, b)) ||
      byName.compare(a.name, b.name),
  );
}

/** The sum of a measure over areas that have one; null when none has. */
export function sumOver(areas: readonly AreaFigures[], key: string): number | null {
  const figures = areas.map((area) => figureOf(area, key)).filter((each) => each !== null);
  return figures.length === 0 ? null : figures.reduce((sum, each) => sum + each, 0);
}
