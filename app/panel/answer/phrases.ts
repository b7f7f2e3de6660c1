import { languageOf, type LanguageCode } from '#app/survey/languages/languages.ts';
import { REPLY_NAMES, type ReplyStatus } from '../reply.ts';

/** The few words of ours that stand around an answer to families. */
export interface AnswerPhrases {
  youSaid: string;
  what: Readonly<Record<ReplyStatus, string>>;
  because: string;
  who: string;
  by: string;
  /** Before the day on which families hear, where we are still thinking. */
  hearBy: string;
}

const what = (did: string, will: string, cannot: string, thinking: string) => ({
  'we-did': did,
  'we-will': will,
  'we-cannot': cannot,
  thinking,
});

/**
 * Our words in the languages of families, as short as they can be. Those that no speaker has checked
 * are named so on the page where staff write in the language.
 */
const PHRASES: Readonly<Record<LanguageCode, AnswerPhrases>> = {
  en: {
    youSaid: 'You said',
    what: REPLY_NAMES,
    because: 'Because',
    who: 'Who',
    by: 'By',
    hearBy: 'You will hear by',
  },
  cy: {
    youSaid: 'Dywedoch chi',
    what: what('Fe wnaethom ni', 'Byddwn ni', 'Ni allwn ni', 'Rydym ni’n dal i feddwl'),
    because: 'Oherwydd',
    who: 'Pwy',
    by: 'Erbyn',
    hearBy: 'Byddwch chi’n clywed erbyn',
  },
  pl: {
    youSaid: 'Państwo powiedzieli',
    what: what('Zrobiliśmy', 'Zrobimy', 'Nie możemy', 'Jeszcze się zastanawiamy'),
    because: 'Ponieważ',
    who: 'Kto',
    by: 'Do dnia',
    hearBy: 'Odpowiemy do dnia',
  },
  ro: {
    youSaid: 'Ați spus',
    what: what('Am făcut', 'Vom face', 'Nu putem', 'Încă ne gândim'),
    because: 'Deoarece',
    who: 'Cine',
    by: 'Până la',
    hearBy: 'Veți afla până la',
  },
  pa: {
    youSaid: 'ਤੁਸੀਂ ਕਿਹਾ',
    what: what('ਅਸੀਂ ਕੀਤਾ', 'ਅਸੀਂ ਕਰਾਂਗੇ', 'ਅਸੀਂ ਨਹੀਂ ਕਰ ਸਕਦੇ', 'ਅਸੀਂ ਅਜੇ ਸੋਚ ਰਹੇ ਹਾਂ'),
    because: 'ਕਿਉਂਕਿ',
    who: 'ਕੌਣ',
    by: 'ਇਸ ਤਾਰੀਖ ਤੱਕ',
    hearBy: 'ਤੁਹਾਨੂੰ ਇਸ ਤਾਰੀਖ ਤੱਕ ਦੱਸਾਂਗੇ',
  },
  ur: {
    youSaid: 'آپ نے کہا',
    what: what('ہم نے کیا', 'ہم کریں گے', 'ہم نہیں کر سکتے', 'ہم ابھی سوچ رہے ہیں'),
    because: 'کیونکہ',
    who: 'کون',
    by: 'اس تاریخ تک',
    hearBy: 'آپ کو اس تاریخ تک بتائیں گے',
  },
  ar: {
    youSaid: 'قلتم',
    what: what('فعلنا', 'سنفعل', 'لا نستطيع', 'ما زلنا نفكر'),
    because: 'لأن',
    who: 'من',
    by: 'بحلول',
    hearBy: 'سنخبركم بحلول',
  },
  bn: {
    youSaid: 'আপনারা বলেছেন',
    what: what('আমরা করেছি', 'আমরা করব', 'আমরা পারি না', 'আমরা এখনও ভাবছি'),
    because: 'কারণ',
    who: 'কে',
    by: 'এই তারিখের মধ্যে',
    hearBy: 'এই তারিখের মধ্যে আপনাদের জানাব',
  },
  uk: {
    youSaid: 'Ви сказали',
    what: what('Ми зробили', 'Ми зробимо', 'Ми не можемо', 'Ми ще думаємо'),
    because: 'Тому що',
    who: 'Хто',
    by: 'До',
    hearBy: 'Ми повідомимо вас до',
  },
  pt: {
    youSaid: 'Vocês disseram',
    what: what('Fizemos', 'Vamos fazer', 'Não podemos', 'Ainda estamos a pensar'),
    because: 'Porque',
    who: 'Quem',
    by: 'Até',
    hearBy: 'Terão resposta até',
  },
  so: {
    youSaid: 'Waxaad tiraahdeen',
    what: what(
      'Waan samaynay',
      'Waan samayn doonnaa',
      'Ma samayn karno',
      'Weli waan ka fikiraynaa',
    ),
    because: 'Sababta',
    who: 'Yaa',
    by: 'Ugu dambayn',
    hearBy: 'Waxaan idin soo sheegi doonnaa ugu dambayn',
  },
};

export const phrasesIn = (code: string): AnswerPhrases => PHRASES[languageOf(code).code];

/** A day as it is written in a language: "12 marca 2027". */
export function dayIn(code: string, day: string): string {
  const language = code === 'en' ? 'en-GB' : code;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(day));
}
