import type { HighsSolution } from 'highs';
import { loadedOnce } from '#app/aside/loaded-once.ts';
import type { Alike, Composition, Pool, Unmet } from './pool.ts';
import { bestPanel, fairestLottery, nearestPanel } from './programme-text.ts';

/**
 * The fairest lottery over the panels that meet the quotas: the person with the smallest chance of
 * being drawn has the largest chance that any lottery can give them (maximin; Flanigan, Gölz, Gupta,
 * Hennig and Procaccia 2021, Nature 596:548). Panels are generated as they are needed: the linear
 * programme over the panels found so far tells what each group's fairness is worth, and a whole-number
 * programme finds the panel that gains most by it, until none gains anything.
 */
export type Lottery =
  | { possible: true; panels: LotteryPanel[]; chances: number[]; least: number; never: number[] }
  | { possible: false; unmet: Unmet[]; tooFewPeople: boolean };

export interface LotteryPanel {
  composition: Composition;
  /** How often it is drawn, 0 to 1; all of them add up to 1. */
  chance: number;
}

/** Gains smaller than this are the solver's rounding. */
const NEGLIGIBLE = 1e-7;
/** Panels that a lottery is built from; far more than any real pool has needed. */
const MOST_PANELS = 2_000;

type Solve = (text: string) => HighsSolution;

/** The solver, which few servers ever ask: it is not in memory before somebody does. */
const solver = loadedOnce(async () => (await import('highs')).default());

/**
 * @returns chances are of one person of each group of the pool, in its order; `never` are the groups
 *   whose people no panel with these quotas can hold
 */
export async function fairLottery(pool: Pool): Promise<Lottery> {
  const highs = await solver();
  const solve: Solve = (text) => highs.solve(text, { mip_rel_gap: 0, output_flag: false });
  const people = pool.groups.reduce((all, { ids }) => all + ids.length, 0);
  if (people < pool.size) return { possible: false, unmet: [], tooFewPeople: true };
  const first = panelWorthMost(
    pool,
    solve,
    pool.groups.map(() => 1),
  );
  if (first === null) return { possible: false, unmet: unmetIn(pool, solve), tooFewPeople: false };
  const { panels, never } = startingPanels(pool, solve, first);
  return generate(pool, solve, panels, never);
}

/** For each group a panel that holds somebody of it, where there is one. */
function startingPanels(pool: Pool, solve: Solve, first: Composition) {
  const panels: Composition[] = [first];
  const never: number[] = [];
  pool.groups.forEach((_, group) => {
    if (panels.some((panel) => (panel[group] ?? 0) > 0)) return;
    const found = panelWorthMost(
      pool,
      solve,
      pool.groups.map((_, at) => Number(at === group)),
    );
    if (found !== null && (found[group] ?? 0) > 0) panels.push(found);
    else never.push(group);
  });
  return { panels, never };
}

function generate(pool: Pool, solve: Solve, panels: Composition[], never: number[]): Lottery {
  const open = pool.groups.map((_, at) => at).filter((at) => !never.includes(at));
  for (;;) {
    const chances = panels.map((panel) => open.map((at) => chanceIn(pool.groups[at], panel[at])));
    const solved = solve(fairestLottery(chances, open.length));
    const prices = open.map((_, at) => Math.abs(rowOf(solved, `chance${at}`)));
    const least = solved.ObjectiveValue;
    const worth = pool.groups.map((group, at) => {
      const price = prices[open.indexOf(at)] ?? 0;
      return price / group.ids.length;
    });
    const gaining = panelWorthMost(pool, solve, worth);
    const gain = gaining === null ? 0 : dot(worth, gaining) - least;
    const known = gaining !== null && panels.some((panel) => same(panel, gaining));
    if (gaining === null || gain < NEGLIGIBLE || known || panels.length >= MOST_PANELS) {
      return lotteryOf(pool, solved, panels, never, least);
    }
    panels.push(gaining);
  }
}

function lotteryOf(
  pool: Pool,
  solved: HighsSolution,
  panels: Composition[],
  never: number[],
  least: number,
): Lottery {
  const weights = panels.map((_, at) => Math.max(0, primalOf(solved, `w${at}`)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = panels
    .map((composition, at) => ({ composition, chance: (weights[at] ?? 0) / all }))
    .filter(({ chance }) => chance > NEGLIGIBLE);
  const chances = pool.groups.map((group, at) =>
    drawn.reduce(
      (sum, { composition, chance }) => sum + chance * chanceIn(group, composition[at]),
      0,
    ),
  );
  return { possible: true, panels: drawn, chances, least, never };
}

/** The panel that is worth most, or null where no panel meets the quotas. */
function panelWorthMost(pool: Pool, solve: Solve, worth: readonly number[]): Composition | null {
  const solved = solve(bestPanel(pool, worth));
  if (solved.Status !== 'Optimal') return null;
  return pool.groups.map((_, at) => Math.round(primalOf(solved, `t${at}`)));
}

function unmetIn(pool: Pool, solve: Solve): Unmet[] {
  const solved = solve(nearestPanel(pool));
  return pool.quotas.flatMap((quota, at): Unmet[] => {
    const few = Math.round(primalOf(solved, `few${at}`));
    const many = Math.round(primalOf(solved, `many${at}`));
    if (few > 0) return [{ quota, wrong: 'too-few', by: few }];
    return many > 0 ? [{ quota, wrong: 'too-many', by: many }] : [];
  });
}

const chanceIn = (group: Alike | undefined, taken: number | undefined) =>
  group === undefined ? 0 : (taken ?? 0) / group.ids.length;
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const same = (a: Composition, b: Composition) => a.every((count, at) => count === b[at]);

function primalOf(solved: HighsSolution, name: string): number {
  const column = solved.Columns[name];
  return column !== undefined && 'Primal' in column ? Number(column.Primal) : 0;
}

function rowOf(solved: HighsSolution, name: string): number {
  for (const row of solved.Rows) if ('Dual' in row && row.Name === name) return Number(row.Dual);
  return 0;
}
