import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Criterion } from '#app/needs/register/priority.ts';
import { firstOf } from './people.ts';
import { needChanges, needs, needScores, priorityRules } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type NeedScore = typeof needScores.$inferSelect;
export type KeptRule = typeof priorityRules.$inferSelect;
export type NeedChange = typeof needChanges.$inferSelect;

// ── scores ──────────────────────────────────────────────────────────────────────────────────────

/** Every score of a programme's needs. */
export async function scoresOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<NeedScore[]> {
  return db
    .select()
    .from(needScores)
    .where(and(eq(needScores.authorityId, authorityId), eq(needScores.programmeId, programmeId)));
}

/** The scores of one need, by criterion. */
export async function scoresOfNeed(
  db: Reader,
  authorityId: string,
  needId: string,
): Promise<Partial<Record<Criterion, NeedScore>>> {
  const rows = await db
    .select()
    .from(needScores)
    .where(and(eq(needScores.authorityId, authorityId), eq(needScores.needId, needId)));
  return Object.fromEntries(rows.map((row) => [row.criterion, row]));
}

/** Keeps scores; one that is there already is replaced. */
export async function keepScores(tx: Writer, rows: readonly NeedScore[]): Promise<void> {
  for (const row of rows) {
    const { score, reason, at, by } = row;
    await tx
      .insert(needScores)
      .values(row)
      .onConflictDoUpdate({
        target: [needScores.authorityId, needScores.needId, needScores.criterion],
        set: { score, reason, at, by },
      });
  }
}

// ── the rule ────────────────────────────────────────────────────────────────────────────────────

/** How the programme weighs the criteria; undefined until somebody has decided. */
export async function ruleOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<KeptRule | undefined> {
  const rows = await db
    .select()
    .from(priorityRules)
    .where(
      and(eq(priorityRules.authorityId, authorityId), eq(priorityRules.programmeId, programmeId)),
    );
  return firstOf(rows);
}

export async function keepRule(tx: Writer, row: KeptRule): Promise<void> {
  const { weights, highFrom, mediumFrom, reason, version, at, by } = row;
  await tx
    .insert(priorityRules)
    .values(row)
    .onConflictDoUpdate({
      target: [priorityRules.programmeId],
      set: { weights, highFrom, mediumFrom, reason, version, at, by },
    });
}

// ── what happened ───────────────────────────────────────────────────────────────────────────────

export async function insertNeedChanges(tx: Writer, rows: readonly NeedChange[]): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(needChanges).values(chunk));
}

/** What happened to one need, latest first. */
export async function changesOfNeed(
  db: Reader,
  authorityId: string,
  programmeId: string,
  needId: string,
): Promise<NeedChange[]> {
  return db
    .select()
    .from(needChanges)
    .where(
      and(
        eq(needChanges.authorityId, authorityId),
        eq(needChanges.programmeId, programmeId),
        eq(needChanges.needId, needId),
      ),
    )
    .orderBy(desc(needChanges.at), desc(needChanges.id));
}

/** The removals of a programme whose needs are not back in the register, latest first. */
export async function removedNeeds(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<NeedChange[]> {
  const rows = await db
    .select()
    .from(needChanges)
    .where(
      and(
        eq(needChanges.authorityId, authorityId),
        eq(needChanges.programmeId, programmeId),
        eq(needChanges.what, 'removed'),
      ),
    )
    .orderBy(desc(needChanges.at), desc(needChanges.id));
  const ids = [...new Set(rows.map(({ needId }) => needId))];
  if (ids.length === 0) return [];
  const there = await db
    .select({ id: needs.id })
    .from(needs)
    .where(and(eq(needs.authorityId, authorityId), inArray(needs.id, ids)));
  const back = new Set(there.map(({ id }) => id));
  const seen = new Set<string>();
  return rows.filter(({ needId }) => !back.has(needId) && !seen.has(needId) && seen.add(needId));
}
