import { and, asc, count, desc, eq, max, sql } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { batchEntries, entryBatches, people, responses, secondEntries } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';
import type { ResponseRow } from './survey.ts';

export type EntryBatch = typeof entryBatches.$inferSelect;
export type BatchEntry = typeof batchEntries.$inferSelect;
export type SecondEntry = typeof secondEntries.$inferSelect;

// ── batches ─────────────────────────────────────────────────────────────────────────────────────

/** The batches of a survey, latest first, with how many forms are in each. */
export async function batchesOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<{ batch: EntryBatch; entered: number }[]> {
  return db
    .select({
      batch: entryBatches,
      entered: sql<number>`count(${batchEntries.id})`.mapWith(Number),
    })
    .from(entryBatches)
    .leftJoin(
      batchEntries,
      and(
        eq(batchEntries.batchId, entryBatches.id),
        eq(batchEntries.authorityId, entryBatches.authorityId),
      ),
    )
    .where(and(eq(entryBatches.authorityId, authorityId), eq(entryBatches.surveyId, surveyId)))
    .groupBy(entryBatches.id)
    .orderBy(desc(entryBatches.receivedOn), desc(entryBatches.id));
}

export async function batchById(
  db: Reader,
  authorityId: string,
  surveyId: string,
  id: string,
): Promise<EntryBatch | undefined> {
  const rows = await db
    .select()
    .from(entryBatches)
    .where(
      and(
        eq(entryBatches.authorityId, authorityId),
        eq(entryBatches.surveyId, surveyId),
        eq(entryBatches.id, id),
      ),
    );
  return firstOf(rows);
}

export async function insertBatch(tx: Writer, row: EntryBatch): Promise<void> {
  await tx.insert(entryBatches).values(row);
}

/** Saves a batch if nobody changed it since `seen`; says whether it did. */
export async function updateBatch(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<
    Pick<
      EntryBatch,
      'place' | 'receivedOn' | 'expected' | 'sampleShare' | 'sampleSeed' | 'status' | 'closedAt'
    >
  >,
): Promise<boolean> {
  const changed = await tx
    .update(entryBatches)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(entryBatches.authorityId, authorityId),
        eq(entryBatches.id, id),
        eq(entryBatches.version, seen),
      ),
    )
    .returning({ id: entryBatches.id });
  return changed.length === 1;
}

export async function deleteBatch(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(entryBatches)
    .where(and(eq(entryBatches.authorityId, authorityId), eq(entryBatches.id, id)));
}

// ── forms ───────────────────────────────────────────────────────────────────────────────────────

/** A form of a batch with its reference and who entered it; its answers are read one by one. */
export interface ListedEntry extends BatchEntry {
  reference: string;
  /** Empty when the person is not here any more. */
  by: string;
  second: { by: string; settledAt: Date | null } | null;
}

/** The forms of a batch by number. */
export async function entriesOf(
  db: Reader,
  authorityId: string,
  batchId: string,
): Promise<ListedEntry[]> {
  const rows = await db
    .select({
      entry: batchEntries,
      reference: responses.reference,
      by: people.name,
      second: secondEntries.enteredBy,
      settledAt: secondEntries.settledAt,
    })
    .from(batchEntries)
    .innerJoin(
      responses,
      and(
        eq(responses.id, batchEntries.responseId),
        eq(responses.authorityId, batchEntries.authorityId),
      ),
    )
    .leftJoin(
      people,
      and(eq(people.id, batchEntries.enteredBy), eq(people.authorityId, batchEntries.authorityId)),
    )
    .leftJoin(
      secondEntries,
      and(
        eq(secondEntries.entryId, batchEntries.id),
        eq(secondEntries.authorityId, batchEntries.authorityId),
      ),
    )
    .where(and(eq(batchEntries.authorityId, authorityId), eq(batchEntries.batchId, batchId)))
    .orderBy(asc(batchEntries.number));
  return rows.map(({ entry, reference, by, second, settledAt }) => ({
    ...entry,
    reference,
    by: by ?? '',
    second: second === null ? null : { by: second, settledAt },
  }));
}

