import { and, asc, count, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { ofSurveyAfter } from './answer-pages.ts';
import { firstOf, type Authority } from './people.ts';
import { readOnceBy } from './read-once.server.ts';
import { ready, stored } from './ready.ts';
import { authorities, responses, surveys, surveyVersions } from './schema/index.ts';
import { itsAuthority } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type Survey = typeof surveys.$inferSelect;
export type SurveyVersion = typeof surveyVersions.$inferSelect;
export type ResponseRow = typeof responses.$inferSelect;
/** A finished set of answers as it is added: what came later to the table may be left out. */
export type NewResponse = typeof responses.$inferInsert;

// ── surveys ─────────────────────────────────────────────────────────────────────────────────────

/** The surveys of a programme, newest first, with how many have answered each. */
export function surveysOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<readonly { survey: Survey; answers: number }[]> {
  return readOnceBy(db, ['surveys', authorityId, programmeId], () =>
    surveysWithCounts(db, authorityId, programmeId),
  );
}

async function surveysWithCounts(db: Reader, authorityId: string, programmeId: string) {
  const rows = await db
    .select()
    .from(surveys)
    .where(and(eq(surveys.authorityId, authorityId), eq(surveys.programmeId, programmeId)))
    .orderBy(desc(surveys.createdAt), desc(surveys.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counts = await db
    .select({ surveyId: responses.surveyId, n: count() })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), inArray(responses.surveyId, ids)))
    .groupBy(responses.surveyId);
  const byId = new Map(counts.map(({ surveyId, n }) => [surveyId, n]));
  return rows.map((survey) => ({ survey, answers: byId.get(survey.id) ?? 0 }));
}

/** One survey of one programme: an id of another programme or authority is not there. */
export async function surveyById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Survey | undefined> {
  const rows = await db
    .select()
    .from(surveys)
    .where(
      and(
        eq(surveys.authorityId, authorityId),
        eq(surveys.programmeId, programmeId),
        eq(surveys.id, id),
      ),
    );
  return firstOf(rows);
}

/**
 * The survey behind a public address, with its authority. The one query without an authority in its
 * where clause: a family knows the address and nothing else.
 */
export async function surveyAtAddress(
  db: Reader,
  code: string,
): Promise<{ survey: AnsweredSurvey; authority: Authority } | undefined> {
  return itsAuthority(
    'a public address',
    () => atAddress(db, { code }),
    ({ survey }) => survey.authorityId,
  );
}

/** A survey as families meet it: what will be asked one day is long, and no page of theirs shows it. */
export type AnsweredSurvey = Omit<Survey, 'definition'>;

const { definition: _notShown, ...whatFamiliesMeet } = getTableColumns(surveys);

const atAddress = ready((db: Reader, { code }: { code: string }) =>
  db
    .select({ survey: whatFamiliesMeet, authority: authorities })
    .from(surveys)
    .innerJoin(authorities, eq(authorities.id, surveys.authorityId))
    .where(eq(surveys.code, code)),
);

export async function insertSurvey(tx: Writer, row: Survey): Promise<void> {
  await tx.insert(surveys).values(row);
}

/** Saves a survey if nobody changed it since `seen`; says whether it did. */
export async function updateSurvey(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<
    Pick<
      Survey,
      | 'title'
      | 'status'
      | 'opensOn'
      | 'closesOn'
      | 'privacyNotice'
      | 'keepUntil'
      | 'minutes'
      | 'lawfulBasis'
      | 'specialCondition'
    >
  >,
): Promise<boolean> {
  const changed = await tx
    .update(surveys)
    .set({ ...change, version: seen + 1 })
    .where(and(eq(surveys.authorityId, authorityId), eq(surveys.id, id), eq(surveys.version, seen)))
    .returning({ id: surveys.id });
  return changed.length === 1;
}

// ── what was asked ──────────────────────────────────────────────────────────────────────────────

export async function insertSurveyVersion(tx: Writer, row: SurveyVersion): Promise<void> {
  await tx.insert(surveyVersions).values(row);
}

/** The published version that is answered now, or undefined before the first opening. */
export async function latestVersion(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<SurveyVersion | undefined> {
  const rows = await db
    .select()
    .from(surveyVersions)
    .where(and(eq(surveyVersions.authorityId, authorityId), eq(surveyVersions.surveyId, surveyId)))
    .orderBy(desc(surveyVersions.number))
    .limit(1);
  return firstOf(rows);
}

export async function versionById(
  db: Reader,
  authorityId: string,
  surveyId: string,
  id: string,
): Promise<SurveyVersion | undefined> {
  const rows = await db
    .select()
    .from(surveyVersions)
    .where(
      and(
        eq(surveyVersions.authorityId, authorityId),
        eq(surveyVersions.surveyId, surveyId),
        eq(surveyVersions.id, id),
      ),
    );
  return firstOf(rows);
}

// ── finished answers ────────────────────────────────────────────────────────────────────────────

/** Adds one finished set of answers; false when its key or its reference is taken already. */
export async function insertResponse(tx: Writer, row: NewResponse): Promise<boolean> {
  const added = await addResponse(tx, { importId: null, language: null, ownWords: null, ...row });
  return added.length === 1;
}

const addResponse = ready((tx: Writer, _: NewResponse) =>
  tx
    .insert(responses)
    .values(stored(getTableColumns(responses)))
    .onConflictDoNothing()
    .returning({ id: responses.id }),
);

/** The reference given to a submission, if it has arrived before. */
export async function referenceOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
  submissionKey: string,
): Promise<string | undefined> {
  const rows = await responseWithKey(db, { authorityId, surveyId, submissionKey });
  return firstOf(rows)?.reference;
}

const responseWithKey = ready(
  (db: Reader, given: Pick<ResponseRow, 'authorityId' | 'surveyId' | 'submissionKey'>) =>
    db
      .select({ reference: responses.reference })
      .from(responses)
      .where(
        and(
          eq(responses.authorityId, given.authorityId),
          eq(responses.surveyId, given.surveyId),
          eq(responses.submissionKey, given.submissionKey),
        ),
      ),
);

/** The id of the answers that somebody holds this reference of, if they are still here. */
export async function responseWithReference(
  db: Reader,
  authorityId: string,
  surveyId: string,
  reference: string,
): Promise<string | undefined> {
  const rows = await db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.authorityId, authorityId),
        eq(responses.surveyId, surveyId),
        eq(responses.reference, reference),
      ),
    );
  return firstOf(rows)?.id;
}

/** What an export reads of finished answers, by day, some at a time: any number of them in little memory. */
export async function* responsesInBatches(
  db: Reader,
  authorityId: string,
  surveyId: string,
  size: number,
): AsyncGenerator<Pick<ResponseRow, 'id' | 'answeredOn' | 'channel' | 'answers'>[]> {
  const { id, answeredOn, channel, answers } = responses;
  let after: { answeredOn: string; id: string } | undefined;
  for (;;) {
    const rows = await db
      .select({ id, answeredOn, channel, answers })
      .from(responses)
      .where(ofSurveyAfter(authorityId, surveyId, after))
      .orderBy(asc(answeredOn), asc(id))
      .limit(size);
    if (rows.length > 0) yield rows;
    after = rows.at(-1);
    if (rows.length < size) return;
  }
}
