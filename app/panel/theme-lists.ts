import type { Place } from '#app/care/care.ts';
import { HIDDEN, isSmall, type Shown } from '#app/statistics/small-numbers.ts';
import { voicesIn } from '#app/survey/voices.ts';
import { answerState, isOverdue, REPLY_NAMES, replyStatusOf, type AnswerState } from './reply.ts';
import type { WordsNow } from '#app/themes/comments.ts';

interface StoredTheme {
  theme: { id: string; name: string; definition: string };
  reply: {
    status: string;
    youSaid: string;
    words: string;
    because: string;
    owner: string;
    dueOn: string | null;
    publishedAt: Date | null;
  } | null;
}

/** A theme in a list: how much was said, and what became of it. */
export interface ThemeLine {
  id: string;
  name: string;
  definition: string;
  comments: Shown;
  people: Shown;
  state: AnswerState;
  /** The answer, drafted or public; null where there is none. */
  reply: {
    what: string;
    words: string;
    because: string;
    owner: string;
    dueOn: string | null;
    overdue: boolean;
  } | null;
}

/** Words gathered under a theme, as they stood, and whether their source says the same. */
export interface GatheredWords {
  id: string;
  words: string;
  /** The consultation or survey, and what was asked; empty when the source is gone. */
  from: string;
  now: WordsNow;
  /** Where they stand. */
  place: Place;
}

/**
 * Themes with their voices counted.
 *
 * @param closely for those who may read single answers; for others few people are not counted out
 */
export function themeLines(
  themes: readonly StoredTheme[],
  gathered: readonly { themeId: string; voice: string }[],
  today: string,
  closely: boolean,
): ThemeLine[] {
  return themes.map(({ theme, reply }) => {
    const { comments, people } = voicesIn(gathered.filter(({ themeId }) => themeId === theme.id));
    const hide = !closely && isSmall(people);
    return {
      id: theme.id,
      name: theme.name,
      definition: theme.definition,
      comments: hide ? HIDDEN : comments,
      people: hide ? HIDDEN : people,
      state: answerState(reply ?? undefined),
      reply: reply && {
        what: REPLY_NAMES[replyStatusOf(reply.status)],
        words: reply.words,
        because: reply.because,
        owner: reply.owner,
        dueOn: reply.dueOn,
        overdue: isOverdue(reply, today),
      },
    };
  });
}

export { fromOf } from '#app/themes/panel-comments.ts';
export { pageOf } from '#app/themes/comments.ts';
