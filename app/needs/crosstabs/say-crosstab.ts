import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { many } from '#app/ui/words.ts';
import { sayCount, sayShare } from '../finding.ts';
import type { CrossCell, CrossTable } from './crosstab.ts';
import { isBeyondChance, strengthOf, type Method, type TestResult } from './tests.ts';

export const sayShown = (count: Shown): string => (count === HIDDEN ? HIDDEN : sayCount(count));

/** "36%", or the mark where the number is hidden. */
export const sayCell = ({ count, share }: CrossCell): string =>
  share === null ? (count === HIDDEN ? HIDDEN : '–') : sayShare(share);

export const sayInterval = ({ interval }: CrossCell): string | null =>
  interval && `${sayShare(interval.low)} to ${sayShare(interval.high)}`;

const METHODS: Readonly<Record<Method, string>> = {
  'chi-square': 'chi-square test',
  fisher: 'Fisher’s exact test',
  drawn: 'exact test by 5,000 drawn tables',
  'rao-scott': 'Rao and Scott’s test for weighted answers',
};

export function sayP(p: number): string {
  return p < 0.001 ? 'p under 0.001' : `p = ${Number(p.toPrecision(2))}`;
}

/** What a test says, in one plain sentence and one for those who want the figures. */
export function sayTest(
  test: TestResult,
  { row, column }: Pick<CrossTable, 'row' | 'column'>,
  among: number,
): { plain: string; figures: string } {
  const what = test.about === null ? `“${row.title}”` : `“${test.about}”`;
  const by = test.about !== null && !row.several ? `“${row.title}”` : `“${column.title}”`;
  const plain = isBeyondChance(test)
    ? `${what} and ${by} have more to do with each other than chance would explain. The tie is ${strengthOf(test.v)}.`
    : `${what} and ${by}: what differs could be chance.`;
  const adjusted = among > 1 ? `, ${sayP(test.adjusted)} among the ${among} tests here (Holm)` : '';
  const joined = test.joined ? ' Lines with hidden numbers were taken as one.' : '';
  const figures = `${sayP(test.p)}${adjusted}; ${METHODS[test.method]}; Cramér’s V ${test.v.toFixed(2)}.${joined}`;
  return { plain, figures };
}

/** Who is in the table and who is not. */
export function sayBase({ base, leftOut, filter }: CrossTable): string {
  const people = base === HIDDEN ? HIDDEN : many(base, 'person', 'people');
  const those = filter ? ` with “${filter.label}” under “${filter.title}”` : '';
  const left =
    filter || leftOut === 0
      ? ''
      : ` Left out: ${sayShown(leftOut)} who gave no answer to one of them, were not asked or preferred not to say.`;
  return `${people}${those} answered both questions.${left}`;
}

/** What the shares are of. */
export const sayShareOf = ({ share, row, column }: CrossTable): string =>
  share === 'columns'
    ? `Of those in each column: “${column.title}”.`
    : `Of those in each row: “${row.title}”.`;

/** The title of a table. */
export const sayTitle = ({ row, column, filter }: CrossTable): string =>
  `“${row.title}” by “${column.title}”${filter ? `, only “${filter.label}”` : ''}`;
