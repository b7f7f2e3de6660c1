import { ENGLISH, type RespondentWords, type WordName } from './english.ts';
import { languageOf, type Language } from './languages.ts';

/** Our words, days and numbers in one language. */
export interface Speaker {
  language: Language;
  words: RespondentWords;
  /** A text of ours, with what stands in braces filled in. Numbers are written as the language does. */
  say: (name: WordName, values?: Readonly<Record<string, string | number>>) => string;
  /** A calendar day (YYYY-MM-DD) with its weekday: "Friday 4 December 2026". */
  day: (day: string) => string;
  number: (value: number) => string;
}

/**
 * @param words all of our texts in the language
 * @param wordings better ones that an authority's own speaker gave for some of them
 */
export function makeSpeaker(
  language: Language,
  words: RespondentWords,
  wordings: Partial<RespondentWords> = {},
): Speaker {
  const all = { ...words, ...wordings };
  const locale = LOCALES[language.code] ?? language.code;
  // Western digits everywhere: they are the ones on the keyboard, on paper and in the reference.
  const days = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: 'gregory',
  });
  const numbers = new Intl.NumberFormat(locale, { numberingSystem: 'latn' });
  const number = (value: number) => numbers.format(value);
  return {
    language,
    words: all,
    number,
    day: (day) => tidyDay(days.format(new Date(`${day}T00:00:00Z`)), language.code),
    say: (name, values = {}) =>
      all[name].replace(/\{(\w+)\}/g, (whole, key: string) => {
        const value = values[key];
        if (value === undefined) return whole;
        return typeof value === 'number' ? number(value) : apart(value, language.dir);
      }),
  };
}

const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' };

function tidyDay(day: string, code: string): string {
  // English days have no comma in the product; the Ukrainian abbreviation would end in two full stops.
  if (code === 'en') return day.replace(',', '');
  return code === 'uk' ? day.replace(/ р\.$/, ' року') : day;
}

/** Hebrew, Arabic and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Words that come from elsewhere keep their own direction inside ours (Unicode's first-strong
 * isolate), so that a title in English does not turn an Urdu sentence round.
 */
function apart(words: string, dir: 'ltr' | 'rtl'): string {
  return dir === 'rtl' || RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words;
}

export const ENGLISH_SPEAKER: Speaker = makeSpeaker(languageOf('en'), ENGLISH);

/** The names in braces in a text, in alphabetical order: a translation has the same. */
export function namesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name))].sort();
}

/**
 * What an author wrote for a message of ours, if it is in the speaker's language: a message in another
 * would stand where ours can be understood.
 */
export function authored(
  words: string | Readonly<Record<string, string>> | undefined,
  { language }: Speaker,
): string {
  if (words === undefined) return '';
  const { code } = language;
  if (typeof words === 'string') return code === 'en' ? words : '';
  return words[code] ?? (code === 'en' ? (words['default'] ?? '') : '');
}
