import type { Course } from '#app/theory/measures/course.ts';
import type { OutcomeRow } from './outcomes.ts';

/** As many measures as a board can look at on one page. */
const MOST_ON_BOARD = 8;

/** What a board must see first: what goes wrong, then what is open, then what goes well. */
const ORDER: readonly Course[] = ['away', 'behind', 'near', 'cannotSay', 'onCourse', 'reached'];

/**
 * The measures for a board's page: those with a figure before those without, what changed for families
 * before what was done, what goes wrong first. Within the same, the order of the theory stands.
 */
export function chosenForBoard(rows: readonly OutcomeRow[], most = MOST_ON_BOARD): OutcomeRow[] {
  const rank = ({ seen }: OutcomeRow) => [
    Number(seen.newest === ''),
    Number(seen.measure.counts === 'delivery'),
    ORDER.indexOf(seen.standing.course),
  ];
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .toSorted((a, b) => a.rank.reduce((found, each, at) => found || each - (b.rank[at] ?? 0), 0))
    .slice(0, most)
    .map(({ row }) => row);
}
