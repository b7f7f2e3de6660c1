import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder } from '#db/themes.ts';
import { NotFound } from '#app/people/errors.ts';
import { wordsNow } from './comments.ts';
import type { ComparePageProps } from './ComparePage.tsx';
import { readCoding } from './read-coding.server.ts';
import { listedTheme, withAllUnder } from './tree.ts';

/** Everything that stands under a theme and under those below it, side by side. */
export async function compareTheme(
  programme: Programme,
  themeId: string,
): Promise<Pick<ComparePageProps, 'theme' | 'tree' | 'groups'>> {
  const { read } = theStore();
  const { tree, comments } = await readCoding(programme);
  const theme = tree.find(({ id }) => id === themeId);
  if (!theme) throw new NotFound('theme');
  const own = withAllUnder(tree, themeId);
  const gathered = await gatheredUnder(read, programme.authorityId, [...own]);
  const byKey = new Map(comments.map((comment) => [comment.key, comment]));
  return {
    theme: listedTheme(theme),
    tree: tree.map(listedTheme),
    groups: tree
      .filter(({ id }) => own.has(id))
      .map(({ id, name, number }) => ({
        id,
        name,
        number,
        comments: gathered
          .filter((one) => one.themeId === id)
          .map((one) => {
            const key = `${one.sourceKind}:${one.sourceId}:${one.question}`;
            const comment = byKey.get(key);
            return {
              id: one.id,
              key,
              words: one.words,
              from: comment?.where ?? '',
              now: wordsNow(one.words, comment?.words),
              mayQuote: comment?.mayQuote ?? false,
            };
          }),
      })),
  };
}
