import { and, asc, eq } from 'drizzle-orm';
import type { JudgedState, Judgement, TaggedActivity } from '#app/plan/coverage/coverage.ts';
import { coverageJudgements, needs, people } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';
import { tiesOutOf } from './thread.ts';

// ── coverage ────────────────────────────────────────────────────────────────────────────────────

/** Activities that are tied to requirements, among those given. */
export async function taggedActivities(
  db: Reader,
  authorityId: string,
  activities: readonly { id: string; label: string }[],
): Promise<TaggedActivity[]> {
  const ids = activities.map((activity) => activity.id);
  const ties = await tiesOutOf(db, authorityId, 'box', ids);
  return activities.flatMap(({ id, label }) => {
    const requirementKeys = ties
      .filter((tie) => tie.fromId === id && tie.toKind === 'requirement')
      .map((tie) => tie.toId);
    return requirementKeys.length === 0 ? [] : [{ id, label, requirementKeys }];
  });
}

export async function judgementsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Judgement[]> {
  const rows = await db
    .select({
      packId: coverageJudgements.packId,
      requirementId: coverageJudgements.requirementId,
      state: coverageJudgements.state,
      reason: coverageJudgements.reason,
      decidedAt: coverageJudgements.decidedAt,
      decidedBy: people.name,
    })
    .from(coverageJudgements)
    .leftJoin(
      people,
      and(
        eq(people.authorityId, coverageJudgements.authorityId),
        eq(people.id, coverageJudgements.decidedBy),
      ),
    )
    .where(
      and(
        eq(coverageJudgements.authorityId, authorityId),
        eq(coverageJudgements.programmeId, programmeId),
      ),
    );
  return rows.map((row) => ({
    ...row,
    state: row.state as JudgedState,
    decidedBy: row.decidedBy ?? '',
  }));
}

/** Keeps a decision in place of an earlier one about the same requirement. */
export async function saveJudgement(
  tx: Writer,
  row: typeof coverageJudgements.$inferInsert,
): Promise<void> {
  const { state, reason, decidedAt, decidedBy } = row;
  await tx
    .insert(coverageJudgements)
    .values(row)
    .onConflictDoUpdate({
      target: [
        coverageJudgements.authorityId,
        coverageJudgements.programmeId,
        coverageJudgements.packId,
        coverageJudgements.requirementId,
      ],
      set: { state, reason, decidedAt, decidedBy },
    });
}

/** Withdraws a decision; says whether there was one. */
export async function deleteJudgement(
  tx: Writer,
  where: { authorityId: string; programmeId: string; packId: string; requirementId: string },
): Promise<boolean> {
  const gone = await tx
    .delete(coverageJudgements)
    .where(
      and(
        eq(coverageJudgements.authorityId, where.authorityId),
        eq(coverageJudgements.programmeId, where.programmeId),
        eq(coverageJudgements.packId, where.packId),
        eq(coverageJudgements.requirementId, where.requirementId),
      ),
    )
    .returning({ id: coverageJudgements.id });
  return gone.length > 0;
}

// ── what the document says of needs ─────────────────────────────────────────────────────────────

/** Needs in play, as the document names them, oldest first. */
export async function registerDetails(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ statement: string; priority: string; howMany: string }[]> {
  return db
    .select({ statement: needs.statement, priority: needs.priority, howMany: needs.howMany })
    .from(needs)
    .where(
      and(
        eq(needs.authorityId, authorityId),
        eq(needs.programmeId, programmeId),
        eq(needs.notNowBecause, ''),
      ),
    )
    .orderBy(asc(needs.createdAt), asc(needs.id));
}
