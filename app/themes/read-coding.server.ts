import { codingsUnder, readingsOf, type CodingRow } from '#db/coding.ts';
import type { Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { themesOf, type Theme } from '#db/themes.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { codedComments, type CodedComment } from './coding.ts';
import { readComments } from './read-comments.server.ts';
import { treeOf, type Branch } from './tree.ts';

export interface Coding {
  tree: Branch<Theme>[];
  comments: CodedComment[];
  codings: CodingRow[];
}

/** Everything that was said in a programme, with the tree of themes and what is coded so far. */
export async function readCoding(
  programme: Programme,
  db: Reader = theStore().read,
): Promise<Coding> {
  const { authorityId, id } = programme;
  const themes = (await themesOf(db, authorityId, id)).map(({ theme }) => theme);
  const ids = themes.map((theme) => theme.id);
  const codings = await codingsUnder(db, authorityId, ids);
  const readings = await readingsOf(db, authorityId, id);
  const comments = (await readComments(db, programme)).map((comment) => ({
    ...comment,
    digest: hashOf(comment.words),
  }));
  return { tree: treeOf(themes), comments: codedComments(comments, codings, readings), codings };
}
