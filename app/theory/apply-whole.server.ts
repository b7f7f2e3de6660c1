import type { Person } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import type { Writer } from '#db/store.server.ts';
import { applyTo } from './apply-operations.server.ts';
import type { Theory } from './graph.ts';
import { OperationShape, type Operation } from './shapes.ts';

/**
 * Applies operations that belong together inside a write: all of them, or none. Nothing is stored that
 * nobody could have sent, because what cannot be sent can also not be taken back.
 *
 * @throws Conflict with what stands in the way
 */
export async function applyWhole(
  tx: Writer,
  by: Person,
  { programmeId, before }: { programmeId: string; before: Theory },
  operations: readonly Operation[],
): Promise<void> {
  for (const operation of operations) {
    const issue = OperationShape.safeParse(operation).error?.issues[0];
    if (issue !== undefined) {
      const where = issue.path.map(String).join('.');
      throw new Conflict(`Nothing was brought in: “${where}” cannot be stored. ${issue.message}`);
    }
  }
  const sent = operations.map((operation) => ({ clientOpId: newId(), operation }));
  const baseSequence = before.sequence;
  const { refused, conflicts } = await applyTo(
    tx,
    by,
    { programmeId, before },
    { baseSequence, sent },
  );
  const why = refused[0]?.message ?? conflicts[0]?.about;
  if (why !== undefined) throw new Conflict(`Nothing was brought in. ${why}.`.replace('..', '.'));
}
