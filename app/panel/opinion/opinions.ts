import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { wilsonInterval } from '#app/statistics/wilson.ts';
import { leaningOf, shownTally, smoothedShare, type ShownTally, type Tally } from '../tally.ts';
import { comparisonOf, type Comparison, type NamedGroup } from './compare-groups.ts';
import type { GroupPicture } from './group-picture.ts';
import { baseOf, countsAt, type Counts, type VoteTable } from './vote-table.ts';

/** What a conversation says, as somebody may see it. */
export interface Opinions {
  voters: number;
  statements: (ShownTally & { number: number; asked: boolean })[];
  /** Places in `statements`: what unites, most united first; what divides, most divided first. */
  unites: number[];
  divides: number[];
  groups:
    | { shown: false; why: 'too-few' | 'alike' }
    | {
        shown: true;
        comparison: Comparison;
        /** Null where the groups were known before, and are not found by how people voted. */
        picture: GroupPicture | null;
        /** In no group: they voted on too few statements. */
        left: number;
      };
  /** Whether single counts are shown. */
  closely: boolean;
}

/** Groups of whom it is known who they are: of the same statements, and perhaps of more people. */
export interface Known {
  table: VoteTable;
  groups: readonly NamedGroup[];
}

/** Groups found by how people voted, or why there are none: the same for whoever may see them. */
export type Grouping =
  | { found: false; why: 'too-few' | 'alike' }
  | { found: true; groups: NamedGroup[]; picture: GroupPicture; left: number };

/**
 * What unites and what divides, first for everybody, then by groups: those found by how people voted
 * where there are enough of them, otherwise those that are known (parents, practitioners).
 * For people who may not read single answers, small numbers are hidden with whatever they could be
 * worked out from; a statement whose numbers are hidden is then in no list.
 *
 * @param grouping the groups of this very table, as they were looked for
 * @param known people of whom it is known who they are, with their own votes: for want of groups found
 */
export function opinionsOf(
  table: VoteTable,
  closely: boolean,
  grouping: Grouping,
  known?: Known,
): Opinions {
  const tallies = table.statements.map((statement, at) => tallied(statement, countsAt(table, at)));
  const statements = tallies.map((tally, at) => ({
    ...shownTally(tally, closely),
    number: table.statements[at]?.number ?? at + 1,
    asked: table.statements[at]?.asked ?? true,
  }));
  const open = (at: number) => {
    const one = statements[at];
    return one?.asked === true && !Object.values(one.counts).includes(HIDDEN);
  };
  return {
    voters: table.voters.length,
    statements,
    ...inLists(tallies, open),
    groups: groupsOf(table, closely, known, grouping),
    closely,
  };
}

const tallied = ({ id, text }: { id: string; text: string }, counts: Counts): Tally => ({
  statementId: id,
  text,
  counts: { agree: counts.agrees, disagree: counts.disagrees, unsure: counts.passes },
  base: baseOf(counts),
});

function inLists(tallies: readonly Tally[], open: (at: number) => boolean) {
  const places = tallies.map((_, at) => at).filter(open);
  const by = (measure: (tally: Tally) => number) => (a: number, b: number) => {
    const [first, second] = [tallies[a], tallies[b]];
    return first && second ? measure(second) - measure(first) || a - b : 0;
  };
  const leaning = (at: number) => {
    const tally = tallies[at];
    return tally ? leaningOf(tally) : 'too-few';
  };
  return {
    unites: places
      .filter((at) => leaning(at) === 'agreed' || leaning(at) === 'refused')
      .sort(by(unitedBy)),
    divides: places.filter((at) => leaning(at) === 'divides').sort(by(dividedBy)),
  };
}

/** How far a statement unites, 0 to 1: the smoothed share of its larger side. */
export const unitedBy = ({ counts, base }: Pick<Tally, 'counts' | 'base'>): number =>
  smoothedShare(Math.max(counts.agree, counts.disagree), base);

/**
 * How far a statement divides, 0 to 1: twice the least that the smaller side's share plausibly is
 * (the lower end of its Wilson interval), so that three against three do not stand before ninety
 * against a hundred, as they would by a share drawn towards a half.
 */
export function dividedBy({ counts, base }: Pick<Tally, 'counts' | 'base'>): number {
  if (base === 0) return 0;
  return 2 * wilsonInterval(Math.min(counts.agree, counts.disagree) / base, base).low;
}

function groupsOf(
  table: VoteTable,
  closely: boolean,
  known: Known | undefined,
  grouping: Grouping,
): Opinions['groups'] {
  if (grouping.found) {
    const { groups, picture, left } = grouping;
    return { shown: true, comparison: comparisonOf(table, groups, closely), picture, left };
  }
  if (!known) return { shown: false, why: grouping.why };
  const inOne = known.groups.reduce((sum, { who }) => sum + who.length, 0);
  return {
    shown: true,
    comparison: comparisonOf(known.table, known.groups, closely),
    picture: null,
    left: known.table.voters.length - inOne,
  };
}
