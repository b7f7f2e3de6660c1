import type { Words } from '#app/survey/definition.ts';

/** The language in which a questionnaire is written: SurveyJS calls its texts "default". */
export const WRITTEN = 'default';

/** The words in exactly this language, empty where there are none. */
export function wordsIn(words: Words | undefined, language = WRITTEN): string {
  if (words === undefined) return '';
  if (typeof words === 'string') return language === WRITTEN ? words : '';
  // Other tools may write English texts under "en".
  return words[language] ?? (language === WRITTEN ? (words['en'] ?? '') : '');
}

/**
 * The same words with the text of one language set, or taken out where the text is empty. What has
 * one language only is a plain text again; what has none is undefined.
 */
export function putWords(
  words: Words | undefined,
  text: string,
  language = WRITTEN,
): Words | undefined {
  const all: Record<string, string> =
    words === undefined ? {} : typeof words === 'string' ? { [WRITTEN]: words } : { ...words };
  const key = language === WRITTEN && !(WRITTEN in all) && 'en' in all ? 'en' : language;
  if (text === '') delete all[key];
  else all[key] = text;
  const codes = Object.keys(all);
  if (codes.length === 0) return undefined;
  return codes.length === 1 && codes[0] === WRITTEN ? all[WRITTEN] : all;
}
