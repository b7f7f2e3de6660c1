import {
  HIDDEN,
  isSmall,
  maskCounts,
  THRESHOLD,
  type Shown,
} from '#app/statistics/small-numbers.ts';
import { withAllUnder, type Branch, type InTree } from './tree.ts';

/**
 * How often each theme was raised: by what was asked, and by who answered. Counted in people, and
 * always with the small numbers hidden: these tables go into documents.
 */

export interface Voiced {
  themeId: string;
  /** Who said it, as an id. */
  voice: string;
  /** What was asked. */
  where: string;
}

export interface CountRow {
  id: string;
  number: string;
  name: string;
  depth: number;
  /** People under the theme and under all below it. */
  people: Shown;
  cells: Shown[];
}

/** People by theme and by what was asked, in the order of `wheres`. */
export function countsByQuestion(
  tree: readonly Branch<InTree>[],
  voiced: readonly Voiced[],
  wheres: readonly string[],
): CountRow[] {
  return tree.map((theme) => {
    const own = withAllUnder(tree, theme.id);
    const said = voiced.filter(({ themeId }) => own.has(themeId));
    const people = new Set(said.map(({ voice }) => voice)).size;
    const cells = wheres.map(
      (where) => new Set(said.filter((one) => one.where === where).map(({ voice }) => voice)).size,
    );
    const hide = isSmall(people);
    const { id, number, name, depth } = theme;
    return {
      id,
      number,
      name,
      depth,
      people: hide ? HIDDEN : people,
      cells: hide ? cells.map((cell) => (cell === 0 ? 0 : HIDDEN)) : maskCounts(cells).counts,
    };
  });
}

/**
 * Hides counts of a part beside published bases: of each group the base is known, and of the part its
 * sum. A count is small where those in it or those not in it are few. More is hidden, the smallest
 * group first, until each hidden count could be anything over at least the threshold; where that
 * cannot be reached, the sum is hidden with all of them.
 *
 * @param counts how many of each group are in the part
 * @param bases how many there are in each group
 */
export function maskBesideBases(
  counts: readonly number[],
  bases: readonly number[],
  threshold = THRESHOLD,
): { counts: Shown[]; total: Shown } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rule = { threshold };
  const base = (at: number) => bases[at] ?? 0;
  const hidden = new Set(
    counts.flatMap((count, at) =>
      isSmall(count, rule) || isSmall(base(at) - count, rule) ? [at] : [],
    ),
  );
  const bySize = counts
    .map((_, at) => at)
    .filter((at) => !hidden.has(at) && base(at) > 0)
    .sort((a, b) => base(a) - base(b) || a - b);
  const isOpen = () => {
    const sum = [...hidden].reduce((all, at) => all + (counts[at] ?? 0), 0);
    const room = [...hidden].reduce((all, at) => all + base(at), 0);
    return [...hidden].some((at) => {
      const least = Math.max(0, sum - (room - base(at)));
      const most = Math.min(base(at), sum);
      return most - least < threshold;
    });
  };
  while (hidden.size > 0 && isOpen()) {
    const next = bySize.shift();
    if (next === undefined) return { counts: counts.map(() => HIDDEN), total: HIDDEN };
    hidden.add(next);
  }
  const all = bases.reduce((sum, each) => sum + each, 0);
  const smallTotal = isSmall(total, rule) || isSmall(all - total, rule);
  if (smallTotal) return { counts: counts.map(() => HIDDEN), total: HIDDEN };
  return { counts: counts.map((count, at) => (hidden.has(at) ? HIDDEN : count)), total };
}

export interface GroupCounts {
  groups: { label: string; base: number }[];
  rows: CountRow[];
  /** People who wrote something and belong to none of the groups shown. */
  left: Shown;
}

/**
 * People by theme and by group. Groups with fewer people than the threshold are not shown at all.
 *
 * @param groupOf the group of a voice; null for one that belongs to none
 * @param writers every voice that wrote something that was coded
 */
export function countsByGroup(
  tree: readonly Branch<InTree>[],
  voiced: readonly Voiced[],
  writers: readonly string[],
  labels: readonly string[],
  groupOf: (voice: string) => string | null,
): GroupCounts {
  const everybody = [...new Set(writers)];
  const groups = labels
    .map((label) => ({ label, base: everybody.filter((one) => groupOf(one) === label).length }))
    .filter(({ base }) => !isSmall(base) && base > 0);
  const shown = new Set(groups.map(({ label }) => label));
  const left = everybody.filter((one) => !shown.has(groupOf(one) ?? '')).length;
  const rows = tree.map((theme): CountRow => {
    const own = withAllUnder(tree, theme.id);
    const people = new Set(
      voiced
        .filter(({ themeId, voice }) => own.has(themeId) && shown.has(groupOf(voice) ?? ''))
        .map(({ voice }) => voice),
    );
    const counts = groups.map(
      ({ label }) => [...people].filter((voice) => groupOf(voice) === label).length,
    );
    const { counts: cells, total } = maskBesideBases(
      counts,
      groups.map(({ base }) => base),
    );
    const { id, number, name, depth } = theme;
    return { id, number, name, depth, people: total, cells };
  });
  return { groups, rows, left: isSmall(left) ? HIDDEN : left };
}
