import { textsOf } from '#db/answers-back.ts';
import type { Programme } from '#db/people.ts';
import { replyTo } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { themeById } from '#db/themes.ts';
import { NotFound } from '#app/people/errors.ts';
import type { LanguageCode } from '#app/survey/languages/languages.ts';
import { replyStatusOf, type ReplyStatus } from '../reply.ts';
import { digestOfEnglish } from './translate-reply.server.ts';

export interface TranslationToWrite {
  theme: { id: string; name: string };
  english: {
    status: ReplyStatus;
    youSaid: string;
    words: string;
    because: string;
    dueOn: string | null;
  };
  /** Of the English that stands beside the form: what is saved belongs to this English and no other. */
  ofDigest: string;
  text: { youSaid: string; words: string; because: string; isOld: boolean } | null;
}

/** An answer to families as it is written in another language: the English, and what there is. */
export async function readTranslation(
  { authorityId, id: programmeId }: Programme,
  themeId: string,
  code: Exclude<LanguageCode, 'en'>,
): Promise<TranslationToWrite> {
  const { read } = theStore();
  const theme = await themeById(read, authorityId, programmeId, themeId);
  const reply = theme && (await replyTo(read, authorityId, theme.id));
  if (!theme || !reply) throw new NotFound('answer');
  const ofDigest = digestOfEnglish(reply);
  const text = (await textsOf(read, authorityId, [reply.id])).find((one) => one.language === code);
  const { status, youSaid, words, because, dueOn } = reply;
  return {
    theme: { id: theme.id, name: theme.name },
    english: { status: replyStatusOf(status), youSaid, words, because, dueOn },
    ofDigest,
    text: text
      ? {
          youSaid: text.youSaid,
          words: text.words,
          because: text.because,
          isOld: text.ofDigest !== ofDigest,
        }
      : null,
  };
}
