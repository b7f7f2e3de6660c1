import { deleteCodings, noteReadings } from '#db/coding.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { insertExcerpts } from '#db/themes.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { readCoding } from './read-coding.server.ts';

/** What a coder found in one comment: the themes it belongs under, or none. */
export interface Found {
  key: string;
  themeIds: readonly string[];
}

/**
 * Codes comments: each stands under exactly the themes that were found in it from now on, and counts
 * as read. One row in the audit trail, with how many and never which words.
 */
export async function codeComments(
  by: Person,
  programme: Programme,
  found: readonly Found[],
): Promise<void> {
  allow(by, 'themes.edit', programme);
  allow(by, 'answers.read', programme);
  const { authorityId, id: programmeId } = programme;
  const at = new Date();
  // Read before the write: families who send answers meanwhile do not wait for a coder.
  const { tree, comments } = await readCoding(programme);
  const there = new Set(tree.map(({ id }) => id));
  const byKey = new Map(comments.map((comment) => [comment.key, comment]));
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    for (const { key, themeIds } of found) {
      const comment = byKey.get(key);
      if (!comment) throw new NotFound('comment');
      if (themeIds.some((id) => !there.has(id))) throw new NotFound('theme');
      const { source, words, digest } = comment;
      // Whatever stands there by now: exactly the themes that were found are left.
      const gone = [...there].filter((id) => comment.state === 'changed' || !themeIds.includes(id));
      await deleteCodings(tx, authorityId, source, gone);
      await insertExcerpts(
        tx,
        themeIds.map((themeId) => ({
          id: newId(at),
          authorityId,
          themeId,
          sourceKind: source.kind,
          sourceId: source.id,
          question: source.question,
          words,
          digest,
          addedAt: at,
          addedBy: by.id,
        })),
      );
    }
    await noteReadings(
      tx,
      found.flatMap(({ key }) => {
        const comment = byKey.get(key);
        if (!comment) return [];
        const { source, digest } = comment;
        return [
          {
            id: newId(at),
            authorityId,
            programmeId,
            sourceKind: source.kind,
            sourceId: source.id,
            question: source.question,
            digest,
            readAt: at,
            readBy: by.id,
          },
        ];
      }),
    );
    const count = found.length;
    await record(tx, by, 'words.coded', { kind: 'programme', id: programmeId }, { count });
  });
}
