import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { forgetFlagged } from './forget-flagged.ts';
import { LOOKED_AT } from './hidden-words.ts';
import {
  codingReadings,
  excerpts,
  quotes,
  redactions,
  secondItems,
  themeChanges,
} from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type Reading = typeof codingReadings.$inferSelect;
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
    await forgetFlagged(tx, authorityId, kind, some);
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
