import { inWords, type Definition, type Words } from '../definition.ts';
import { isLanguageCode, type LanguageCode } from './languages.ts';

/** What the browser of somebody at the door says and keeps of languages. */
export interface Wanted {
  /** Chosen on our pages: in the address, or before. */
  chosen: readonly (string | undefined)[];
  /** As the phone is set, best first (Accept-Language). */
  browser: readonly string[];
}

/** The language that a questionnaire was written in. */
export function writtenIn(definition: Pick<Definition, 'locale'> | undefined): LanguageCode {
  const code = definition?.locale?.split('-')[0]?.toLowerCase();
  return isLanguageCode(code) ? code : 'en';
}

/** The languages in which a version may be answered: the one it was written in, and the author's choice. */
export function offeredIn(
  definition: Pick<Definition, 'locale'> | undefined,
  languages: readonly string[] | null | undefined,
): LanguageCode[] {
  return [...new Set([writtenIn(definition), ...(languages ?? []).filter(isLanguageCode)])];
}

/**
 * The language to speak to somebody: what they chose, else what they answered in so far, else the
 * first of their phone's languages that the survey is offered in, else the survey's own.
 */
export function chooseLanguage(
  offered: readonly LanguageCode[],
  wanted: Wanted,
  before: string | null | undefined,
): LanguageCode {
  const own = offered[0] ?? 'en';
  const known = wanted.browser.map((code) => code.split('-')[0]?.toLowerCase());
  const wish = [...wanted.chosen, before ?? undefined, ...known].find(
    (code): code is LanguageCode => isLanguageCode(code) && offered.includes(code),
  );
  return wish ?? own;
}

/** The languages of an Accept-Language header, best first, those with weight 0 left out. */
export function languagesOfHeader(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part, at) => {
      const [code = '', ...rest] = part.trim().split(';');
      const weight = rest.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean);
      return { code: code.trim(), weight: weight === undefined ? 1 : Number(weight), at };
    })
    .filter(({ code, weight }) => /^[A-Za-z]{2,3}(-[\w-]+)?$/.test(code) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ code }) => code);
}

/** Whether a text has words in a language of its own (or was written in it). */
function isIn(words: Words, code: LanguageCode): boolean {
  return typeof words === 'object' && (words[code] ?? '') !== '';
}

/** Whether any of these texts has no words in a language: then the page says so. */
export function isPartly(
  texts: readonly (Words | undefined)[],
  code: LanguageCode,
  written: LanguageCode,
): boolean {
  if (code === written) return false;
  return texts.some((words) => words !== undefined && inWords(words) !== '' && !isIn(words, code));
}
