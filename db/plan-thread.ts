import { and, eq } from 'drizzle-orm';
import type { LineReason } from '#app/plan/thread/gaps.ts';
import { newId } from './ids.ts';
import { lineReasons, people } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** Why lines of a plan are kept although no need stands behind them. */
export async function lineReasonsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<LineReason[]> {
  const rows = await db
    .select({
      lineId: lineReasons.lineId,
      because: lineReasons.because,
      by: people.name,
      at: lineReasons.at,
    })
    .from(lineReasons)
    .leftJoin(
      people,
      and(eq(people.authorityId, lineReasons.authorityId), eq(people.id, lineReasons.saidBy)),
    )
    .where(and(eq(lineReasons.authorityId, authorityId), eq(lineReasons.programmeId, programmeId)));
  return rows.map((row) => ({ ...row, by: row.by ?? '' }));
}

/** Keeps a reason in place of an earlier one. */
export async function saveLineReason(
  tx: Writer,
  row: {
    authorityId: string;
    programmeId: string;
    lineId: string;
    because: string;
    saidBy: string;
    at: Date;
  },
): Promise<void> {
  const { because, saidBy, at } = row;
  await tx
    .insert(lineReasons)
    .values({ id: newId(at), ...row })
    .onConflictDoUpdate({
      target: [lineReasons.authorityId, lineReasons.lineId],
      set: { because, saidBy, at },
    });
}

/** Takes a reason back; says whether there was one. */
export async function deleteLineReason(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  lineId: string,
): Promise<boolean> {
  const gone = await tx
    .delete(lineReasons)
    .where(
      and(
        eq(lineReasons.authorityId, authorityId),
        eq(lineReasons.programmeId, programmeId),
        eq(lineReasons.lineId, lineId),
      ),
    )
    .returning({ id: lineReasons.id });
  return gone.length > 0;
}
