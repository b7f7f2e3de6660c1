import type { Programme } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';
import { answersInWords, definitionsOf, voteComments } from '#db/themes.ts';
import { commentsInAnswers, commentsInVotes, definitionsById, type Comment } from './themes.ts';

/** Everything that was said in a programme in people's own words: to consultations and surveys. */
export async function readComments(db: Reader, programme: Programme): Promise<Comment[]> {
  const { authorityId, id } = programme;
  const votes = await voteComments(db, authorityId, id);
  const answers = await answersInWords(db, authorityId, id);
  const definitions = definitionsById(await definitionsOf(db, authorityId, id));
  return [...commentsInVotes(votes), ...commentsInAnswers(answers, definitions)];
}
