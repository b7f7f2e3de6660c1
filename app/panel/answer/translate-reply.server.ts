import { z } from 'zod';
import { deleteText, keepText } from '#db/answers-back.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { replyTo, type Reply } from '#db/replies.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { themeById, type Theme } from '#db/themes.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { languageOf, type LanguageCode } from '#app/survey/languages/languages.ts';

const words = (instruction: string) =>
  z.string(instruction).min(1, instruction).max(1500, 'Use 1,500 characters or fewer');

/** An answer to families in another language. */
export const ReplyTextForm = z.object({
  youSaid: words('Enter what families said, in this language'),
  words: words('Enter the answer, in this language'),
  because: z.string().max(1500, 'Use 1,500 characters or fewer').default(''),
  /** Of the English that the translator read. */
  ofDigest: z.string().default(''),
});
export type ReplyTextFields = z.output<typeof ReplyTextForm>;

type English = Pick<Reply, 'status' | 'youSaid' | 'words' | 'because' | 'dueOn'>;

/** By which it is known whether the English still says what was translated. */
export function digestOfEnglish({ status, youSaid, words, because, dueOn }: English): string {
  return hashOf(JSON.stringify([status, youSaid, words, because, dueOn]));
}

/**
 * Keeps what somebody wrote in another language. Throws a Conflict where the English that they read is
 * not the one that stands now: their words would promise what no longer holds.
 */
export async function translateReply(
  by: Person,
  programme: Programme,
  themeId: string,
  language: Exclude<LanguageCode, 'en'>,
  fields: ReplyTextFields,
  at = new Date(),
): Promise<void> {
  allow(by, 'replies.publish', programme);
  const { authorityId } = programme;
  await theStore().write(`theme:${themeId}`, async (tx) => {
    const { theme, reply } = await answered(tx, programme, themeId);
    if (fields.ofDigest !== digestOfEnglish(reply)) {
      throw new Conflict('The English changed while you were writing.');
    }
    const row = { id: newId(at), authorityId, replyId: reply.id, language, at };
    await keepText(tx, { ...row, ...fields, by: by.id });
    const details = { name: theme.name, language: languageOf(language).name };
    await record(tx, by, 'reply.translated', { kind: 'reply', id: reply.id }, details);
  });
}

export async function removeTranslation(
  by: Person,
  programme: Programme,
  themeId: string,
  language: LanguageCode,
): Promise<void> {
  allow(by, 'replies.publish', programme);
  await theStore().write(`theme:${themeId}`, async (tx) => {
    const { theme, reply } = await answered(tx, programme, themeId);
    if (!(await deleteText(tx, programme.authorityId, reply.id, language))) return;
    const details = { name: theme.name, language: languageOf(language).name };
    await record(tx, by, 'reply.untranslated', { kind: 'reply', id: reply.id }, details);
  });
}

async function answered(
  tx: Writer,
  { authorityId, id }: Programme,
  themeId: string,
): Promise<{ theme: Theme; reply: Reply }> {
  const theme = await themeById(tx, authorityId, id, themeId);
  const reply = theme && (await replyTo(tx, authorityId, themeId));
  if (!theme || !reply) throw new NotFound('answer');
  return { theme, reply };
}
