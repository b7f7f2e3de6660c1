import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Operation } from '#app/theory/operations.ts';
import { theoryOperations } from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** A history longer than this is not read for the names in it: the thread has to be quick. */
const LONGEST_HISTORY = 3_000;

interface Drawn {
  id: string;
  theoryId: string;
  drawnBy: string | null;
  drawnAt: Date | null;
}

/**
 * Who drew each link or added each piece, and when. Rows older than the columns do not say; for them
 * the history of their theory is read, where it is short.
 */
export async function whoDrew(
  db: Reader,
  authorityId: string,
  ours: readonly { id: string; sequence: number }[],
  rows: readonly Drawn[],
): Promise<Map<string, { byId: string; at: Date }>> {
  const drawn = new Map<string, { byId: string; at: Date }>();
  for (const { id, drawnBy, drawnAt } of rows) {
    if (drawnBy !== null && drawnAt !== null) drawn.set(id, { byId: drawnBy, at: drawnAt });
  }
  const silent = new Set(rows.filter(({ id }) => !drawn.has(id)).map(({ theoryId }) => theoryId));
  const short = ours.filter(({ id, sequence }) => silent.has(id) && sequence <= LONGEST_HISTORY);
  if (short.length === 0) return drawn;
  return new Map([...(await drawnByHistory(db, authorityId, short)), ...drawn]);
}

async function drawnByHistory(db: Reader, authorityId: string, of: readonly { id: string }[]) {
  const rows = await db
    .select({
      operation: theoryOperations.operation,
      byId: theoryOperations.personId,
      at: theoryOperations.at,
    })
    .from(theoryOperations)
    .where(
      and(
        eq(theoryOperations.authorityId, authorityId),
        inArray(
          theoryOperations.theoryId,
          of.map((theory) => theory.id),
        ),
      ),
    )
    .orderBy(asc(theoryOperations.sequence));
  const drawn = new Map<string, { byId: string; at: Date }>();
  for (const { operation, byId, at } of rows) {
    const step = operation as Operation;
    if (step.kind === 'addLink') drawn.set(step.link.id, { byId, at });
    if (step.kind === 'addPiece') drawn.set(step.piece.id, { byId, at });
  }
  return drawn;
}
