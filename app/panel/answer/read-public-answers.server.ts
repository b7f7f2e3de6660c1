import { stepsOf, textsOf } from '#db/answers-back.ts';
import type { Programme } from '#db/people.ts';
import { placesUnder } from '#db/places-under.ts';
import { linesOf } from '#db/plan-lines.ts';
import { publishedReplies } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder } from '#db/themes.ts';
import { tiesInto } from '#db/thread.ts';
import { isLanguageCode } from '#app/survey/languages/languages.ts';
import { sayVoices, voicesIn } from '#app/survey/voices.ts';
import { replyStatusOf } from '../reply.ts';
import type { PublicAnswer } from './public-answers.ts';
import { toldBefore } from './steps.ts';
import { digestOfEnglish } from './translate-reply.server.ts';

/** Everything that families may read of what became of what they said, newest first. */
export async function readPublicAnswers(
  programme: Pick<Programme, 'id' | 'authorityId'>,
): Promise<PublicAnswer[]> {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const replies = await publishedReplies(read, authorityId, programmeId);
  const [ids, themeIds] = [replies.map(({ id }) => id), replies.map(({ themeId }) => themeId)];
  const said = await gatheredUnder(read, authorityId, themeIds);
  const places = await placesUnder(read, authorityId, themeIds);
  const steps = await stepsOf(read, authorityId, ids);
  const texts = await textsOf(read, authorityId, ids);
  const promised = await tiesInto(read, authorityId, 'reply', ids);
  const lines = new Map(
    (await linesOf(read, authorityId, programmeId)).map(({ id, title }) => [id, title]),
  );
  return replies.map((reply): PublicAnswer => {
    const { id, themeId, youSaid, words, because, owner, dueOn, publishedAt } = reply;
    const english = digestOfEnglish(reply);
    return {
      id,
      status: replyStatusOf(reply.status),
      youSaid,
      words,
      because,
      owner,
      dueOn,
      voices: sayVoices(voicesIn(said.filter((one) => one.themeId === themeId))),
      places: [
        ...new Set(places.filter((one) => one.themeId === themeId).map(({ place }) => place)),
      ],
      inPlan: promised.flatMap(({ toId, fromKind, fromId }) => {
        const title = toId === id && fromKind === 'plan-line' ? lines.get(fromId) : undefined;
        return title === undefined ? [] : [title];
      }),
      before: toldBefore(steps.filter(({ replyId }) => replyId === id)),
      texts: texts.flatMap(({ replyId, language, ofDigest, ...text }) =>
        replyId === id && ofDigest === english && isLanguageCode(language)
          ? [{ language, youSaid: text.youSaid, words: text.words, because: text.because }]
          : [],
      ),
      publishedAt: publishedAt ?? new Date(0),
    };
  });
}
