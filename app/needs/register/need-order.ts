import { PRIORITIES, type Priority } from './need.ts';

interface Ordered {
  need: { priority: string; notNowBecause: string; createdAt: Date };
  evidence: number;
}

/** Needs in play, most urgent first and then by how much stands behind them, and those put aside. */
export function inOrder<Line extends Ordered>(
  lines: readonly Line[],
): { inPlay: Line[]; notNow: Line[] } {
  const rank = ({ need }: Line) => PRIORITIES.indexOf(need.priority as Priority);
  const sorted = [...lines].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.evidence - a.evidence ||
      a.need.createdAt.getTime() - b.need.createdAt.getTime(),
  );
  return {
    inPlay: sorted.filter(({ need }) => need.notNowBecause === ''),
    notNow: sorted.filter(({ need }) => need.notNowBecause !== ''),
  };
}
