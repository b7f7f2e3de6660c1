import { and, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import {
  answerReviews,
  batchEntries,
  excerpts,
  quotes,
  redactions,
  responses,
  safeguardingFlags,
  secondEntries,
  surveys,
  surveyVersions,
  themes,
} from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** The answers with a reference, whoever sent, entered or brought them, with what was asked. */
export async function answersWithReference(db: Reader, authorityId: string, reference: string) {
  return firstOf(
    await db
      .select({
        response: responses,
        title: surveys.title,
        keepUntil: surveys.keepUntil,
        programmeId: surveys.programmeId,
        definition: surveyVersions.definition,
      })
      .from(responses)
      .innerJoin(
        surveys,
        and(eq(surveys.id, responses.surveyId), eq(surveys.authorityId, responses.authorityId)),
      )
      .innerJoin(
        surveyVersions,
        and(
          eq(surveyVersions.id, responses.versionId),
          eq(surveyVersions.authorityId, responses.authorityId),
        ),
      )
      .where(and(eq(responses.authorityId, authorityId), eq(responses.reference, reference))),
  );
}

/** Every copy and every note about one set of answers: what `forgetResponses` deletes, words that worried once that is closed. */
export async function copiesOfAnswers(db: Reader, authorityId: string, responseId: string) {
  const from = (table: typeof excerpts | typeof quotes | typeof redactions) =>
    and(
      eq(table.authorityId, authorityId),
      eq(table.sourceKind, 'response'),
      eq(table.sourceId, responseId),
    );
  const gathered = await db
    .select({ theme: themes.name, words: excerpts.words, addedAt: excerpts.addedAt })
    .from(excerpts)
    .innerJoin(
      themes,
      and(eq(themes.id, excerpts.themeId), eq(themes.authorityId, excerpts.authorityId)),
    )
    .where(from(excerpts));
  const quoted = await db.select({ words: quotes.words }).from(quotes).where(from(quotes));
  const reworded = await db
    .select({ words: redactions.words })
    .from(redactions)
    .where(from(redactions));
  const reviewed = await db
    .select({ decision: answerReviews.decision, reason: answerReviews.reason })
    .from(answerReviews)
    .where(
      and(eq(answerReviews.authorityId, authorityId), eq(answerReviews.responseId, responseId)),
    );
  const entered = await db
    .select({ formNumber: batchEntries.number, enteredOn: batchEntries.enteredOn })
    .from(batchEntries)
    .where(and(eq(batchEntries.authorityId, authorityId), eq(batchEntries.responseId, responseId)));
  const again = await db
    .select({ enteredAgainOn: secondEntries.enteredOn, answers: secondEntries.answers })
    .from(secondEntries)
    .innerJoin(
      batchEntries,
      and(
        eq(batchEntries.id, secondEntries.entryId),
        eq(batchEntries.authorityId, secondEntries.authorityId),
      ),
    )
    .where(
      and(eq(secondEntries.authorityId, authorityId), eq(batchEntries.responseId, responseId)),
    );
  const worried = await db
    .select({
      question: safeguardingFlags.question,
      words: safeguardingFlags.words,
      raisedAt: safeguardingFlags.raisedAt,
      state: safeguardingFlags.state,
    })
    .from(safeguardingFlags)
    .where(
      and(
        eq(safeguardingFlags.authorityId, authorityId),
        eq(safeguardingFlags.sourceKind, 'response'),
        eq(safeguardingFlags.sourceId, responseId),
      ),
    );
  return { gathered, quoted, reworded, reviewed, entered, again, worried };
}
