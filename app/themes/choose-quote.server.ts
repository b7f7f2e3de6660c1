import { deleteQuote, insertQuote, quotesOf } from '#db/redactions.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { gatheredUnder, themeById, themesOf, type Theme } from '#db/themes.ts';
import { voicesIn } from '#app/survey/voices.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { sourceKey } from './comments.ts';
import { judgeQuotes, whyNotQuotable, type JudgedQuote } from './quotes.ts';
import { readComments } from './read-comments.server.ts';

/**
 * Chooses words of a comment to be published under a theme. They must stand in it as it is read now,
 * and its author must have agreed; whether they may be published is asked again each time they are.
 */
export async function chooseQuote(
  by: Person,
  programme: Programme,
  themeId: string,
  key: string,
  words: string,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  allow(by, 'answers.read', programme);
  const chosenAt = new Date();
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const theme = await themeById(tx, authorityId, programmeId, themeId);
    if (!theme) throw new NotFound('theme');
    const comments = await readComments(tx, programme);
    const comment = comments.find(({ source }) => sourceKey(source) === key);
    if (!comment) throw new NotFound('comment');
    const why = whyNotQuotable(comment);
    if (why !== null) throw new Conflict(why);
    if (!comment.words.includes(words)) {
      throw new Conflict('These words do not stand in the comment as they are typed.');
    }
    const { kind: sourceKind, id: sourceId, question } = comment.source;
    const source = { sourceKind, sourceId, question };
    const row = { id: newId(chosenAt), authorityId, programmeId, themeId, ...source, words };
    await insertQuote(tx, { ...row, chosenAt, chosenBy: by.id });
    await record(tx, by, 'quote.chosen', { kind: 'theme', id: themeId }, { name: theme.name });
  });
}

/** Takes a quotation back: it is published no more. */
export async function letGoQuote(by: Person, programme: Programme, id: string): Promise<void> {
  allow(by, 'themes.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    if (!(await deleteQuote(tx, authorityId, programmeId, id))) throw new NotFound('quotation');
    await record(tx, by, 'quote.let-go', { kind: 'programme', id: programmeId });
  });
}

/** Every chosen quotation, judged by what is so now. */
export async function judgedQuotes(
  programme: Programme,
  db: Reader = theStore().read,
): Promise<{ quotes: JudgedQuote[]; themes: Theme[] }> {
  const { authorityId, id } = programme;
  const themes = (await themesOf(db, authorityId, id)).map(({ theme }) => theme);
  const there = new Set(themes.map((theme) => theme.id));
  const chosen = (await quotesOf(db, authorityId, id)).filter(({ themeId }) => there.has(themeId));
  const gathered = await gatheredUnder(db, authorityId, [...there]);
  const people = new Map(
    themes.map((theme) => [
      theme.id,
      voicesIn(gathered.filter(({ themeId }) => themeId === theme.id)).people,
    ]),
  );
  return { quotes: judgeQuotes(chosen, await readComments(db, programme), people), themes };
}
