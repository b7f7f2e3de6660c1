import { hiddenAreas, sumsThatStand } from '#app/needs/areas/own-counts.ts';
import { HIDDEN, isSmall, type Shown } from '#app/statistics/small-numbers.ts';

/** An area with its need (a tenth of deprivation) and its reach (how many came or are registered). */
export interface ReachArea {
  code: string;
  name: string;
  decile: number | null;
  reached: number | null;
  /** How many could come, where that is known: children who live there. */
  children: number | null;
}

export interface ReachBand {
  label: string;
  areas: number;
  reached: Shown;
  children: number | null;
  /** Reached of a hundred who could be, from 0 to 1 (above 1 where people come from elsewhere). */
  share: number | null;
  /** Of all who were reached in areas with a tenth. */
  ofAll: number | null;
}

export interface ShownArea extends Omit<ReachArea, 'reached'> {
  reached: Shown | null;
  share: number | null;
  /** Most deprived three tenths, and reached less than the whole: where to go first. */
  first: boolean;
}

export interface Reach {
  bands: ReachBand[];
  /** Reached in all areas that were counted, with a tenth or without. */
  total: Shown;
  /** Reached for each child, over all areas whose count is shown. */
  whole: number | null;
  areas: ShownArea[];
  /** Areas with deprivation whose count is missing. */
  notCounted: number;
}

const BANDS = [
  { label: 'Most deprived tenth', from: 1, to: 1 },
  { label: 'Second tenth', from: 2, to: 2 },
  { label: 'Third tenth', from: 3, to: 3 },
  { label: 'Fourth to seventh tenth', from: 4, to: 7 },
  { label: 'Least deprived three tenths', from: 8, to: 10 },
  { label: 'No deprivation figure', from: 0, to: 0 },
] as const;

/**
 * Reach beside need: how many were reached in each band of deprivation, of how many children. One mask
 * lies over everything that is published of it: counts under the threshold are hidden, in the bands, in
 * the areas, and enough others with them that none follows from a total.
 *
 * @param hidden the areas that the mask over the whole file hides: pages that show other areas of the file
 *   beside these must hide the same
 */
export function reachOf(
  areas: readonly ReachArea[],
  hidden: ReadonlySet<string> = hiddenAreas(
    new Map(areas.map(({ code, reached }) => [code, reached])),
  ),
): Reach {
  const counted = areas.filter(({ reached }) => reached !== null);
  const members = BANDS.map(({ from, to }) =>
    counted.filter(({ decile }) => (decile ?? 0) >= from && (decile ?? 0) <= to),
  );
  const stands = sumsThatStand(
    members.map((band) =>
      band.flatMap(({ code, reached }) => (hidden.has(code) ? [reached ?? 0] : [])),
    ),
  );
  const total: Shown = stands.all ? sum(counted.map(({ reached }) => reached ?? 0)) : HIDDEN;
  const whole = shareOfShown(counted.filter(({ code }) => !hidden.has(code)));
  return {
    bands: BANDS.map(({ label }, at) => {
      const band = members[at] ?? [];
      const reached: Shown = stands.groups[at]
        ? sum(band.map((area) => area.reached ?? 0))
        : HIDDEN;
      const children = childrenIn(band);
      return {
        label,
        areas: band.length,
        reached,
        children,
        share: share(reached, children),
        ofAll: share(reached, total === HIDDEN ? null : total),
      };
    }),
    total,
    whole,
    areas: counted.map((area) => shownArea(area, hidden, whole)),
    notCounted: areas.length - counted.length,
  };
}

/** Reached for each child over the areas that are shown: made of what stands on the page, nothing else. */
function shareOfShown(areas: readonly ReachArea[]): number | null {
  const known = areas.filter(({ children }) => children !== null && !isSmall(children));
  const children = sum(known.map((area) => area.children ?? 0));
  return children === 0 ? null : sum(known.map(({ reached }) => reached ?? 0)) / children;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** All children of some areas; null where one area does not say. */
function childrenIn(areas: readonly ReachArea[]): number | null {
  const known = areas.flatMap(({ children }) => (children === null ? [] : [children]));
  return known.length === areas.length && known.length > 0 ? sum(known) : null;
}

function share(part: Shown, whole: number | null): number | null {
  return part === HIDDEN || whole === null || whole === 0 ? null : part / whole;
}

function shownArea(area: ReachArea, hidden: ReadonlySet<string>, whole: number | null): ShownArea {
  const reached: Shown = hidden.has(area.code) ? HIDDEN : (area.reached ?? HIDDEN);
  // A base so small that its share tells single families is treated like a small count.
  const base = area.children !== null && !isSmall(area.children) ? area.children : null;
  const own = share(reached, base);
  const isDeprived = (area.decile ?? 10) <= 3;
  return {
    ...area,
    reached,
    share: own,
    first: isDeprived && own !== null && whole !== null && own < whole,
  };
}
