import { and, asc, eq, inArray } from 'drizzle-orm';
import { forgetWords } from './coding.ts';
import { shuffledId } from './ids.ts';
import { statementOfPollAnswer } from './joins.ts';
import { firstOf } from './people.ts';
import { consultations, pollAnswers, polls, statements } from './schema/index.ts';
import { itsAuthority } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type PollRow = typeof polls.$inferSelect;
export type PollAnswerRow = typeof pollAnswers.$inferSelect;

/** A poll by the code on its poster, with the consultation that it is. */
export async function pollByCode(
  db: Reader,
  code: string,
): Promise<{ poll: PollRow; consultation: typeof consultations.$inferSelect } | undefined> {
  return itsAuthority(
    'a public address',
    () =>
      db
        .select({ poll: polls, consultation: consultations })
        .from(polls)
        .innerJoin(
          consultations,
          and(
            eq(consultations.authorityId, polls.authorityId),
            eq(consultations.id, polls.consultationId),
          ),
        )
        .where(eq(polls.code, code)),
    ({ poll }) => poll.authorityId,
  );
}

export async function pollOf(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<PollRow | undefined> {
  const rows = await db
    .select()
    .from(polls)
    .where(and(eq(polls.authorityId, authorityId), eq(polls.consultationId, consultationId)));
  return firstOf(rows);
}

export async function insertPoll(tx: Writer, row: PollRow): Promise<void> {
  await tx.insert(polls).values(row);
}

export async function updatePoll(
  tx: Writer,
  authorityId: string,
  consultationId: string,
  change: Pick<PollRow, 'audience' | 'onScreen'>,
): Promise<void> {
  await tx
    .update(polls)
    .set(change)
    .where(and(eq(polls.authorityId, authorityId), eq(polls.consultationId, consultationId)));
}

/** Everything that was answered in a poll, in the order in which telephones first answered. */
export async function pollAnswersOf(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<PollAnswerRow[]> {
  const rows = await db
    .select({ answer: pollAnswers })
    .from(pollAnswers)
    .innerJoin(statements, statementOfPollAnswer)
    .where(
      and(eq(pollAnswers.authorityId, authorityId), eq(statements.consultationId, consultationId)),
    )
    .orderBy(asc(pollAnswers.number), asc(pollAnswers.id));
  return rows.map(({ answer }) => answer);
}

/** How many telephones answered each of these polls. */
export async function devicesIn(
  db: Reader,
  authorityId: string,
  consultationIds: readonly string[],
): Promise<Map<string, number>> {
  if (consultationIds.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ id: statements.consultationId, device: pollAnswers.device })
    .from(pollAnswers)
    .innerJoin(statements, statementOfPollAnswer)
    .where(
      and(
        eq(pollAnswers.authorityId, authorityId),
        inArray(statements.consultationId, [...consultationIds]),
      ),
    );
  const found = new Map<string, number>();
  for (const { id } of rows) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}

/**
 * Keeps what one telephone answered; sent again, the last answers stand. Ids say nothing of the order,
 * and the time is not kept: in a small room either would tell who it was.
 */
export async function putPollAnswers(
  tx: Writer,
  authorityId: string,
  consultationId: string,
  device: string,
  answers: readonly Pick<PollAnswerRow, 'statementId' | 'vote' | 'choice' | 'comment'>[],
): Promise<void> {
  const asked = await tx
    .select({ id: statements.id })
    .from(statements)
    .where(
      and(eq(statements.authorityId, authorityId), eq(statements.consultationId, consultationId)),
    );
  const ids = asked.map(({ id }) => id);
  const before = await tx
    .select({
      id: pollAnswers.id,
      statementId: pollAnswers.statementId,
      device: pollAnswers.device,
      number: pollAnswers.number,
    })
    .from(pollAnswers)
    .where(and(eq(pollAnswers.authorityId, authorityId), inArray(pollAnswers.statementId, ids)));
  const mine = before.find((row) => row.device === device);
  const number = mine?.number ?? Math.max(0, ...before.map((row) => row.number)) + 1;
  // What was answered before and is left out now is taken back.
  const kept = new Set(answers.map(({ statementId }) => statementId));
  const left = before.filter((row) => row.device === device && !kept.has(row.statementId));
  if (left.length > 0) {
    const gone = left.map(({ id }) => id);
    await tx
      .delete(pollAnswers)
      .where(and(eq(pollAnswers.authorityId, authorityId), inArray(pollAnswers.id, gone)));
    await forgetWords(tx, authorityId, 'poll', gone);
  }
  // An answer keeps its id when it is changed: what was hidden of it, raised or gathered hangs on it.
  for (const { statementId, vote, choice, comment } of answers) {
    const row = { authorityId, statementId, device, vote, choice, comment, number };
    await tx
      .insert(pollAnswers)
      .values({ ...row, id: shuffledId() })
      .onConflictDoUpdate({
        target: [pollAnswers.authorityId, pollAnswers.statementId, pollAnswers.device],
        set: { vote, choice, comment },
      });
  }
}
