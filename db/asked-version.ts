import { and, desc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { ready } from './ready.ts';
import { surveyVersions } from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** A published version without its questions, which are long and never change. */
export type AskedVersion = Pick<typeof surveyVersions.$inferSelect, 'id' | 'languages'>;

const columns = { id: surveyVersions.id, languages: surveyVersions.languages };

/** The version that a family is asked: the one they began with, else the newest that was published. */
export async function askedVersion(
  db: Reader,
  authorityId: string,
  surveyId: string,
  beganWith: string | undefined,
): Promise<AskedVersion | undefined> {
  const rows = await (beganWith === undefined
    ? newestVersion(db, { authorityId, surveyId })
    : oneVersion(db, { authorityId, surveyId, id: beganWith }));
  return firstOf(rows);
}

type OfSurvey = Pick<typeof surveyVersions.$inferSelect, 'authorityId' | 'surveyId'>;

const ofSurvey = ({ authorityId, surveyId }: OfSurvey) =>
  and(eq(surveyVersions.authorityId, authorityId), eq(surveyVersions.surveyId, surveyId));

const newestVersion = ready((db: Reader, given: OfSurvey) =>
  db
    .select(columns)
    .from(surveyVersions)
    .where(ofSurvey(given))
    .orderBy(desc(surveyVersions.number))
    .limit(1),
);

const oneVersion = ready((db: Reader, given: OfSurvey & { id: string }) =>
  db
    .select(columns)
    .from(surveyVersions)
    .where(and(ofSurvey(given), eq(surveyVersions.id, given.id))),
);

/** The questions of a published version, as they were stored; undefined where there is no such version. */
export async function questionsOfVersion(
  db: Reader,
  authorityId: string,
  versionId: string,
): Promise<unknown> {
  const rows = await db
    .select({ definition: surveyVersions.definition })
    .from(surveyVersions)
    .where(and(eq(surveyVersions.authorityId, authorityId), eq(surveyVersions.id, versionId)));
  return firstOf(rows)?.definition;
}
