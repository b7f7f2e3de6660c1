import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { AnswerRow } from '#app/themes/comments.ts';
import { surveyOfResponse } from './joins.ts';
import { firstOf } from './people.ts';
import { readOnceBy } from './read-once.server.ts';
import { ready } from './ready.ts';
import type { Reply } from './replies.ts';
import {
  excerpts,
  pollAnswers,
  replies,
  responses,
  surveys,
  surveyVersions,
  themes,
  votes,
} from './schema/index.ts';
import { MAY_HOLD_WORDS } from './schema/may-hold-words.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type Theme = typeof themes.$inferSelect;
export type Excerpt = typeof excerpts.$inferSelect;

/** Words gathered under a theme, with who said them as an id that is never shown. */
export type Gathered = Excerpt & { voice: string };

// ── themes ──────────────────────────────────────────────────────────────────────────────────────

/** The themes of a programme with what became of each, in the order in which they were named. */
export function themesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<readonly { theme: Theme; reply: Reply | null }[]> {
  return readOnceBy(db, ['themes', authorityId, programmeId], () =>
    themesWithReplies(db, { authorityId, programmeId }),
  );
}

const themesWithReplies = ready((db: Reader, of: { authorityId: string; programmeId: string }) =>
  db
    .select({ theme: themes, reply: replies })
    .from(themes)
    .leftJoin(replies, and(eq(replies.themeId, themes.id), eq(replies.authorityId, of.authorityId)))
    .where(
      and(
        eq(themes.authorityId, of.authorityId),
        eq(themes.programmeId, of.programmeId),
        isNull(themes.removedAt),
      ),
    )
    .orderBy(asc(themes.createdAt), asc(themes.id)),
);

export async function themeById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Theme | undefined> {
  const rows = await db
    .select()
    .from(themes)
    .where(
      and(
        eq(themes.authorityId, authorityId),
        eq(themes.programmeId, programmeId),
        eq(themes.id, id),
        isNull(themes.removedAt),
      ),
    );
  return firstOf(rows);
}

export async function insertTheme(tx: Writer, row: typeof themes.$inferInsert): Promise<void> {
  await tx.insert(themes).values(row);
}

export async function updateTheme(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Omit<Theme, 'id' | 'authorityId' | 'programmeId'>>,
): Promise<void> {
  await tx
    .update(themes)
    .set(change)
    .where(and(eq(themes.authorityId, authorityId), eq(themes.id, id)));
}

/** Every theme of a programme, those that were taken away or merged too. */
export async function everyThemeOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Theme[]> {
  return db
    .select()
    .from(themes)
    .where(and(eq(themes.authorityId, authorityId), eq(themes.programmeId, programmeId)))
    .orderBy(asc(themes.createdAt), asc(themes.id));
}

/** Codings by their ids, with their words: what others are made from when a change is undone. */
export async function twinsOf(
  db: Reader,
  authorityId: string,
  ids: readonly string[],
): Promise<Excerpt[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(excerpts)
    .where(and(eq(excerpts.authorityId, authorityId), inArray(excerpts.id, [...ids])));
}

export async function deleteExcerptsByIds(
  tx: Writer,
  authorityId: string,
  ids: readonly string[],
): Promise<void> {
  await inChunks(ids, (chunk) =>
    tx
      .delete(excerpts)
      .where(and(eq(excerpts.authorityId, authorityId), inArray(excerpts.id, chunk))),
  );
}

// ── gathered words ──────────────────────────────────────────────────────────────────────────────

/** Everything gathered under these themes, oldest first. */
export async function gatheredUnder(
  db: Reader,
  authorityId: string,
  themeIds: readonly string[],
): Promise<Gathered[]> {
  if (themeIds.length === 0) return [];
  const rows = await db
    .select({ excerpt: excerpts, memberId: votes.memberId, device: pollAnswers.device })
    .from(excerpts)
    .leftJoin(
      votes,
      and(
        eq(excerpts.sourceKind, 'vote'),
        eq(votes.id, excerpts.sourceId),
        eq(votes.authorityId, authorityId),
      ),
    )
    .leftJoin(
      pollAnswers,
      and(
        eq(excerpts.sourceKind, 'poll'),
        eq(pollAnswers.id, excerpts.sourceId),
        eq(pollAnswers.authorityId, authorityId),
      ),
    )
    .where(and(eq(excerpts.authorityId, authorityId), inArray(excerpts.themeId, [...themeIds])))
    .orderBy(asc(excerpts.addedAt), asc(excerpts.id));
  return rows.map(({ excerpt, memberId, device }) => ({
    ...excerpt,
    voice: memberId
      ? `member ${memberId}`
      : device
        ? `device ${device}`
        : `answer ${excerpt.sourceId}`,
  }));
}

/** Gathers words under a theme; those that are there already stay as they were frozen. */
export async function insertExcerpts(tx: Writer, rows: readonly Excerpt[]): Promise<number> {
  let added = 0;
  await inChunks(rows, async (chunk) => {
    const here = await tx
      .insert(excerpts)
      .values(chunk)
      .onConflictDoNothing()
      .returning({ id: excerpts.id });
    added += here.length;
  });
  return added;
}

/** Takes one comment out of a theme; says whether it was there. */
export async function deleteExcerpt(
  tx: Writer,
  authorityId: string,
  themeId: string,
  id: string,
): Promise<boolean> {
  const gone = await tx
    .delete(excerpts)
    .where(
      and(
        eq(excerpts.authorityId, authorityId),
        eq(excerpts.themeId, themeId),
        eq(excerpts.id, id),
      ),
    )
    .returning({ id: excerpts.id });
  return gone.length === 1;
}

// ── where words come from ───────────────────────────────────────────────────────────────────────

/**
 * The answers to a programme's surveys that may hold words of somebody's own, as much of them as comments
 * are read from.
 */
export async function answersInWords(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<AnswerRow[]> {
  return db
    .select({
      id: responses.id,
      versionId: responses.versionId,
      answers: responses.answers,
      survey: surveys.title,
      flag: responses.flag,
    })
    .from(responses)
    .innerJoin(surveys, surveyOfResponse)
    .where(
      and(
        eq(responses.authorityId, authorityId),
        eq(surveys.programmeId, programmeId),
        sql.raw(MAY_HOLD_WORDS),
      ),
    )
    .orderBy(asc(responses.answeredOn), asc(responses.id));
}

/** What was asked in each version of a programme's surveys. */
export async function definitionsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ id: string; definition: unknown }[]> {
  return db
    .select({ id: surveyVersions.id, definition: surveyVersions.definition })
    .from(surveyVersions)
    .innerJoin(
      surveys,
      and(
        eq(surveys.authorityId, surveyVersions.authorityId),
        eq(surveys.id, surveyVersions.surveyId),
      ),
    )
    .where(and(eq(surveyVersions.authorityId, authorityId), eq(surveys.programmeId, programmeId)));
}
