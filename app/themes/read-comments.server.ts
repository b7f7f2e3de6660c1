import { redactionsOf } from '#db/redactions.ts';
import { listNoteExcerpts } from '#db/listening.ts';
import type { Programme } from '#db/people.ts';
import { readOnce } from '#db/read-once.server.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { meetingComments, pollComments, voteComments } from '#db/panel-words.ts';
import { answersInWords, definitionsOf } from '#db/themes.ts';
import {
  commentsInAnswers,
  commentsInNotes,
  definitionsById,
  redactedComments,
  type Comment,
} from './comments.ts';
import { commentsInMeetings, commentsInPolls, commentsInVotes } from './panel-comments.ts';

/**
 * Everything that was said in a programme in people's own words: to consultations and surveys, at
 * meetings and events, and at listening exercises. What was taken out of somebody's words is taken out here, for every reader.
 */
export async function readComments(db: Reader, programme: Programme): Promise<Comment[]> {
  const { authorityId, id } = programme;
  const redactions = await redactionsOf(db, authorityId, id);
  return redactedComments(await readOriginals(db, programme), redactions);
}

/** The same as it was written: for whoever takes something out, and for nobody else. */
export function readOriginals(db: Reader, programme: Programme): Promise<Comment[]> {
  const { authorityId, id } = programme;
  // Several parts of a page need them, and they are found in every answer of every survey.
  return db === theStore().read
    ? readOnce(['comments', authorityId, id], () => everyOriginal(db, programme))
    : everyOriginal(db, programme);
}

async function everyOriginal(db: Reader, programme: Programme): Promise<Comment[]> {
  const { authorityId, id } = programme;
  const votes = await voteComments(db, authorityId, id);
  const meetings = await meetingComments(db, authorityId, id);
  const polls = await pollComments(db, authorityId, id);
  const answers = await answersInWords(db, authorityId, id);
  const definitions = definitionsById(await definitionsOf(db, authorityId, id));
  const notes = await listNoteExcerpts(db, authorityId, id);
  return [
    ...commentsInVotes(votes),
    ...commentsInMeetings(meetings),
    ...commentsInPolls(polls),
    ...commentsInAnswers(answers, definitions),
    ...commentsInNotes(notes),
  ];
}