/** One form of a batch with what is stored of it. */
export async function entryById(
  db: Reader,
  authorityId: string,
  batchId: string,
  id: string,
): Promise<{ entry: BatchEntry; response: ResponseRow } | undefined> {
  const rows = await db
    .select({ entry: batchEntries, response: responses })
    .from(batchEntries)
    .innerJoin(
      responses,
      and(
        eq(responses.id, batchEntries.responseId),
        eq(responses.authorityId, batchEntries.authorityId),
      ),
    )
    .where(
      and(
        eq(batchEntries.authorityId, authorityId),
        eq(batchEntries.batchId, batchId),
        eq(batchEntries.id, id),
      ),
    );
  return firstOf(rows);
}

/** How many forms are in a batch, and the highest number among them (0 for none). */
export async function numbersIn(
  db: Reader,
  authorityId: string,
  batchId: string,
): Promise<{ entered: number; highest: number }> {
  const rows = await db
    .select({ entered: count(), highest: max(batchEntries.number) })
    .from(batchEntries)
    .where(and(eq(batchEntries.authorityId, authorityId), eq(batchEntries.batchId, batchId)));
  const [row] = rows;
  return { entered: Number(row?.entered ?? 0), highest: Number(row?.highest ?? 0) };
}

/** The form that has this number in a batch, if one has. */
export async function entryWithNumber(
  db: Reader,
  authorityId: string,
  batchId: string,
  number: number,
): Promise<BatchEntry | undefined> {
  const rows = await db
    .select()
    .from(batchEntries)
    .where(
      and(
        eq(batchEntries.authorityId, authorityId),
        eq(batchEntries.batchId, batchId),
        eq(batchEntries.number, number),
      ),
    );
  return firstOf(rows);
}

export async function insertEntry(tx: Writer, row: BatchEntry): Promise<void> {
  await tx.insert(batchEntries).values(row);
}

/** Puts a form into the sample, or takes it out of it. */
export async function markSampled(
  tx: Writer,
  authorityId: string,
  id: string,
  sampled: boolean,
): Promise<void> {
  await tx
    .update(batchEntries)
    .set({ sampled })
    .where(and(eq(batchEntries.authorityId, authorityId), eq(batchEntries.id, id)));
}

/** Puts other answers in place of those of a form. Throws where they are gone: nobody may be told that it was done. */
export async function replaceAnswers(
  tx: Writer,
  authorityId: string,
  responseId: string,
  answers: Record<string, unknown>,
): Promise<void> {
  const replaced = await tx
    .update(responses)
    .set({ answers, ownWords: null })
    .where(and(eq(responses.authorityId, authorityId), eq(responses.id, responseId)))
    .returning({ id: responses.id });
  if (replaced.length !== 1) throw new Error('The answers that were to be replaced are gone.');
}

// ── the second reading ──────────────────────────────────────────────────────────────────────────

export async function secondEntryOf(
  db: Reader,
  authorityId: string,
  entryId: string,
): Promise<SecondEntry | undefined> {
  const rows = await db
    .select()
    .from(secondEntries)
    .where(and(eq(secondEntries.authorityId, authorityId), eq(secondEntries.entryId, entryId)));
  return firstOf(rows);
}

/** Every second reading in a batch, with the number of its form. */
export async function secondEntriesOf(
  db: Reader,
  authorityId: string,
  batchId: string,
): Promise<(SecondEntry & { number: number })[]> {
  const rows = await db
    .select({ second: secondEntries, number: batchEntries.number })
    .from(secondEntries)
    .innerJoin(
      batchEntries,
      and(
        eq(batchEntries.id, secondEntries.entryId),
        eq(batchEntries.authorityId, secondEntries.authorityId),
      ),
    )
    .where(and(eq(secondEntries.authorityId, authorityId), eq(secondEntries.batchId, batchId)))
    .orderBy(asc(batchEntries.number));
  return rows.map(({ second, number }) => ({ ...second, number }));
}

/** Adds a second reading; false when somebody read this form a second time before. */
export async function insertSecondEntry(tx: Writer, row: SecondEntry): Promise<boolean> {
  const added = await tx
    .insert(secondEntries)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: secondEntries.id });
  return added.length === 1;
}

export async function settleSecondEntry(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Pick<SecondEntry, 'settled' | 'settledBy' | 'settledAt'>,
): Promise<void> {
  await tx
    .update(secondEntries)
    .set(change)
    .where(and(eq(secondEntries.authorityId, authorityId), eq(secondEntries.id, id)));
}
