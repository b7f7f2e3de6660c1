import { ENGLISH, type RespondentWords } from './english.ts';
import { languageOf, type LanguageCode } from './languages.ts';
import { ENGLISH_SPEAKER, makeSpeaker, type Speaker } from './speaker.ts';
import { CYMRAEG } from './welsh.ts';
import { POLSKI } from './polish.ts';
import { ROMANA } from './romanian.ts';
import { PUNJABI } from './punjabi.ts';
import { URDU } from './urdu.ts';
import { ARABIC } from './arabic.ts';
import { BANGLA } from './bengali.ts';
import { UKRAINSKA } from './ukrainian.ts';
import { PORTUGUES } from './portuguese.ts';
import { SOOMAALI } from './somali.ts';

/** Our words in every language that we speak: one that lacks a text does not compile. */
export const WORDS: Readonly<Record<LanguageCode, RespondentWords>> = {
  en: ENGLISH,
  cy: CYMRAEG,
  pl: POLSKI,
  ro: ROMANA,
  pa: PUNJABI,
  ur: URDU,
  ar: ARABIC,
  bn: BANGLA,
  uk: UKRAINSKA,
  pt: PORTUGUES,
  so: SOOMAALI,
};

const made = new Map<LanguageCode, Speaker>([['en', ENGLISH_SPEAKER]]);

/**
 * Somebody who speaks a language for us.
 *
 * @param wordings better ones that an authority's own speaker gave for some of our texts
 */
export function speakerIn(code: LanguageCode, wordings: Partial<RespondentWords> = {}): Speaker {
  if (Object.keys(wordings).length > 0) return makeSpeaker(languageOf(code), WORDS[code], wordings);
  const known = made.get(code) ?? makeSpeaker(languageOf(code), WORDS[code]);
  made.set(code, known);
  return known;
}
