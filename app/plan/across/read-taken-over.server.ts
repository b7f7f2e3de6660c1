import type { Theory } from '#app/theory/graph.ts';
import type { Programme } from '#db/people.ts';
import { fragmentsOf } from '#db/publications.ts';
import type { Reader } from '#db/store.server.ts';
import type { PlanLine } from '../plan.ts';
import { takenOverOf, type TakenOver } from './taken-over.ts';

/** What of this plan and theory was taken over from others, in one query. */
export async function readTakenOver(
  db: Reader,
  { authorityId, id }: Pick<Programme, 'authorityId' | 'id'>,
  { lines, theory }: { lines: readonly PlanLine[]; theory: Theory | null },
): Promise<TakenOver[]> {
  const rows = await fragmentsOf(db, authorityId, id);
  if (rows.length === 0) return [];
  const there = [...lines, ...(theory?.boxes ?? []), ...(theory?.pieces ?? [])];
  return takenOverOf(rows, new Set(there.map((one) => one.id)));
}

/** The same of one thing: a line, a box or a piece. */
export async function readOriginOf(
  db: Reader,
  { authorityId, id }: Pick<Programme, 'authorityId' | 'id'>,
  thing: string,
): Promise<TakenOver | null> {
  const rows = await fragmentsOf(db, authorityId, id);
  return takenOverOf(rows, new Set([thing]))[0] ?? null;
}
