import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { LOOKED_AT, hiddenWordsOf, type HiddenWords } from './hidden-words.ts';
import { firstOf } from './people.ts';
import {
  codingReadings,
  excerpts,
  quotes,
  redactions,
  secondItems,
  secondSamples,
  themeChanges,
} from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type Reading = typeof codingReadings.$inferSelect;
export type Redaction = typeof redactions.$inferSelect;
export type Quote = typeof quotes.$inferSelect;
export type SecondSample = typeof secondSamples.$inferSelect;
export type SecondItem = typeof secondItems.$inferSelect;
export type ThemeChange = typeof themeChanges.$inferSelect;

/** Where words stand: the kind and id of what they were written in, and the question. */
interface Source {
  kind: string;
  id: string;
  question: string;
}

// ── what was read ───────────────────────────────────────────────────────────────────────────────

/** The words of a programme that somebody has read to find their themes. */
export async function readingsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Reading[]> {
  return db
    .select()
    .from(codingReadings)
    .where(
      and(eq(codingReadings.authorityId, authorityId), eq(codingReadings.programmeId, programmeId)),
    );
}

/** Notes that words were read; read again, the last reading counts. */
export async function noteReadings(tx: Writer, rows: readonly Reading[]): Promise<void> {
  for (const row of rows) {
    const { readAt, readBy, digest } = row;
    await tx
      .insert(codingReadings)
      .values(row)
      .onConflictDoUpdate({
        target: [
          codingReadings.authorityId,
          codingReadings.programmeId,
          codingReadings.sourceKind,
          codingReadings.sourceId,
          codingReadings.question,
        ],
        set: { readAt, readBy, digest },
      });
  }
}

// ── codings ─────────────────────────────────────────────────────────────────────────────────────

export type CodingRow = Omit<typeof excerpts.$inferSelect, 'words'>;

/** Every coding under these themes, without the words. */
export async function codingsUnder(
  db: Reader,
  authorityId: string,
  themeIds: readonly string[],
): Promise<CodingRow[]> {
  if (themeIds.length === 0) return [];
  const { words: _, ...columns } = excerptColumns;
  return db
    .select(columns)
    .from(excerpts)
    .where(and(eq(excerpts.authorityId, authorityId), inArray(excerpts.themeId, [...themeIds])))
    .orderBy(asc(excerpts.addedAt), asc(excerpts.id));
}

const excerptColumns = {
  id: excerpts.id,
  authorityId: excerpts.authorityId,
  themeId: excerpts.themeId,
  sourceKind: excerpts.sourceKind,
  sourceId: excerpts.sourceId,
  question: excerpts.question,
  words: excerpts.words,
  digest: excerpts.digest,
  addedAt: excerpts.addedAt,
  addedBy: excerpts.addedBy,
};

/** Takes the codings of one piece of words under these themes away. */
export async function deleteCodings(
  tx: Writer,
  authorityId: string,
  source: Source,
  themeIds: readonly string[],
): Promise<void> {
  if (themeIds.length === 0) return;
  await tx
    .delete(excerpts)
    .where(
      and(
        eq(excerpts.authorityId, authorityId),
        eq(excerpts.sourceKind, source.kind),
        eq(excerpts.sourceId, source.id),
        eq(excerpts.question, source.question),
        inArray(excerpts.themeId, [...themeIds]),
      ),
    );
}

/** Puts codings under another theme; they must not stand there already. */
export async function moveCodings(
  tx: Writer,
  authorityId: string,
  ids: readonly string[],
  themeId: string,
): Promise<void> {
  await inChunks(ids, (chunk) =>
    tx
      .update(excerpts)
      .set({ themeId })
      .where(and(eq(excerpts.authorityId, authorityId), inArray(excerpts.id, chunk))),
  );
}

/**
 * Gives the kept words of a source other words, under whatever theme they stand; whoever read the
 * others has read these.
 */
export async function rewordCodings(
  tx: Writer,
  authorityId: string,
  source: Source,
  words: string,
  digest: string,
): Promise<void> {
  await tx
    .update(excerpts)
    .set({ words, digest })
    .where(
      and(
        eq(excerpts.authorityId, authorityId),
        eq(excerpts.sourceKind, source.kind),
        eq(excerpts.sourceId, source.id),
        eq(excerpts.question, source.question),
      ),
    );
  await tx
    .update(codingReadings)
    .set({ digest })
    .where(
      and(
        eq(codingReadings.authorityId, authorityId),
        eq(codingReadings.sourceKind, source.kind),
        eq(codingReadings.sourceId, source.id),
        eq(codingReadings.question, source.question),
      ),
    );
}

/** Takes the words of a source out of what themes hold, while somebody looks at them. */
export async function hideCodings(tx: Writer, authorityId: string, source: Source): Promise<void> {
  await tx
    .update(excerpts)
    .set({ words: LOOKED_AT })
    .where(
      and(
        eq(excerpts.authorityId, authorityId),
        eq(excerpts.sourceKind, source.kind),
        eq(excerpts.sourceId, source.id),
        eq(excerpts.question, source.question),
      ),
    );
}

// ── redaction ───────────────────────────────────────────────────────────────────────────────────

/**
 * What everybody reads in place of what was written: redactions first, then what is hidden while
 * somebody looks at it or because moderation took it out. A later row of the same words counts.
 */
export async function redactionsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<(HiddenWords & { hidden: boolean })[]> {
  const rows = await db
    .select()
    .from(redactions)
    .where(and(eq(redactions.authorityId, authorityId), eq(redactions.programmeId, programmeId)))
    .orderBy(desc(redactions.at));
  const hidden = await hiddenWordsOf(db, authorityId, programmeId);
  return [
    ...rows.map(({ sourceKind, sourceId, question, words, reason, at }) => ({
      sourceKind,
      sourceId,
      question,
      words,
      reason,
      at,
      hidden: false,
    })),
    ...hidden.map((one) => ({ ...one, hidden: true })),
  ];
}

