import { themeChangesOf } from '#db/coding.ts';
import { peopleOf, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { HIDDEN, isSmall } from '#app/statistics/small-numbers.ts';
import { judgedQuotes } from './choose-quote.server.ts';
import type { CodingHomeProps } from './CodingHome.tsx';
import { progressOf, sayProgress } from './coding.ts';
import { readCoding } from './read-coding.server.ts';
import { withAllUnder } from './tree.ts';

/** The changes that are listed: the older ones stay in the history of the authority. */
const LISTED = 10;

/**
 * The tree of themes, how far coding is, and what was done lately.
 *
 * @param closely for those who may read single answers; for others few people are not counted out
 */
export async function codingHome(
  programme: Programme,
  closely: boolean,
): Promise<Pick<CodingHomeProps, 'tree' | 'progress' | 'said' | 'quotes' | 'changes'>> {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const { tree, comments } = await readCoding(programme);
  const { quotes } = await judgedQuotes(programme);
  const changes = await themeChangesOf(read, authorityId, programmeId);
  const names = new Map((await peopleOf(read, authorityId)).map(({ id, name }) => [id, name]));
  const progress = progressOf(comments);
  return {
    tree: tree.map(({ id, number, name, depth, definition }) => {
      const own = withAllUnder(tree, id);
      const voices = comments.filter(({ themes }) => themes.some((theme) => own.has(theme)));
      const people = new Set(voices.map(({ voice }) => voice)).size;
      const shown = !closely && isSmall(people) ? HIDDEN : people;
      return { id, number, name, depth, definition, people: shown };
    }),
    progress,
    said: sayProgress(progress),
    quotes: {
      chosen: quotes.length,
      publishable: quotes.filter(({ whyNot }) => whyNot === null).length,
    },
    changes: changes.slice(0, LISTED).map(({ id, sentence, by, at, undoneAt }) => ({
      id,
      sentence,
      by: names.get(by) ?? 'Somebody who has left',
      at,
      undone: undoneAt !== null,
    })),
  };
}
