import { and, asc, eq, inArray, isNull, like, min } from 'drizzle-orm';
import { firstOf } from './people.ts';
import {
  answerSettings,
  excerpts,
  hearBack,
  messages,
  panelMembers,
  replyHistory,
  replyTexts,
  themes,
  votes,
} from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type ReplyStepRow = typeof replyHistory.$inferSelect;
export type ReplyText = typeof replyTexts.$inferSelect;

// ── what answers said ───────────────────────────────────────────────────────────────────────────

export async function insertReplyStep(tx: Writer, row: ReplyStepRow): Promise<void> {
  await tx.insert(replyHistory).values(row);
}

/** What these answers said from one moment to the next, oldest first. */
export async function stepsOf(
  db: Reader,
  authorityId: string,
  replyIds: readonly string[],
): Promise<ReplyStepRow[]> {
  if (replyIds.length === 0) return [];
  return db
    .select()
    .from(replyHistory)
    .where(
      and(eq(replyHistory.authorityId, authorityId), inArray(replyHistory.replyId, [...replyIds])),
    )
    .orderBy(asc(replyHistory.at), asc(replyHistory.id));
}

// ── in families' languages ──────────────────────────────────────────────────────────────────────

export async function textsOf(
  db: Reader,
  authorityId: string,
  replyIds: readonly string[],
): Promise<ReplyText[]> {
  if (replyIds.length === 0) return [];
  return db
    .select()
    .from(replyTexts)
    .where(and(eq(replyTexts.authorityId, authorityId), inArray(replyTexts.replyId, [...replyIds])))
    .orderBy(asc(replyTexts.language));
}

/** Keeps an answer in a language; written again, the last words stand. */
export async function keepText(tx: Writer, row: ReplyText): Promise<void> {
  const { youSaid, words, because, ofDigest, at, by } = row;
  await tx
    .insert(replyTexts)
    .values(row)
    .onConflictDoUpdate({
      target: [replyTexts.authorityId, replyTexts.replyId, replyTexts.language],
      set: { youSaid, words, because, ofDigest, at, by },
    });
}

export async function deleteText(
  tx: Writer,
  authorityId: string,
  replyId: string,
  language: string,
): Promise<boolean> {
  const gone = await tx
    .delete(replyTexts)
    .where(
      and(
        eq(replyTexts.authorityId, authorityId),
        eq(replyTexts.replyId, replyId),
        eq(replyTexts.language, language),
      ),
    )
    .returning({ id: replyTexts.id });
  return gone.length === 1;
}

// ── how soon ────────────────────────────────────────────────────────────────────────────────────

/** Days within which a theme is answered; undefined where the authority has not said. */
export async function daysToAnswerOf(db: Reader, authorityId: string): Promise<number | undefined> {
  const rows = await db
    .select({ days: answerSettings.daysToAnswer })
    .from(answerSettings)
    .where(eq(answerSettings.authorityId, authorityId));
  return firstOf(rows)?.days;
}

export async function setDaysToAnswer(
  tx: Writer,
  authorityId: string,
  daysToAnswer: number,
): Promise<void> {
  await tx
    .insert(answerSettings)
    .values({ authorityId, daysToAnswer })
    .onConflictDoUpdate({ target: answerSettings.authorityId, set: { daysToAnswer } });
}

/** When the first comment was gathered under each theme of a programme. */
export async function waitingSince(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Map<string, Date>> {
  const rows = await db
    .select({ themeId: excerpts.themeId, since: min(excerpts.addedAt) })
    .from(excerpts)
    .innerJoin(
      themes,
      and(eq(themes.authorityId, excerpts.authorityId), eq(themes.id, excerpts.themeId)),
    )
    .where(
      and(
        eq(excerpts.authorityId, authorityId),
        eq(themes.programmeId, programmeId),
        isNull(themes.removedAt),
      ),
    )
    .groupBy(excerpts.themeId);
  return new Map(rows.flatMap(({ themeId, since }) => (since ? [[themeId, since] as const] : [])));
}

// ── those who asked to hear ─────────────────────────────────────────────────────────────────────

export async function wantsToHear(
  db: Reader,
  authorityId: string,
  memberId: string,
): Promise<boolean> {
  const rows = await db
    .select({ wants: hearBack.wants })
    .from(hearBack)
    .where(and(eq(hearBack.authorityId, authorityId), eq(hearBack.memberId, memberId)));
  return firstOf(rows)?.wants ?? false;
}

export async function setWantsToHear(tx: Writer, row: typeof hearBack.$inferInsert): Promise<void> {
  const { wants, at } = row;
  await tx
    .insert(hearBack)
    .values(row)
    .onConflictDoUpdate({ target: hearBack.memberId, set: { wants, at } });
}

/** Members who raised a theme, are still here, and asked to be told. */
export async function membersToTell(
  db: Reader,
  authorityId: string,
  themeId: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: panelMembers.id })
    .from(excerpts)
    .innerJoin(votes, and(eq(votes.id, excerpts.sourceId), eq(votes.authorityId, authorityId)))
    .innerJoin(
      panelMembers,
      and(eq(panelMembers.authorityId, votes.authorityId), eq(panelMembers.id, votes.memberId)),
    )
    .innerJoin(
      hearBack,
      and(
        eq(hearBack.authorityId, panelMembers.authorityId),
        eq(hearBack.memberId, panelMembers.id),
      ),
    )
    .where(
      and(
        eq(excerpts.authorityId, authorityId),
        eq(excerpts.themeId, themeId),
        eq(excerpts.sourceKind, 'vote'),
        isNull(panelMembers.leftOn),
        eq(hearBack.wants, true),
      ),
    );
  return rows.map(({ id }) => id);
}

/** How many notices of an answer were queued, and how many of them have gone. */
export async function noticesOf(
  db: Reader,
  authorityId: string,
  replyId: string,
): Promise<{ queued: number; sent: number }> {
  const rows = await db
    .select({ state: messages.state })
    .from(messages)
    .where(
      and(eq(messages.authorityId, authorityId), like(messages.onceKey, `answer:${replyId}:%`)),
    );
  return { queued: rows.length, sent: rows.filter(({ state }) => state === 'sent').length };
}
