import { and, desc, eq, gt } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { theories, theoryBoxes, theoryOperations } from './schema/index.ts';
import type { Reader } from './store.server.ts';

/**
 * The boxes of a programme's theory that were added or reworded since a moment, by what they say now,
 * latest change first; undefined where there is no theory yet.
 */
export async function changedBoxes(
  db: Reader,
  authorityId: string,
  programmeId: string,
  since: Date,
): Promise<{ id: string; labels: string[] } | undefined> {
  const found = await db
    .select({ id: theories.id })
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.programmeId, programmeId)));
  const theory = firstOf(found);
  if (!theory) return undefined;
  const operations = await db
    .select({ operation: theoryOperations.operation })
    .from(theoryOperations)
    .where(
      and(
        eq(theoryOperations.authorityId, authorityId),
        eq(theoryOperations.theoryId, theory.id),
        gt(theoryOperations.at, since),
      ),
    )
    .orderBy(desc(theoryOperations.sequence))
    .limit(200);
  const touched = new Set(operations.flatMap(({ operation }) => boxIn(operation)));
  if (touched.size === 0) return { id: theory.id, labels: [] };
  const boxes = await db
    .select({ id: theoryBoxes.id, label: theoryBoxes.label })
    .from(theoryBoxes)
    .where(and(eq(theoryBoxes.authorityId, authorityId), eq(theoryBoxes.theoryId, theory.id)));
  const labels = new Map(boxes.map(({ id, label }) => [id, label]));
  return { id: theory.id, labels: [...touched].flatMap((id) => labels.get(id) ?? []) };
}

/** The box that an operation adds or rewords; moving one changes nothing that is read. */
function boxIn(operation: unknown): string[] {
  const { kind, id, box } = (operation ?? {}) as {
    kind?: string;
    id?: string;
    box?: { id?: string };
  };
  if (kind === 'addBox') return box?.id === undefined ? [] : [box.id];
  return kind === 'editBox' && id !== undefined ? [id] : [];
}

/** How far the history of a theory goes, and the programme that it belongs to. */
export async function sequenceOf(
  db: Reader,
  authorityId: string,
  theoryId: string,
): Promise<{ programmeId: string; sequence: number } | undefined> {
  const rows = await db
    .select({ programmeId: theories.programmeId, sequence: theories.sequence })
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.id, theoryId)));
  return firstOf(rows);
}
