import { and, asc, eq, inArray, isNotNull, max, sql } from 'drizzle-orm';
import type { CostKind, CostLine } from '#app/plan/money/costs.ts';
import { firstOf } from './people.ts';
import { planCosts } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

const COST = {
  id: planCosts.id,
  lineId: planCosts.lineId,
  what: planCosts.what,
  kind: planCosts.kind,
  streamId: planCosts.streamId,
  unfunded: planCosts.unfunded,
  strand: planCosts.strand,
  year: planCosts.year,
  amountPence: planCosts.amountPence,
  capital: planCosts.capital,
  note: planCosts.note,
  batch: planCosts.batch,
  position: planCosts.position,
  version: planCosts.version,
};

/** The costs of a plan in order: those of its lines and those of the whole programme. */
export async function costsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<CostLine[]> {
  const rows = await db
    .select(COST)
    .from(planCosts)
    .where(and(eq(planCosts.authorityId, authorityId), eq(planCosts.programmeId, programmeId)))
    .orderBy(asc(planCosts.position), asc(planCosts.id));
  return rows.map((row) => ({ ...row, kind: row.kind as CostKind }));
}

/** The costs of one line, in order. */
export async function costsOfLine(
  db: Reader,
  { authorityId, id: programmeId }: { authorityId: string; id: string },
  lineId: string,
): Promise<CostLine[]> {
  const rows = await db
    .select(COST)
    .from(planCosts)
    .where(
      and(
        eq(planCosts.authorityId, authorityId),
        eq(planCosts.programmeId, programmeId),
        eq(planCosts.lineId, lineId),
      ),
    )
    .orderBy(asc(planCosts.position), asc(planCosts.id));
  return rows.map((row) => ({ ...row, kind: row.kind as CostKind }));
}

/**
 * What the costs of each line add up to, and how many of them are not known; lines without costs of
 * their own are not in it. One query, however many lines.
 */
export async function costSums(
  db: Reader,
  authorityId: string,
  lines: readonly { id: string; programmeId: string }[],
): Promise<Map<string, { costPence: number | null; unknownCosts: number }>> {
  const [first, second] = lines;
  if (first === undefined) return new Map();
  const rows = await db
    .select({
      lineId: planCosts.lineId,
      pence: sql<number | null>`sum(${planCosts.amountPence})`,
      known: sql`count(${planCosts.amountPence})`.mapWith(Number),
      all: sql`count(*)`.mapWith(Number),
    })
    .from(planCosts)
    .where(
      and(
        eq(planCosts.authorityId, authorityId),
        eq(planCosts.programmeId, first.programmeId),
        second === undefined ? eq(planCosts.lineId, first.id) : isNotNull(planCosts.lineId),
      ),
    )
    .groupBy(planCosts.lineId);
  return new Map(
    rows.flatMap(({ lineId, pence, known, all }) =>
      lineId === null
        ? []
        : [
            [
              lineId,
              { costPence: known === 0 ? null : Number(pence), unknownCosts: all - known },
            ] as const,
          ],
    ),
  );
}

export async function insertCosts(
  tx: Writer,
  rows: readonly (typeof planCosts.$inferInsert)[],
): Promise<void> {
  await inChunks(rows, (some) => tx.insert(planCosts).values(some));
}

export type CostChange = Partial<
  Pick<
    CostLine,
    | 'lineId'
    | 'what'
    | 'kind'
    | 'streamId'
    | 'unfunded'
    | 'strand'
    | 'year'
    | 'amountPence'
    | 'capital'
    | 'note'
  >
>;

/** Saves a cost if nobody changed it since `seen`; says whether it did. */
export async function updateCost(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: CostChange,
): Promise<boolean> {
  const changed = await tx
    .update(planCosts)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(planCosts.authorityId, authorityId),
        eq(planCosts.id, id),
        eq(planCosts.version, seen),
      ),
    )
    .returning({ id: planCosts.id });
  return changed.length === 1;
}

/** Removes costs of a programme; says how many there were. */
export async function deleteCosts(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  ids: readonly string[],
): Promise<number> {
  let gone = 0;
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await tx
      .delete(planCosts)
      .where(
        and(
          eq(planCosts.authorityId, authorityId),
          eq(planCosts.programmeId, programmeId),
          inArray(planCosts.id, ids.slice(at, at + 500)),
        ),
      )
      .returning({ id: planCosts.id });
    gone += rows.length;
  }
  return gone;
}

/** The position after the last cost of a plan. */
export async function nextCostPosition(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<number> {
  const rows = await db
    .select({ last: max(planCosts.position) })
    .from(planCosts)
    .where(and(eq(planCosts.authorityId, authorityId), eq(planCosts.programmeId, programmeId)));
  return (firstOf(rows)?.last ?? 0) + 1;
}
