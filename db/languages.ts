import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { ready, stored } from './ready.ts';
import { languageChecks, languageWordings, surveyPaces } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type LanguageCheck = typeof languageChecks.$inferSelect;
export type LanguageWording = typeof languageWordings.$inferSelect;

/** Which languages a speaker has looked at for this authority. */
export async function languageChecksOf(db: Reader, authorityId: string): Promise<LanguageCheck[]> {
  return db.select().from(languageChecks).where(eq(languageChecks.authorityId, authorityId));
}

/** Notes that a speaker has looked at a language, in place of an earlier note. */
export async function putLanguageCheck(tx: Writer, row: LanguageCheck): Promise<void> {
  await removeLanguageCheck(tx, row.authorityId, row.language);
  await tx.insert(languageChecks).values(row);
}

/** Says whether there was one. */
export async function removeLanguageCheck(
  tx: Writer,
  authorityId: string,
  language: string,
): Promise<boolean> {
  const gone = await tx
    .delete(languageChecks)
    .where(and(eq(languageChecks.authorityId, authorityId), eq(languageChecks.language, language)))
    .returning({ id: languageChecks.id });
  return gone.length > 0;
}

/** The better wordings that an authority's own speakers gave, of one language. */
export async function wordingsOf(
  db: Reader,
  authorityId: string,
  language: string,
): Promise<LanguageWording[]> {
  return db
    .select()
    .from(languageWordings)
    .where(
      and(eq(languageWordings.authorityId, authorityId), eq(languageWordings.language, language)),
    );
}

/** Keeps a wording in place of an earlier one for the same text. */
export async function putWording(tx: Writer, row: LanguageWording): Promise<void> {
  await removeWording(tx, row.authorityId, row.language, row.name);
  await tx.insert(languageWordings).values(row);
}

export async function removeWording(
  tx: Writer,
  authorityId: string,
  language: string,
  name: string,
): Promise<void> {
  await tx
    .delete(languageWordings)
    .where(
      and(
        eq(languageWordings.authorityId, authorityId),
        eq(languageWordings.language, language),
        eq(languageWordings.name, name),
      ),
    );
}

/** How many needed about how long for a survey, in steps of 15 seconds. */
export async function pacesOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<{ step: number; answers: number }[]> {
  return pacesOfSurvey(db, { authorityId, surveyId });
}

const pacesOfSurvey = ready((db: Reader, given: { authorityId: string; surveyId: string }) =>
  db
    .select({ step: surveyPaces.step, answers: surveyPaces.answers })
    .from(surveyPaces)
    .where(
      and(eq(surveyPaces.authorityId, given.authorityId), eq(surveyPaces.surveyId, given.surveyId)),
    ),
);

/** One more who needed about that long. */
export async function countPace(
  tx: Writer,
  row: { id: string; authorityId: string; surveyId: string; step: number },
): Promise<void> {
  await addPace(tx, { ...row, answers: 1 });
}

const addPace = ready((tx: Writer, _: typeof surveyPaces.$inferSelect) =>
  tx
    .insert(surveyPaces)
    .values(stored(getTableColumns(surveyPaces)))
    .onConflictDoUpdate({
      target: [surveyPaces.authorityId, surveyPaces.surveyId, surveyPaces.step],
      set: { answers: sql`${surveyPaces.answers} + 1` },
    }),
);
