import { and, asc, eq, inArray } from 'drizzle-orm';
import type { KeptValue, Value } from '#app/theory/measures/values.ts';
import { newId } from './ids.ts';
import { readOnceBy } from './read-once.server.ts';
import { ready } from './ready.ts';
import { measureValues } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

/** The figures of the measures of a theory, those that were replaced among them, oldest first. */
export function valuesOfTheory(
  db: Reader,
  authorityId: string,
  theoryId: string,
): Promise<readonly KeptValue[]> {
  // The thread, the checks and the plan of one page all show them.
  return readOnceBy(db, ['values of a theory', authorityId, theoryId], async () =>
    (await valueRows(db, { authorityId, theoryId })).map(asValue),
  );
}

const valueRows = ready((db: Reader, of: { authorityId: string; theoryId: string }) =>
  db
    .select()
    .from(measureValues)
    .where(
      and(eq(measureValues.authorityId, of.authorityId), eq(measureValues.theoryId, of.theoryId)),
    )
    .orderBy(asc(measureValues.periodEnd), asc(measureValues.at), asc(measureValues.id)),
);

function asValue(row: typeof measureValues.$inferSelect): KeptValue {
  const { id, measureId, value, numerator, denominator, breakdown, note, personName, at } = row;
  const { replacedBy, withdrawn } = row;
  const period = { start: row.periodStart, end: row.periodEnd };
  const figure = { value, numerator, denominator, breakdown, group: row.groupName, note };
  return { id, measureId, ...period, ...figure, personName, at, replacedBy, withdrawn };
}

/** A figure on its way into the store. */
export interface NewValue extends Value {
  measureId: string;
  /** The rows whose place it takes; none for a period and group that had none. */
  replaces: readonly string[];
  withdrawn: boolean;
}

/** Whose figures these are, and who gives them. */
export interface Giving {
  authorityId: string;
  programmeId: string;
  theoryId: string;
  personName: string;
  at: Date;
}

/**
 * Adds figures, and says of those whose place they take which row that is now. The table allows one
 * standing row a period and group: a second one at the same time is a unique violation.
 */
export async function addValues(
  tx: Writer,
  giving: Giving,
  values: readonly NewValue[],
): Promise<void> {
  const { personName, at, ...belongs } = giving;
  const rows = values.map((value) => ({ ...value, id: newId(at) }));
  for (const { id, replaces } of rows) {
    if (replaces.length === 0) continue;
    await tx
      .update(measureValues)
      .set({ replacedBy: id })
      .where(
        and(
          eq(measureValues.authorityId, giving.authorityId),
          eq(measureValues.theoryId, giving.theoryId),
          inArray(measureValues.id, [...replaces]),
        ),
      );
  }
  await inChunks(rows, (chunk) =>
    tx.insert(measureValues).values(
      chunk.map(({ id, measureId, start, end, group, replaces: _, ...value }) => ({
        ...belongs,
        ...value,
        id,
        measureId,
        periodStart: start,
        periodEnd: end,
        groupName: group,
        personName,
        at,
        replacedBy: '',
      })),
    ),
  );
}
