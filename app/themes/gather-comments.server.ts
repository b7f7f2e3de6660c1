import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { insertExcerpts, themeById, type Excerpt } from '#db/themes.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { readComments } from './read-comments.server.ts';
import { sourceKey, type Source } from './comments.ts';

/**
 * Gathers comments under a theme, their words frozen as they stand now. Gives how many were added:
 * those gathered before count no second time, and those that are gone are passed over.
 */
export async function gatherComments(
  by: Person,
  programme: Programme,
  themeId: string,
  sources: readonly Source[],
  addedAt = new Date(),
): Promise<number> {
  allow(by, 'themes.edit', programme);
  allow(by, 'answers.read', programme);
  const { authorityId } = programme;
  const wanted = new Set(sources.map(sourceKey));
  const comments = (await readComments(theStore().read, programme)).filter(({ source }) =>
    wanted.has(sourceKey(source)),
  );
  return theStore().write(`theme:${themeId}`, async (tx) => {
    const theme = await themeById(tx, authorityId, programme.id, themeId);
    if (!theme) throw new NotFound('theme');
    const rows = comments.map(({ source, words }): Excerpt => ({
      id: newId(addedAt),
      authorityId,
      themeId,
      sourceKind: source.kind,
      sourceId: source.id,
      question: source.question,
      words,
      digest: hashOf(words),
      addedAt,
      addedBy: by.id,
    }));
    const count = await insertExcerpts(tx, rows);
    const details = { count, name: theme.name };
    if (count > 0) await record(tx, by, 'theme.gathered', { kind: 'theme', id: themeId }, details);
    return count;
  });
}
