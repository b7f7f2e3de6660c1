import type { Shown } from '#app/statistics/small-numbers.ts';
import type { CountedAnswer, ItemResult } from './item-results.ts';
import { itemTypeOf, optionWords, TYPES, voteName, type Item } from './items.ts';

type Cell = string | number | null;

interface Group {
  /** "Parents and carers", "Practitioners" or "Everybody in the room". */
  name: string;
  results: readonly ItemResult[];
}

/**
 * The counts of a consultation as rows of a table, hidden ones marked as on the page: one row an answer
 * of each thing that was asked.
 */
export function countRows(groups: readonly Group[]): Cell[][] {
  const header = ['Group', 'Number', 'Asked', 'Type', 'Answer', 'People', 'Share', 'Of'];
  const share = (one: number | null) => (one === null ? '[c]' : Math.round(one * 1000) / 1000);
  const rows = groups.flatMap(({ name, results }) =>
    results.flatMap((result) => {
      const of: Shown = result.base;
      const begin = [name, result.number, result.text, result.type];
      if (result.counts.length === 0) return [[...begin, 'Wrote an answer', of, null, of]];
      const what = result.type === 'ranking' ? 'first place: ' : '';
      return result.counts.map((row) => [
        ...begin,
        `${what}${row.label}`,
        row.count,
        share(row.share),
        of,
      ]);
    }),
  );
  return [header, ...rows];
}

interface AnsweredBy {
  name: string;
  answers: readonly CountedAnswer[];
}

/**
 * Every answer as a row without its writer. The rows of each thing that was asked are in an order of
 * their own, so that nobody's answers can be put together again from the places where they stand.
 *
 * @param order a random number a row
 */
export function answerRows(
  items: readonly Item[],
  groups: readonly AnsweredBy[],
  order: () => number,
): Cell[][] {
  const asked = items.flatMap(({ type }) => TYPES[itemTypeOf(type)].words);
  const further = [...new Map(asked.map((one) => [one.name, one.label])).entries()];
  const header = ['Number', 'Asked', 'Type', 'Group', 'Answer', 'In words'];
  const rows = items.flatMap((item, at) =>
    groups
      .flatMap(({ name, answers }) =>
        answers
          .filter(({ statementId }) => statementId === item.id)
          .map((answer): [number, Cell[]] => [
            order(),
            [
              at + 1,
              item.text,
              item.type,
              name,
              answerIn(item, answer),
              answer.comment,
              ...further.map(([key]) => answer.words?.[key] ?? null),
            ],
          ]),
      )
      .sort(([a], [b]) => a - b)
      .map(([, row]) => row),
  );
  return [[...header, ...further.map(([, label]) => label)], ...rows];
}

function answerIn(item: Item, { vote, choice }: CountedAnswer): string {
  const named = (choice ?? []).map((id) => optionWords(item, id));
  return named.length > 0
    ? named.join(item.type === 'ranking' ? ' > ' : '; ')
    : voteName(item.type, vote);
}
