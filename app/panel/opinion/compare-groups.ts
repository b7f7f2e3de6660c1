import { HIDDEN, maskTable, type Shown } from '#app/statistics/small-numbers.ts';
import { groupConsensus, oneSampleZ, twoSampleZ } from '#app/statistics/votes.ts';
import { baseOf, countsAt, NOBODY, type Counts, type VoteTable } from './vote-table.ts';

/** Some of the voters, by their places. */
export interface NamedGroup {
  name: string;
  who: readonly number[];
}

/** How groups stand to each statement, as somebody may see it. */
export interface Comparison {
  groups: { name: string; people: number; standsFor: StandsFor[] }[];
  rows: GroupRow[];
  /** Statements on which all groups go the same way, most agreed first, with their score. */
  consensus: { at: number; side: Side; score: number }[];
  /** Statements on which groups differ clearly, most first: which group agrees most and least. */
  differences: { at: number; most: string; least: string }[];
}

export type Side = 'agree' | 'disagree';

/** A statement that tells a group from the others. */
export interface StandsFor {
  at: number;
  side: Side;
}

export interface GroupRow {
  /** The statement, by its place. */
  at: number;
  /** In the order of the groups. */
  cells: { agrees: Shown; disagrees: Shown; passes: Shown; base: Shown }[];
}

/** One-sided 90 per cent: what the published method asks of both tests. */
const CLEAR = 1.2816;
/** Statements listed for each group at most. */
const MOST_LISTED = 5;
/** All groups go one way where each is likelier than not to. */
const HALF = 0.5;

/**
 * Lays groups side by side. Counts of one statement are masked as one table with those who are in no
 * group, because the totals of everybody are known from elsewhere.
 */
export function comparisonOf(
  table: VoteTable,
  groups: readonly NamedGroup[],
  closely: boolean,
): Comparison {
  const inOne = new Set(groups.flatMap(({ who }) => [...who]));
  const others = table.voters.flatMap((_, at) => (inOne.has(at) ? [] : [at]));
  const compared = table.statements.flatMap((statement, at): Compared[] => {
    if (!statement.asked) return [];
    const counts = groups.map(({ who }) => countsAt(table, at, who));
    const cells = shownCells([...counts, countsAt(table, at, others)], closely);
    return [{ at, counts, row: { at, cells: cells.slice(0, groups.length) } }];
  });
  return {
    rows: compared.map(({ row }) => row),
    groups: groups.map(({ name, who }, group) => ({
      name,
      people: who.length,
      standsFor: standsFor(compared, group),
    })),
    consensus: consensusOf(compared),
    differences: differencesOf(compared, groups),
  };
}

interface Compared {
  at: number;
  counts: Counts[];
  row: GroupRow;
}

function shownCells(counts: readonly Counts[], closely: boolean): GroupRow['cells'] {
  const all = counts.map(({ agrees, disagrees, passes }) => [agrees, disagrees, passes]);
  const masked = closely ? null : maskTable(all, { openTotals: true });
  return counts.map((one, group) => {
    const cell = (column: number) => (masked?.cells ?? all)[group]?.[column] ?? HIDDEN;
    return {
      agrees: cell(0),
      disagrees: cell(1),
      passes: cell(2),
      base: masked?.rowTotals[group] ?? baseOf(one),
    };
  });
}

/** Whether what is said about a side rests on shown numbers only. */
const isOpen = ({ row }: Compared, side: Side): boolean =>
  row.cells.every((cell) => cell.base !== HIDDEN && cell[`${side}s`] !== HIDDEN);

const sideOf = (counts: Counts, side: Side): number => counts[`${side}s`];
const votesOf = (counts: Counts, side: Side) => ({
  agrees: sideOf(counts, side),
  disagrees: sideOf(counts, side === 'agree' ? 'disagree' : 'agree'),
  seen: baseOf(counts),
});

const together = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (sum, one) => ({
      agrees: sum.agrees + one.agrees,
      disagrees: sum.disagrees + one.disagrees,
      passes: sum.passes + one.passes,
    }),
    NOBODY,
  );

/**
 * How strongly a side of a statement stands for a group: 0 unless they take it (one-sample test) and
 * take it more than the others do (two-sample test); then the product of both tests, of the smoothed
 * share, and of how many times likelier they are to take it (Small and others 2021).
 */
export function strengthFor(group: Counts, others: Counts, side: Side): number {
  const [mine, theirs] = [votesOf(group, side), votesOf(others, side)];
  const alone = oneSampleZ(mine.agrees, mine.seen);
  const apart = twoSampleZ(
    { count: mine.agrees, base: mine.seen },
    { count: theirs.agrees, base: theirs.seen },
  );
  if (alone <= CLEAR || apart <= CLEAR) return 0;
  const share = (mine.agrees + 1) / (mine.seen + 2);
  const ratio = share / ((theirs.agrees + 1) / (theirs.seen + 2));
  return alone * apart * share * ratio;
}

function standsFor(compared: readonly Compared[], group: number): StandsFor[] {
  const ranked = compared.flatMap((one) =>
    (['agree', 'disagree'] as const).flatMap((side) => {
      const mine = one.counts[group] ?? NOBODY;
      const others = together(one.counts.filter((_, at) => at !== group));
      const strength = isOpen(one, side) ? strengthFor(mine, others, side) : 0;
      return strength > 0 ? [{ at: one.at, side, strength }] : [];
    }),
  );
  return ranked
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST_LISTED)
    .map(({ at, side }) => ({ at, side }));
}

function consensusOf(compared: readonly Compared[]): Comparison['consensus'] {
  return compared
    .flatMap((one) =>
      (['agree', 'disagree'] as const).flatMap((side) => {
        const votes = one.counts.map((counts) => votesOf(counts, side));
        const all = votes.every(({ agrees, seen }) => (agrees + 1) / (seen + 2) > HALF);
        if (!all || !isOpen(one, side)) return [];
        return [{ at: one.at, side, score: groupConsensus(votes) }];
      }),
    )
    .sort((a, b) => b.score - a.score);
}

function differencesOf(
  compared: readonly Compared[],
  groups: readonly NamedGroup[],
): Comparison['differences'] {
  return compared
    .flatMap((one) => {
      if (!isOpen(one, 'agree')) return [];
      const ranked = one.counts
        .map((counts, at) => ({ votes: votesOf(counts, 'agree'), name: groups[at]?.name ?? '' }))
        .sort((a, b) => smoothed(b.votes) - smoothed(a.votes));
      const [most, least] = [ranked[0], ranked.at(-1)];
      if (!most || !least) return [];
      const apart = twoSampleZ(
        { count: most.votes.agrees, base: most.votes.seen },
        { count: least.votes.agrees, base: least.votes.seen },
      );
      return apart > CLEAR ? [{ at: one.at, most: most.name, least: least.name, apart }] : [];
    })
    .sort((a, b) => b.apart - a.apart)
    .map(({ at, most, least }) => ({ at, most, least }));
}

const smoothed = ({ agrees, seen }: { agrees: number; seen: number }) => (agrees + 1) / (seen + 2);
