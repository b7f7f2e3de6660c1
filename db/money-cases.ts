import { and, asc, eq } from 'drizzle-orm';
import type { Counts } from '#app/plan/money/benefit-types.ts';
import type { AvoidedCost, CaseRow, ItemRow } from '#app/plan/money/case-rows.ts';
import type { UnitCost, UnitKind } from '#app/plan/money/unit-cost.ts';
import { avoidedCosts, benefitCases, benefitItems, unitCosts } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

// ── unit costs ──────────────────────────────────────────────────────────────────────────────────

export async function unitCostsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<UnitCost[]> {
  const rows = await db
    .select()
    .from(unitCosts)
    .where(and(eq(unitCosts.authorityId, authorityId), eq(unitCosts.programmeId, programmeId)))
    .orderBy(asc(unitCosts.createdAt), asc(unitCosts.id));
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    kind: row.kind as UnitKind,
    planYear: row.planYear,
    costPence: row.costPence,
    costStepPence: row.costStepPence,
    costPeriod: { from: row.costFrom, to: row.costTo },
    counted: row.counted,
    countStep: row.countStep,
    countPeriod: { from: row.countFrom, to: row.countTo },
    unitPence: row.unitPence,
    unitStepPence: row.unitStepPence,
    source: row.source,
    version: row.version,
  }));
}

export async function insertUnitCost(
  tx: Writer,
  row: typeof unitCosts.$inferInsert,
): Promise<void> {
  await tx.insert(unitCosts).values(row);
}

type Change<Row> = Partial<Omit<Row, 'id' | 'authorityId' | 'programmeId' | 'version'>>;

/** Saves a unit cost if nobody changed it since `seen`; says whether it did. */
export async function updateUnitCost(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Change<typeof unitCosts.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(unitCosts)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(unitCosts.authorityId, authorityId),
        eq(unitCosts.id, id),
        eq(unitCosts.version, seen),
      ),
    )
    .returning({ id: unitCosts.id });
  return changed.length === 1;
}

export async function deleteUnitCost(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(unitCosts)
    .where(and(eq(unitCosts.authorityId, authorityId), eq(unitCosts.id, id)));
}

// ── what is avoided ─────────────────────────────────────────────────────────────────────────────

export async function avoidedCostsOf(db: Reader, authorityId: string): Promise<AvoidedCost[]> {
  const rows = await db
    .select()
    .from(avoidedCosts)
    .where(eq(avoidedCosts.authorityId, authorityId))
    .orderBy(asc(avoidedCosts.createdAt), asc(avoidedCosts.id));
  return rows.map(({ authorityId: _a, createdAt: _c, createdBy: _b, ...row }) => ({
    ...row,
    counts: row.counts as Counts,
  }));
}

export async function insertAvoidedCost(
  tx: Writer,
  row: typeof avoidedCosts.$inferInsert,
): Promise<void> {
  await tx.insert(avoidedCosts).values(row);
}

/** Saves an avoided cost if nobody changed it since `seen`; says whether it did. */
export async function updateAvoidedCost(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Change<typeof avoidedCosts.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(avoidedCosts)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(avoidedCosts.authorityId, authorityId),
        eq(avoidedCosts.id, id),
        eq(avoidedCosts.version, seen),
      ),
    )
    .returning({ id: avoidedCosts.id });
  return changed.length === 1;
}

/** How many items of cases rest on an avoided cost, over all programmes of the authority. */
export async function itemsRestingOn(
  db: Reader,
  authorityId: string,
  avoidedId: string,
): Promise<number> {
  return db.$count(
    benefitItems,
    and(eq(benefitItems.authorityId, authorityId), eq(benefitItems.avoidedId, avoidedId)),
  );
}

export async function deleteAvoidedCost(
  tx: Writer,
  authorityId: string,
  id: string,
): Promise<void> {
  await tx
    .delete(avoidedCosts)
    .where(and(eq(avoidedCosts.authorityId, authorityId), eq(avoidedCosts.id, id)));
}

// ── cases ───────────────────────────────────────────────────────────────────────────────────────

/** The cases of a programme, each with what it says is avoided. Two queries, however many there are. */
export async function casesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<(CaseRow & { items: ItemRow[] })[]> {
  const cases = await db
    .select()
    .from(benefitCases)
    .where(
      and(eq(benefitCases.authorityId, authorityId), eq(benefitCases.programmeId, programmeId)),
    )
    .orderBy(asc(benefitCases.createdAt), asc(benefitCases.id));
  if (cases.length === 0) return [];
  const items = await db
    .select()
    .from(benefitItems)
    .where(
      and(eq(benefitItems.authorityId, authorityId), eq(benefitItems.programmeId, programmeId)),
    )
    .orderBy(asc(benefitItems.createdAt), asc(benefitItems.id));
  return cases.map(
    ({ authorityId: _a, programmeId: _p, createdAt: _c, createdBy: _b, ...row }) => ({
      ...row,
      items: items
        .filter(({ caseId }) => caseId === row.id)
        .map(({ authorityId: _x, programmeId: _y, createdAt: _z, ...item }) => item),
    }),
  );
}

export async function insertCase(tx: Writer, row: typeof benefitCases.$inferInsert): Promise<void> {
  await tx.insert(benefitCases).values(row);
}

/** Saves a case if nobody changed it since `seen`; says whether it did. */
export async function updateCase(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Change<typeof benefitCases.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(benefitCases)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(benefitCases.authorityId, authorityId),
        eq(benefitCases.id, id),
        eq(benefitCases.version, seen),
      ),
    )
    .returning({ id: benefitCases.id });
  return changed.length === 1;
}

export async function deleteCase(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(benefitCases)
    .where(and(eq(benefitCases.authorityId, authorityId), eq(benefitCases.id, id)));
}

export async function insertItem(tx: Writer, row: typeof benefitItems.$inferInsert): Promise<void> {
  await tx.insert(benefitItems).values(row);
}

/** Saves an item if nobody changed it since `seen`; says whether it did. */
export async function updateItem(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Change<typeof benefitItems.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(benefitItems)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(benefitItems.authorityId, authorityId),
        eq(benefitItems.id, id),
        eq(benefitItems.version, seen),
      ),
    )
    .returning({ id: benefitItems.id });
  return changed.length === 1;
}

export async function deleteItem(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(benefitItems)
    .where(and(eq(benefitItems.authorityId, authorityId), eq(benefitItems.id, id)));
}
