import { PRIORITIES, type Priority } from './need.ts';

interface Ordered {
  need: { priority: string; notNowBecause: string; createdAt: Date };
  evidence: number;
  /** By the rule; null where it is not scored. */
  points: number | null;
}

/**
 * Needs in play, most urgent first, then by points and by how much stands behind them, and those put
 * aside. One that is not scored comes after those of its priority that are.
 */
export function inOrder<Line extends Ordered>(
  lines: readonly Line[],
): { inPlay: Line[]; notNow: Line[] } {
  const rank = ({ need }: Line) => PRIORITIES.indexOf(need.priority as Priority);
  const sorted = [...lines].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.points ?? -1) - (a.points ?? -1) ||
      b.evidence - a.evidence ||
      a.need.createdAt.getTime() - b.need.createdAt.getTime(),
  );
  return {
    inPlay: sorted.filter(({ need }) => need.notNowBecause === ''),
    notNow: sorted.filter(({ need }) => need.notNowBecause !== ''),
  };
}

/** What narrows the register. */
export interface RegisterSearch {
  words: string;
  /** A priority, or empty for all. */
  priority: string;
  /** in-play, not-now, unscored, no-evidence, against, or empty for all. */
  show: string;
}

export const SHOWS: Readonly<Record<string, string>> = {
  '': 'All needs',
  'in-play': 'In play',
  'not-now': 'Not now',
  unscored: 'Not scored yet',
  'no-evidence': 'Nothing stands behind it yet',
  against: 'Something speaks against it',
};

interface Searched extends Ordered {
  need: Ordered['need'] & { statement: string; who: string; place: string };
  against: number;
}

/** The needs in which every word stands, in any case and order, that match the rest too. */
export function foundIn<Line extends Searched>(
  lines: readonly Line[],
  search: RegisterSearch,
): Line[] {
  const wanted = search.words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const { need } = line;
    const words = `${need.statement} ${need.who} ${need.place}`.toLowerCase();
    return (
      (search.priority === '' || need.priority === search.priority) &&
      shown(line, search.show) &&
      wanted.every((word) => words.includes(word))
    );
  });
}

function shown({ need, evidence, against, points }: Searched, show: string): boolean {
  switch (show) {
    case 'in-play':
      return need.notNowBecause === '';
    case 'not-now':
      return need.notNowBecause !== '';
    case 'unscored':
      return points === null;
    case 'no-evidence':
      return evidence === 0;
    case 'against':
      return against > 0;
    default:
      return true;
  }
}
