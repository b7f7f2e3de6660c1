/**
 * The languages in which families' pages speak. English is the one in which a survey is written; the
 * others carry our own words around the questions, and whatever the author translated.
 */
export const LANGUAGE_CODES = [
  'en',
  'cy',
  'pl',
  'ro',
  'pa',
  'ur',
  'ar',
  'bn',
  'uk',
  'pt',
  'so',
] as const;
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

export interface Language {
  /** As in a questionnaire's texts and in `lang` (BCP 47). */
  code: LanguageCode;
  /** What staff call it. */
  name: string;
  /** What its speakers call it, in its own writing. */
  ownName: string;
  dir: 'ltr' | 'rtl';
}

export const LANGUAGES: readonly Language[] = [
  { code: 'en', name: 'English', ownName: 'English', dir: 'ltr' },
  { code: 'cy', name: 'Welsh', ownName: 'Cymraeg', dir: 'ltr' },
  { code: 'pl', name: 'Polish', ownName: 'Polski', dir: 'ltr' },
  { code: 'ro', name: 'Romanian', ownName: 'Română', dir: 'ltr' },
  { code: 'pa', name: 'Punjabi (Gurmukhi)', ownName: 'ਪੰਜਾਬੀ', dir: 'ltr' },
  { code: 'ur', name: 'Urdu', ownName: 'اردو', dir: 'rtl' },
  { code: 'ar', name: 'Arabic', ownName: 'العربية', dir: 'rtl' },
  { code: 'bn', name: 'Bengali', ownName: 'বাংলা', dir: 'ltr' },
  { code: 'uk', name: 'Ukrainian', ownName: 'Українська', dir: 'ltr' },
  { code: 'pt', name: 'Portuguese', ownName: 'Português', dir: 'ltr' },
  { code: 'so', name: 'Somali', ownName: 'Soomaali', dir: 'ltr' },
];

const BY_CODE = new Map<string, Language>(LANGUAGES.map((language) => [language.code, language]));

export function isLanguageCode(code: unknown): code is LanguageCode {
  return typeof code === 'string' && BY_CODE.has(code);
}

/** The language with this code; English for one that we do not speak. */
export function languageOf(code: string | null | undefined): Language {
  return BY_CODE.get(code ?? 'en') ?? (BY_CODE.get('en') as Language);
}
