import { isLanguageCode, languageOf, type LanguageCode } from '#app/survey/languages/languages.ts';
import { REPLY_STATUSES, type ReplyStatus } from '../reply.ts';
import type { ToldBefore } from './steps.ts';

/** An answer that families may read, with what it rests on. */
export interface PublicAnswer {
  id: string;
  status: ReplyStatus;
  youSaid: string;
  words: string;
  because: string;
  owner: string;
  dueOn: string | null;
  /** "11 comments from 9 people": few are not counted out. */
  voices: string;
  /** The consultations, surveys and meetings where it was said, by their titles. */
  places: string[];
  /** Titles of the lines of the plan that do it. */
  inPlan: string[];
  before: ToldBefore[];
  /** Its words in other languages: only of the English as it stands now. */
  texts: { language: LanguageCode; youSaid: string; words: string; because: string }[];
  publishedAt: Date;
}

/** An answer in the language in which it is shown: one that is not written in it stands in English. */
export interface ShownAnswer extends PublicAnswer {
  lang: LanguageCode;
  dir: 'ltr' | 'rtl';
}

export interface AnswersPage {
  answers: ShownAnswer[];
  /** How many there are of each kind, whatever is shown; kinds of which there is none are left out. */
  kinds: { status: ReplyStatus; count: number }[];
  all: number;
  show: ReplyStatus | null;
  /** English first; others only where something is written in them. */
  languages: LanguageCode[];
  lang: LanguageCode;
  /** How many of those shown are in English although another language was asked for. */
  inEnglish: number;
}

/**
 * The public page: narrowed to one kind of answer, in one language. What is asked for and not there
 * is as if it had not been asked for.
 *
 * @param asked the query of the address, as it came
 */
export function answersPage(
  answers: readonly PublicAnswer[],
  asked: { show?: string | null; lang?: string | null },
): AnswersPage {
  const written = new Set(answers.flatMap(({ texts }) => texts.map(({ language }) => language)));
  const lang = isLanguageCode(asked.lang) && written.has(asked.lang) ? asked.lang : ('en' as const);
  const kinds = REPLY_STATUSES.map((status) => ({
    status,
    count: answers.filter((answer) => answer.status === status).length,
  })).filter(({ count }) => count > 0);
  const show = kinds.find(({ status }) => status === asked.show)?.status ?? null;
  const shown = answers
    .filter(({ status }) => show === null || status === show)
    .map((answer) => inLanguage(answer, lang));
  return {
    answers: shown,
    kinds,
    all: answers.length,
    show,
    languages: ['en', ...[...written].filter((code) => code !== 'en').sort()],
    lang,
    inEnglish: lang === 'en' ? 0 : shown.filter((answer) => answer.lang === 'en').length,
  };
}

/** An answer in a language, or in English where it is not written in it. */
function inLanguage(answer: PublicAnswer, lang: LanguageCode): ShownAnswer {
  const text = answer.texts.find(({ language }) => language === lang);
  if (!text) return { ...answer, lang: 'en', dir: 'ltr' };
  const { youSaid, words, because } = text;
  return { ...answer, youSaid, words, because, lang, dir: languageOf(lang).dir };
}
