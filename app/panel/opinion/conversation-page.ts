import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import type { CsvCell } from '#app/survey/csv.ts';
import type { Opinions } from './opinions.ts';

interface Cast {
  castAgrees: number;
  castDisagrees: number;
  castPasses: number;
}

/** The votes cast on a statement as the tool that held it counted them: "150 / 31 / 25". */
const castWords = ({ castAgrees, castDisagrees, castPasses }: Cast): string =>
  `${castAgrees} / ${castDisagrees} / ${castPasses}`;

/**
 * The votes cast, by statement, for those who may see small counts; for others nothing: a total with
 * changed votes in it would give hidden counts away.
 */
export const castShown = (statements: readonly Cast[], closely: boolean): string[] | undefined =>
  closely ? statements.map(castWords) : undefined;

const cell = (count: Shown): CsvCell => (count === HIDDEN ? HIDDEN : count);

/** Every statement with its counts, and those of each group, as rows of a file. */
export function statementRows({ statements, groups }: Opinions): CsvCell[][] {
  const compared = groups.shown ? groups.comparison : null;
  const names = compared?.groups.map(({ name }) => name) ?? [];
  const head = [
    ...['Number', 'Statement', 'Compared', 'Agree', 'Disagree', 'Unsure', 'People', 'What it does'],
    ...names.flatMap((name) =>
      ['agree', 'disagree', 'unsure', 'people'].map((of) => `${name} ${of}`),
    ),
  ];
  const rows = statements.map((one, at): CsvCell[] => {
    const row = compared?.rows.find((each) => each.at === at);
    return [
      one.number,
      one.text,
      one.asked ? 'yes' : 'no, refused by the moderators',
      ...[one.counts.agree, one.counts.disagree, one.counts.unsure, one.base].map(cell),
      one.leaning,
      ...names.flatMap((_, group) => {
        const of = row?.cells[group];
        return of ? [of.agrees, of.disagrees, of.passes, of.base].map(cell) : ['', '', '', ''];
      }),
    ];
  });
  return [head, ...rows];
}