/** Puts other words in the place of what somebody wrote; a later redaction replaces an earlier one. */
export async function keepRedaction(tx: Writer, row: Redaction): Promise<void> {
  const { words, digest, reason, at, by } = row;
  await tx
    .insert(redactions)
    .values(row)
    .onConflictDoUpdate({
      target: [
        redactions.authorityId,
        redactions.programmeId,
        redactions.sourceKind,
        redactions.sourceId,
        redactions.question,
      ],
      set: { words, digest, reason, at, by },
    });
}

export async function deleteRedaction(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  source: Source,
): Promise<boolean> {
  const gone = await tx
    .delete(redactions)
    .where(
      and(
        eq(redactions.authorityId, authorityId),
        eq(redactions.programmeId, programmeId),
        eq(redactions.sourceKind, source.kind),
        eq(redactions.sourceId, source.id),
        eq(redactions.question, source.question),
      ),
    )
    .returning({ id: redactions.id });
  return gone.length === 1;
}

// ── quotes ──────────────────────────────────────────────────────────────────────────────────────

export async function quotesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Quote[]> {
  return db
    .select()
    .from(quotes)
    .where(and(eq(quotes.authorityId, authorityId), eq(quotes.programmeId, programmeId)))
    .orderBy(asc(quotes.chosenAt), asc(quotes.id));
}

export async function insertQuote(tx: Writer, row: Quote): Promise<void> {
  await tx.insert(quotes).values(row);
}

export async function deleteQuote(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<boolean> {
  const gone = await tx
    .delete(quotes)
    .where(
      and(
        eq(quotes.authorityId, authorityId),
        eq(quotes.programmeId, programmeId),
        eq(quotes.id, id),
      ),
    )
    .returning({ id: quotes.id });
  return gone.length === 1;
}

// ── the second coder ────────────────────────────────────────────────────────────────────────────

/** The samples of a programme, latest first. */
export async function samplesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<SecondSample[]> {
  return db
    .select()
    .from(secondSamples)
    .where(
      and(eq(secondSamples.authorityId, authorityId), eq(secondSamples.programmeId, programmeId)),
    )
    .orderBy(desc(secondSamples.startedAt), desc(secondSamples.id));
}

export async function sampleById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<SecondSample | undefined> {
  const rows = await db
    .select()
    .from(secondSamples)
    .where(
      and(
        eq(secondSamples.authorityId, authorityId),
        eq(secondSamples.programmeId, programmeId),
        eq(secondSamples.id, id),
      ),
    );
  return firstOf(rows);
}

export async function itemsOf(
  db: Reader,
  authorityId: string,
  sampleIds: readonly string[],
): Promise<SecondItem[]> {
  if (sampleIds.length === 0) return [];
  return db
    .select()
    .from(secondItems)
    .where(
      and(eq(secondItems.authorityId, authorityId), inArray(secondItems.sampleId, [...sampleIds])),
    )
    .orderBy(asc(secondItems.position));
}

export async function insertSample(
  tx: Writer,
  sample: SecondSample,
  items: readonly SecondItem[],
): Promise<void> {
  await tx.insert(secondSamples).values(sample);
  await inChunks(items, (chunk) => tx.insert(secondItems).values(chunk));
}

export async function updateSample(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Pick<SecondSample, 'finishedAt'>,
): Promise<void> {
  await tx
    .update(secondSamples)
    .set(change)
    .where(and(eq(secondSamples.authorityId, authorityId), eq(secondSamples.id, id)));
}

export async function updateItem(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Pick<SecondItem, 'secondThemes' | 'agreedThemes' | 'agreedAt' | 'agreedBy'>>,
): Promise<void> {
  await tx
    .update(secondItems)
    .set(change)
    .where(and(eq(secondItems.authorityId, authorityId), eq(secondItems.id, id)));
}

// ── what was done to the tree ───────────────────────────────────────────────────────────────────

export async function insertThemeChange(tx: Writer, row: ThemeChange): Promise<void> {
  await tx.insert(themeChanges).values(row);
}

/** What was done to the tree of a programme, latest first. */
export async function themeChangesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  which: 'all' | 'standing' = 'all',
): Promise<ThemeChange[]> {
  return db
    .select()
    .from(themeChanges)
    .where(
      and(
        eq(themeChanges.authorityId, authorityId),
        eq(themeChanges.programmeId, programmeId),
        which === 'standing' ? isNull(themeChanges.undoneAt) : undefined,
      ),
    )
    .orderBy(desc(themeChanges.at), desc(themeChanges.id))
    .limit(200);
}

export async function markUndone(
  tx: Writer,
  authorityId: string,
  id: string,
  undoneAt: Date,
): Promise<void> {
  await tx
    .update(themeChanges)
    .set({ undoneAt })
    .where(and(eq(themeChanges.authorityId, authorityId), eq(themeChanges.id, id)));
}

// ── forgetting ──────────────────────────────────────────────────────────────────────────────────

/**
 * Forgets every copy of somebody's words and what was made of them. What was counted from them stays:
 * the frozen figures of evidence name nobody.
 */
export async function forgetWords(
  tx: Writer,
  authorityId: string,
  kind: string,
  ids: readonly string[],
): Promise<void> {
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    for (const table of [excerpts, codingReadings, redactions, quotes, secondItems]) {
      await tx
        .delete(table)
        .where(
          and(
            eq(table.authorityId, authorityId),
            eq(table.sourceKind, kind),
            inArray(table.sourceId, some),
          ),
        );
    }
  }
}
