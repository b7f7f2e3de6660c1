import { redactionsOf } from '#db/coding.ts';
import { listNoteExcerpts } from '#db/listening.ts';
import type { Programme } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';
import { answersInWords, definitionsOf, voteComments } from '#db/themes.ts';
import {
  commentsInAnswers,
  commentsInNotes,
  commentsInVotes,
  definitionsById,
  redactedComments,
  type Comment,
} from './comments.ts';

/**
 * Everything that was said in a programme in people's own words: to consultations and surveys and at
 * listening exercises. What was taken out of somebody's words is taken out here, for every reader.
 */
export async function readComments(db: Reader, programme: Programme): Promise<Comment[]> {
  const { authorityId, id } = programme;
  const redactions = await redactionsOf(db, authorityId, id);
  return redactedComments(await readOriginals(db, programme), redactions);
}

/** The same as it was written: for whoever takes something out, and for nobody else. */
export async function readOriginals(db: Reader, programme: Programme): Promise<Comment[]> {
  const { authorityId, id } = programme;
  const votes = await voteComments(db, authorityId, id);
  const answers = await answersInWords(db, authorityId, id);
  const definitions = definitionsById(await definitionsOf(db, authorityId, id));
  const notes = await listNoteExcerpts(db, authorityId, id);
  return [
    ...commentsInVotes(votes),
    ...commentsInAnswers(answers, definitions),
    ...commentsInNotes(notes),
  ];
}
