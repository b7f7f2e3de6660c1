import type { AreaFigures } from './area-figures.ts';
import type { Measure } from './area-headers.ts';
import { HIDDEN, maskCounts, THRESHOLD } from '#app/statistics/small-numbers.ts';

/**
 * Which areas of the authority's own counts are hidden: those under the threshold, with enough others
 * that none follows from the sum of all. The same for a map, a table, a finding: what one page hid and
 * another showed could be subtracted.
 */
export function hiddenAreas(figures: ReadonlyMap<string, number | null>): Set<string> {
  const known = [...figures]
    .flatMap(([code, figure]) => (figure === null ? [] : [{ code, figure }]))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const { counts } = maskCounts(known.map(({ figure }) => figure));
  return new Set(known.flatMap(({ code }, at) => (counts[at] === HIDDEN ? [code] : [])));
}

/**
 * Areas of own counts as they may be shown: hidden figures are gone, and it is known where they were.
 *
 * @returns the areas, and "code key" of each hidden figure
 */
export function maskedAreas<Area extends AreaFigures>(
  areas: readonly Area[],
  measures: readonly Measure[],
): { areas: Area[]; hidden: Set<string> } {
  const hidden = new Set<string>();
  const shown = areas.map((area) => ({ ...area, figures: { ...area.figures } }));
  for (const { key } of measures) {
    const figures = new Map(areas.map(({ code, figures: of }) => [code, of[key] ?? null]));
    const small = hiddenAreas(figures);
    for (const { code, figures: of } of shown) {
      if (!small.has(code)) continue;
      of[key] = null;
      hidden.add(`${code} ${key}`);
    }
  }
  return { areas: shown, hidden };
}

/**
 * Whether the sum of a group may stand beside its areas: the areas hidden in it are none, or at least two
 * that add up to the threshold, so that each can still be anything from 0 to that sum.
 */
function maySumStand(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((total, each) => total + each, 0);
  return hidden.length === 0 || (hidden.length >= 2 && sum >= THRESHOLD);
}

/**
 * Which of several groups may show their sums beside the sum of all of them: those that may stand alone,
 * less as many as it takes that the rest, together, may stand as well.
 *
 * @param groups the hidden counts of each group
 * @returns one answer a group, and whether the sum of all may be shown
 */
export function sumsThatStand(groups: readonly (readonly number[])[]): {
  groups: boolean[];
  all: boolean;
} {
  const stands = groups.map(maySumStand);
  const all = maySumStand(groups.flat());
  const rest = () => groups.flatMap((hidden, at) => (stands[at] ? [] : hidden));
  while (all && !maySumStand(rest())) {
    const next = groups.findIndex((hidden, at) => stands[at] === true && hidden.length > 0);
    if (next < 0) break;
    stands[next] = false;
  }
  return { groups: stands, all };
}
