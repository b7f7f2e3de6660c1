import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Benchmark, BenchmarkKind, OutcomeNote } from '#app/plan/outcomes/outcomes.ts';
import type { Quarter } from '#app/plan/outcomes/quarters.ts';
import { standingReturns, type Count, type ReachReturn } from '#app/plan/outcomes/reach/reach.ts';
import { newId } from './ids.ts';
import { firstOf } from './people.ts';
import { measureBenchmarks, outcomeNotes, reachCounts, reachReturns } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

/** Whose figures these are. */
export interface Place {
  authorityId: string;
  programmeId: string;
}

// ── reach ───────────────────────────────────────────────────────────────────────────────────────

type ReturnRow = typeof reachReturns.$inferSelect;

/** Every version of every quarter's return with its counts, newest quarter and version first. */
export async function reachReturnsOf(
  db: Reader,
  { authorityId, programmeId }: Place,
  quarters?: readonly Quarter[],
): Promise<ReachReturn[]> {
  const rows = await db
    .select()
    .from(reachReturns)
    .where(
      and(
        eq(reachReturns.authorityId, authorityId),
        eq(reachReturns.programmeId, programmeId),
        quarters === undefined ? undefined : inArray(reachReturns.quarter, [...quarters]),
      ),
    )
    .orderBy(desc(reachReturns.quarter), desc(reachReturns.number));
  return withCounts(db, authorityId, rows);
}

/** The version of each quarter's return that stands with its counts, newest quarter first. */
export async function standingReachOf(
  db: Reader,
  { authorityId, programmeId }: Place,
): Promise<ReachReturn[]> {
  const rows = await db
    .select()
    .from(reachReturns)
    .where(
      and(eq(reachReturns.authorityId, authorityId), eq(reachReturns.programmeId, programmeId)),
    );
  return withCounts(db, authorityId, standingReturns(rows));
}

