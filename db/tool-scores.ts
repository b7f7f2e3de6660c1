import { and, asc, desc, eq } from 'drizzle-orm';
import type { ToolScores } from '#app/plan/outcomes/change/scores.ts';
import type { Place } from './outcomes.ts';
import { firstOf } from './people.ts';
import { toolScores } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** Scores before and after, newest period first. */
export async function toolScoresOf(
  db: Reader,
  { authorityId, programmeId }: Place,
): Promise<ToolScores[]> {
  const rows = await db
    .select()
    .from(toolScores)
    .where(and(eq(toolScores.authorityId, authorityId), eq(toolScores.programmeId, programmeId)))
    .orderBy(desc(toolScores.periodEnd), asc(toolScores.toolId), asc(toolScores.id));
  return rows.map((row) => {
    const { authorityId: _, programmeId: __, periodStart, periodEnd, came, ...rest } = row;
    return { ...rest, start: periodStart, end: periodEnd, came: came === 'pairs' ? came : 'typed' };
  });
}

const scoreColumns = ({ start, end, ...rest }: ToolScores) => ({
  ...rest,
  periodStart: start,
  periodEnd: end,
});

export async function insertToolScores(
  tx: Writer,
  place: Place,
  scores: ToolScores,
): Promise<void> {
  await tx.insert(toolScores).values({ ...place, ...scoreColumns(scores) });
}

/** Changes scores that nobody changed meanwhile; false where somebody did. */
export async function updateToolScores(
  tx: Writer,
  { authorityId }: Pick<Place, 'authorityId'>,
  scores: ToolScores,
): Promise<boolean> {
  const { id, version, ...change } = scoreColumns(scores);
  const changed = await tx
    .update(toolScores)
    .set({ ...change, version: version + 1 })
    .where(
      and(
        eq(toolScores.authorityId, authorityId),
        eq(toolScores.id, id),
        eq(toolScores.version, version),
      ),
    )
    .returning({ id: toolScores.id });
  return firstOf(changed) !== undefined;
}

export async function deleteToolScores(
  tx: Writer,
  { authorityId }: Pick<Place, 'authorityId'>,
  id: string,
): Promise<void> {
  await tx
    .delete(toolScores)
    .where(and(eq(toolScores.authorityId, authorityId), eq(toolScores.id, id)));
}
