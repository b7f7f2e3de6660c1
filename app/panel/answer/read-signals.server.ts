import { daysToAnswerOf, stepsOf, waitingSince } from '#db/answers-back.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { themesOf } from '#db/themes.ts';
import { dayOf } from '#app/ui/words.ts';
import { firstTold } from './steps.ts';
import { DAYS_TO_ANSWER, signalsOf, type AnswerSignals, type ThemeToAnswer } from './waiting.ts';

/** How every theme of a programme stands with its answer. */
export async function themesToAnswer(
  programme: Programme,
): Promise<{ themes: ThemeToAnswer[]; daysToAnswer: number }> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const rows = await themesOf(read, authorityId, id);
  const since = await waitingSince(read, authorityId, id);
  const steps = await stepsOf(
    read,
    authorityId,
    rows.flatMap(({ reply }) => (reply ? [reply.id] : [])),
  );
  const themes = rows.map(({ theme, reply }): ThemeToAnswer => {
    const first = since.get(theme.id);
    const told =
      firstTold(steps.filter(({ replyId }) => replyId === reply?.id)) ?? reply?.publishedAt;
    return {
      id: theme.id,
      name: theme.name,
      since: first ? dayOf(first) : null,
      answeredOn: told ? dayOf(told) : null,
      reply: reply && {
        status: reply.status,
        dueOn: reply.dueOn,
        isPublic: reply.publishedAt !== null,
      },
    };
  });
  return { themes, daysToAnswer: (await daysToAnswerOf(read, authorityId)) ?? DAYS_TO_ANSWER };
}

/** Who has waited too long for an answer, and which promises are past their day. */
export async function readSignals(programme: Programme, today: string): Promise<AnswerSignals> {
  const { themes, daysToAnswer } = await themesToAnswer(programme);
  return signalsOf(themes, daysToAnswer, today);
}