async function withCounts(
  db: Reader,
  authorityId: string,
  rows: readonly ReturnRow[],
): Promise<ReachReturn[]> {
  if (rows.length === 0) return [];
  const counts = await db
    .select()
    .from(reachCounts)
    .where(
      and(
        eq(reachCounts.authorityId, authorityId),
        inArray(
          reachCounts.returnId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(reachCounts.id));
  const byReturn = new Map<string, Count[]>();
  for (const { returnId, siteId, siteName, what, breakdown, groupName, count } of counts) {
    const list = byReturn.get(returnId) ?? [];
    list.push({ siteId, siteName, what, breakdown, group: groupName, count });
    byReturn.set(returnId, list);
  }
  return rows.map((row) => asReturn(row, byReturn.get(row.id) ?? []));
}

function asReturn(row: ReturnRow, counts: Count[]): ReachReturn {
  const { authorityId: _, programmeId: __, quarter, ...rest } = row;
  return { ...rest, quarter: quarter as Quarter, counts };
}

export async function insertReachReturn(
  tx: Writer,
  place: Place,
  { counts, ...row }: ReachReturn,
): Promise<void> {
  await tx.insert(reachReturns).values({ ...place, ...row });
  await insertCounts(tx, place, row.id, counts);
}

/** Changes a return that nobody changed meanwhile; false where somebody did. */
export async function updateReachReturn(
  tx: Writer,
  { authorityId }: Pick<Place, 'authorityId'>,
  { id, version }: Pick<ReachReturn, 'id' | 'version'>,
  change: Partial<Pick<ReachReturn, 'note' | 'submittedAt' | 'submittedBy'>>,
): Promise<boolean> {
  const changed = await tx
    .update(reachReturns)
    .set({ ...change, version: version + 1 })
    .where(
      and(
        eq(reachReturns.authorityId, authorityId),
        eq(reachReturns.id, id),
        eq(reachReturns.version, version),
      ),
    )
    .returning({ id: reachReturns.id });
  return firstOf(changed) !== undefined;
}

export async function insertCounts(
  tx: Writer,
  { authorityId, programmeId }: Place,
  returnId: string,
  counts: readonly Count[],
): Promise<void> {
  await inChunks(counts, (chunk) =>
    tx.insert(reachCounts).values(
      chunk.map(({ group, ...count }) => ({
        ...count,
        id: newId(),
        authorityId,
        programmeId,
        returnId,
        groupName: group,
      })),
    ),
  );
}

/** Takes out what a return counts at some sites; '' is all sites together. */
export async function deleteCountsAt(
  tx: Writer,
  { authorityId }: Pick<Place, 'authorityId'>,
  returnId: string,
  siteNames: readonly string[],
): Promise<void> {
  await tx
    .delete(reachCounts)
    .where(
      and(
        eq(reachCounts.authorityId, authorityId),
        eq(reachCounts.returnId, returnId),
        inArray(reachCounts.siteName, [...siteNames]),
      ),
    );
}

// ── benchmarks and what figures mean ────────────────────────────────────────────────────────────

/** Figures of elsewhere beside measures: England first, newest first. */
export async function benchmarksOf(
  db: Reader,
  { authorityId, programmeId }: Place,
): Promise<Benchmark[]> {
  const rows = await db
    .select()
    .from(measureBenchmarks)
    .where(
      and(
        eq(measureBenchmarks.authorityId, authorityId),
        eq(measureBenchmarks.programmeId, programmeId),
      ),
    )
    .orderBy(
      asc(measureBenchmarks.kind),
      desc(measureBenchmarks.periodEnd),
      asc(measureBenchmarks.id),
    );
  return rows.map((row) => ({
    ...{ id: row.id, measureId: row.measureId, kind: row.kind as BenchmarkKind, name: row.name },
    ...{ value: row.value, numerator: row.numerator, denominator: row.denominator },
    ...{ start: row.periodStart, end: row.periodEnd, source: row.source },
    ...{ enteredBy: row.enteredBy, version: row.version },
  }));
}

/** Keeps a benchmark in place of the one of the same name and period. */
export async function keepBenchmark(
  tx: Writer,
  place: Place,
  { start, end, ...benchmark }: Benchmark,
  at: Date,
): Promise<void> {
  const row = { ...benchmark, periodStart: start, periodEnd: end, fileId: '', at };
  const { id: _, ...change } = row;
  await tx
    .insert(measureBenchmarks)
    .values({ ...place, ...row })
    .onConflictDoUpdate({
      target: [
        measureBenchmarks.authorityId,
        measureBenchmarks.programmeId,
        measureBenchmarks.measureId,
        measureBenchmarks.kind,
        measureBenchmarks.name,
        measureBenchmarks.periodEnd,
      ],
      set: change,
    });
}

export async function deleteBenchmark(
  tx: Writer,
  { authorityId }: Pick<Place, 'authorityId'>,
  id: string,
): Promise<void> {
  await tx
    .delete(measureBenchmarks)
    .where(and(eq(measureBenchmarks.authorityId, authorityId), eq(measureBenchmarks.id, id)));
}

/** What was written of figures, also what was written over; newest quarter and number first. */
export async function outcomeNotesOf(
  db: Reader,
  { authorityId, programmeId }: Place,
): Promise<OutcomeNote[]> {
  const rows = await db
    .select()
    .from(outcomeNotes)
    .where(
      and(eq(outcomeNotes.authorityId, authorityId), eq(outcomeNotes.programmeId, programmeId)),
    )
    .orderBy(desc(outcomeNotes.quarter), desc(outcomeNotes.number));
  return rows.map(({ measureId, quarter, number, means, next, enteredBy, at }) => ({
    ...{ measureId, quarter: quarter as Quarter, number, means, next, enteredBy, at },
  }));
}

export async function insertOutcomeNote(
  tx: Writer,
  place: Place,
  note: OutcomeNote,
): Promise<void> {
  await tx.insert(outcomeNotes).values({ ...place, id: newId(note.at), ...note });
}
