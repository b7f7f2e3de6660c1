import { and, asc, desc, eq } from 'drizzle-orm';
import { hiddenWordsOf, type HiddenWords } from './hidden-words.ts';
import { quotes, redactions } from './schema/index.ts';
import { type Reader, type Writer } from './store.server.ts';

// What is read in place of somebody's words, and which words may be quoted.

export type Redaction = typeof redactions.$inferSelect;
export type Quote = typeof quotes.$inferSelect;

/** Where words stand: the kind and id of what they were written in, and the question. */
interface Source {
  kind: string;
  id: string;
  question: string;
}

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
    .orderBy(desc(redactions.at), desc(redactions.id));
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
