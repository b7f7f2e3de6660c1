import { and, asc, desc, eq } from 'drizzle-orm';
import type { OwnItem } from '#app/plan/self-evaluation/frameworks.ts';
import type { Evaluation, Round } from '#app/plan/self-evaluation/self-evaluation.ts';
import { selfEvaluationItems, selfEvaluationRounds, selfEvaluations } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

interface In {
  authorityId: string;
  id: string;
}

/** The rounds of self-evaluation of a programme, newest first. */
export async function roundsOf(db: Reader, { authorityId, id }: In): Promise<Round[]> {
  const { id: roundId, number, name, startedOn, closedOn } = selfEvaluationRounds;
  return db
    .select({ id: roundId, number, name, startedOn, closedOn })
    .from(selfEvaluationRounds)
    .where(
      and(
        eq(selfEvaluationRounds.authorityId, authorityId),
        eq(selfEvaluationRounds.programmeId, id),
      ),
    )
    .orderBy(desc(number));
}

export async function insertRound(
  tx: Writer,
  row: typeof selfEvaluationRounds.$inferInsert,
): Promise<void> {
  await tx.insert(selfEvaluationRounds).values(row);
}

export async function closeRound(
  tx: Writer,
  authorityId: string,
  id: string,
  closedOn: string,
): Promise<void> {
  await tx
    .update(selfEvaluationRounds)
    .set({ closedOn })
    .where(and(eq(selfEvaluationRounds.authorityId, authorityId), eq(selfEvaluationRounds.id, id)));
}

/** What every round says. */
export async function evaluationsOf(db: Reader, { authorityId, id }: In): Promise<Evaluation[]> {
  const rows = await db
    .select()
    .from(selfEvaluations)
    .where(and(eq(selfEvaluations.authorityId, authorityId), eq(selfEvaluations.programmeId, id)));
  return rows.map(({ authorityId: _a, programmeId: _p, ...row }) => row);
}

export async function insertEvaluation(
  tx: Writer,
  row: typeof selfEvaluations.$inferInsert,
): Promise<void> {
  await tx.insert(selfEvaluations).values(row);
}

/** Saves an evaluation if nobody changed it since `seen`; says whether it did. */
export async function updateEvaluation(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Omit<Evaluation, 'id' | 'roundId' | 'framework' | 'itemId' | 'version'>>,
): Promise<boolean> {
  const changed = await tx
    .update(selfEvaluations)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(selfEvaluations.authorityId, authorityId),
        eq(selfEvaluations.id, id),
        eq(selfEvaluations.version, seen),
      ),
    )
    .returning({ id: selfEvaluations.id });
  return changed.length === 1;
}

/** The items that the authority wrote for a programme, and its meanings of those of the packs. */
export async function ownItemsOf(db: Reader, { authorityId, id }: In): Promise<OwnItem[]> {
  const { id: itemId, framework, title, aboutItem, means, createdAt } = selfEvaluationItems;
  return db
    .select({ id: itemId, framework, title, aboutItem, means })
    .from(selfEvaluationItems)
    .where(
      and(
        eq(selfEvaluationItems.authorityId, authorityId),
        eq(selfEvaluationItems.programmeId, id),
      ),
    )
    .orderBy(asc(createdAt), asc(itemId));
}

export async function insertOwnItem(
  tx: Writer,
  row: typeof selfEvaluationItems.$inferInsert,
): Promise<void> {
  await tx.insert(selfEvaluationItems).values(row);
}

export async function setMeans(
  tx: Writer,
  authorityId: string,
  id: string,
  means: Record<string, string>,
): Promise<void> {
  await tx
    .update(selfEvaluationItems)
    .set({ means })
    .where(and(eq(selfEvaluationItems.authorityId, authorityId), eq(selfEvaluationItems.id, id)));
}

/** Takes an own item out with what rounds said of it. */
export async function deleteOwnItem(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(selfEvaluations)
    .where(and(eq(selfEvaluations.authorityId, authorityId), eq(selfEvaluations.itemId, id)));
  await tx
    .delete(selfEvaluationItems)
    .where(and(eq(selfEvaluationItems.authorityId, authorityId), eq(selfEvaluationItems.id, id)));
}
