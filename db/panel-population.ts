import { and, eq } from 'drizzle-orm';
import { panelPopulation } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type PopulationRow = typeof panelPopulation.$inferSelect;

/** What was entered for the panel of a programme, by way of looking at it. */
export async function populationsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PopulationRow[]> {
  return db
    .select()
    .from(panelPopulation)
    .where(
      and(
        eq(panelPopulation.authorityId, authorityId),
        eq(panelPopulation.programmeId, programmeId),
      ),
    );
}

/** Keeps figures if nobody changed them since `seen` (0: there were none); says whether. */
export async function savePopulation(
  tx: Writer,
  row: PopulationRow,
  seen: number,
): Promise<boolean> {
  if (seen === 0) {
    const made = await tx
      .insert(panelPopulation)
      .values({ ...row, version: 1 })
      .onConflictDoNothing()
      .returning({ id: panelPopulation.id });
    return made.length === 1;
  }
  const { groups, source, asAt } = row;
  const changed = await tx
    .update(panelPopulation)
    .set({ groups, source, asAt, version: seen + 1 })
    .where(
      and(
        eq(panelPopulation.authorityId, row.authorityId),
        eq(panelPopulation.programmeId, row.programmeId),
        eq(panelPopulation.way, row.way),
        eq(panelPopulation.version, seen),
      ),
    )
    .returning({ id: panelPopulation.id });
  return changed.length === 1;
}

export async function deletePopulation(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  way: string,
): Promise<void> {
  await tx
    .delete(panelPopulation)
    .where(
      and(
        eq(panelPopulation.authorityId, authorityId),
        eq(panelPopulation.programmeId, programmeId),
        eq(panelPopulation.way, way),
      ),
    );
}
