import { and, asc, eq, max } from 'drizzle-orm';
import type { JudgedState, Judgement, TaggedActivity } from '#app/plan/coverage.ts';
import type { FundingStream, LineStatus, PlanLine } from '#app/plan/plan.ts';
import { firstOf } from './people.ts';
import { coverageJudgements, fundingStreams, needs, people, planLines } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';
import { tiesInto, tiesOutOf } from './thread.ts';

type LineRow = typeof planLines.$inferSelect;

// ── lines ───────────────────────────────────────────────────────────────────────────────────────

/** The lines of a plan in order, each with what it delivers and what it helps to cover. */
export async function linesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PlanLine[]> {
  const rows = await db
    .select()
    .from(planLines)
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.programmeId, programmeId)))
    .orderBy(asc(planLines.position), asc(planLines.id));
  return withTies(db, authorityId, rows);
}

/** A line of this programme, or undefined. */
export async function lineById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<PlanLine | undefined> {
  const rows = await db
    .select()
    .from(planLines)
    .where(
      and(
        eq(planLines.authorityId, authorityId),
        eq(planLines.programmeId, programmeId),
        eq(planLines.id, id),
      ),
    );
  return firstOf(await withTies(db, authorityId, rows));
}

async function withTies(db: Reader, authorityId: string, rows: LineRow[]): Promise<PlanLine[]> {
  const ids = rows.map((row) => row.id);
  const delivered = new Map<string, string[]>();
  const covered = new Map<string, string[]>();
  for (const tie of await tiesInto(db, authorityId, 'plan-line', ids)) {
    if (tie.fromKind === 'box') put(delivered, tie.toId, tie.fromId);
  }
  for (const tie of await tiesOutOf(db, authorityId, 'plan-line', ids)) {
    if (tie.toKind === 'requirement') put(covered, tie.fromId, tie.toId);
  }
  return rows.map(
    ({ authorityId: _a, programmeId: _p, createdAt: _c, createdBy: _b, ...row }): PlanLine => ({
      ...row,
      status: row.status as LineStatus,
      activityIds: (delivered.get(row.id) ?? []).sort(),
      requirementKeys: (covered.get(row.id) ?? []).sort(),
    }),
  );
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

export async function insertLines(
  tx: Writer,
  rows: readonly (typeof planLines.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    await tx.insert(planLines).values(rows.slice(at, at + 500));
  }
}

export type LineChange = Partial<
  Pick<
    LineRow,
    'title' | 'owner' | 'startsOn' | 'endsOn' | 'milestone' | 'costPence' | 'streamId' | 'status'
  >
>;

/** Saves a line if nobody changed it since `seen`; says whether it did. */
export async function updateLine(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: LineChange,
): Promise<boolean> {
  const changed = await tx
    .update(planLines)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(planLines.authorityId, authorityId),
        eq(planLines.id, id),
        eq(planLines.version, seen),
      ),
    )
    .returning({ id: planLines.id });
  return changed.length === 1;
}

export async function deleteLine(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(planLines)
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.id, id)));
}

/** The position after the last line of a plan. */
export async function nextPosition(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<number> {
  const rows = await db
    .select({ last: max(planLines.position) })
    .from(planLines)
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.programmeId, programmeId)));
  return (firstOf(rows)?.last ?? 0) + 1;
}

// ── money ───────────────────────────────────────────────────────────────────────────────────────

const STREAM = {
  id: fundingStreams.id,
  name: fundingStreams.name,
  amountPence: fundingStreams.amountPence,
  ringFence: fundingStreams.ringFence,
  endsOn: fundingStreams.endsOn,
  version: fundingStreams.version,
};

export async function streamsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<FundingStream[]> {
  return db
    .select(STREAM)
    .from(fundingStreams)
    .where(
      and(eq(fundingStreams.authorityId, authorityId), eq(fundingStreams.programmeId, programmeId)),
    )
    .orderBy(asc(fundingStreams.createdAt), asc(fundingStreams.id));
}

export async function insertStream(
  tx: Writer,
  row: typeof fundingStreams.$inferInsert,
): Promise<void> {
  await tx.insert(fundingStreams).values(row);
}

/** Saves a stream if nobody changed it since `seen`; says whether it did. */
export async function updateStream(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Omit<FundingStream, 'id' | 'version'>,
): Promise<boolean> {
  const changed = await tx
    .update(fundingStreams)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(fundingStreams.authorityId, authorityId),
        eq(fundingStreams.id, id),
        eq(fundingStreams.version, seen),
      ),
    )
    .returning({ id: fundingStreams.id });
  return changed.length === 1;
}

/** Removes a stream; its lines stay, without one. */
export async function deleteStream(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .update(planLines)
    .set({ streamId: null })
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.streamId, id)));
  await tx
    .delete(fundingStreams)
    .where(and(eq(fundingStreams.authorityId, authorityId), eq(fundingStreams.id, id)));
}

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
    .leftJoin(people, eq(people.id, coverageJudgements.decidedBy))
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
