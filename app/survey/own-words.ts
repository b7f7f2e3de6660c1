import { inWords, questionsOf, titleOf, type Definition } from './definition.ts';
import { otherKey } from './options.ts';

/** A question that is answered in one's own words: the key of its answers, and what it asks. */
interface FreeText {
  key: string;
  asked: string;
  /** A long text, which the question about publishing speaks of. */
  isLong: boolean;
}

/**
 * The questions of a questionnaire in which people say what they think: long texts, and the words of
 * "something else" where several answers could be chosen. Short texts, and "something else" in place
 * of one answer, say who somebody is (a language, an ethnic group, a neighbourhood): they are no
 * comments, and are not laid before those who look for themes. How many of them hold words is kept beside
 * each answer: whoever adds a kind of question here empties those counts by a migration.
 */
export function freeTextOf(definition: Definition): FreeText[] {
  return questionsOf(definition).flatMap((question): FreeText[] => {
    const asked = titleOf(question);
    if (question.type === 'comment') return [{ key: question.name, asked, isLong: true }];
    if (question.type !== 'checkbox' || !question.showOtherItem) return [];
    const other = inWords(question.otherText) || 'Something else';
    return [{ key: otherKey(question.name), asked: `${asked} – ${other}`, isLong: false }];
  });
}

/** What was answered to such a question; undefined where nothing was said. */
export function wordsAt(
  answers: Readonly<Record<string, unknown>>,
  key: string,
): string | undefined {
  const words = answers[key];
  return typeof words === 'string' && words.trim() !== '' ? words : undefined;
}

/** How many of these questions are answered with words: kept beside the answers, see responses.ownWords. */
export function ownWordsIn(
  free: readonly FreeText[],
  answers: Readonly<Record<string, unknown>>,
): number {
  return free.filter(({ key }) => wordsAt(answers, key) !== undefined).length;
}
