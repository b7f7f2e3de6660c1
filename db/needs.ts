import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { evidence, needs, threadLinks } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type Evidence = typeof evidence.$inferSelect;
export type Need = typeof needs.$inferSelect;

// ── evidence ────────────────────────────────────────────────────────────────────────────────────

/** All evidence of a programme, newest first. */
export async function evidenceOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Evidence[]> {
  return db
    .select()
    .from(evidence)
    .where(and(eq(evidence.authorityId, authorityId), eq(evidence.programmeId, programmeId)))
    .orderBy(desc(evidence.takenAt), desc(evidence.id));
}

/** The pieces of evidence with these ids that belong to the programme, oldest first. */
export async function evidenceByIds(
  db: Reader,
  authorityId: string,
  programmeId: string,
  ids: readonly string[],
): Promise<Evidence[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.authorityId, authorityId),
        eq(evidence.programmeId, programmeId),
        inArray(evidence.id, [...ids]),
      ),
    )
    .orderBy(asc(evidence.takenAt), asc(evidence.id));
}

/** The evidence that was frozen with the same digest before, if it was. */
export async function evidenceWithDigest(
  db: Reader,
  authorityId: string,
  programmeId: string,
  digest: string,
): Promise<Evidence | undefined> {
  const rows = await db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.authorityId, authorityId),
        eq(evidence.programmeId, programmeId),
        eq(evidence.digest, digest),
      ),
    )
    .limit(1);
  return firstOf(rows);
}

export async function insertEvidence(tx: Writer, row: Evidence): Promise<void> {
  await tx.insert(evidence).values(row);
}

// ── the register of needs ───────────────────────────────────────────────────────────────────────

/** The needs of a programme, in the order in which they were added. */
export async function needsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Need[]> {
  return db
    .select()
    .from(needs)
    .where(and(eq(needs.authorityId, authorityId), eq(needs.programmeId, programmeId)))
    .orderBy(asc(needs.createdAt), asc(needs.id));
}

export async function needById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Need | undefined> {
  const rows = await db
    .select()
    .from(needs)
    .where(
      and(eq(needs.authorityId, authorityId), eq(needs.programmeId, programmeId), eq(needs.id, id)),
    );
  return firstOf(rows);
}

export async function insertNeed(tx: Writer, row: Need): Promise<void> {
  await tx.insert(needs).values(row);
}

/** Saves a need if nobody changed it since `seen`; says whether it did. */
export async function updateNeed(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Omit<Need, 'id' | 'authorityId' | 'programmeId' | 'version'>>,
): Promise<boolean> {
  const changed = await tx
    .update(needs)
    .set({ ...change, version: seen + 1 })
    .where(and(eq(needs.authorityId, authorityId), eq(needs.id, id), eq(needs.version, seen)))
    .returning({ id: needs.id });
  return changed.length === 1;
}

export async function deleteNeed(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx.delete(needs).where(and(eq(needs.authorityId, authorityId), eq(needs.id, id)));
}

/** The sentences behind each need of a programme, in the order in which they were tied. */
export async function evidenceBehindNeeds(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ needId: string; sentence: string }[]> {
  return db
    .select({ needId: threadLinks.toId, sentence: evidence.sentence })
    .from(threadLinks)
    .innerJoin(
      evidence,
      and(eq(evidence.authorityId, threadLinks.authorityId), eq(evidence.id, threadLinks.fromId)),
    )
    .where(
      and(
        eq(threadLinks.authorityId, authorityId),
        eq(threadLinks.programmeId, programmeId),
        eq(threadLinks.fromKind, 'evidence'),
        eq(threadLinks.toKind, 'need'),
        eq(threadLinks.against, false),
        eq(evidence.authorityId, authorityId),
      ),
    )
    .orderBy(asc(threadLinks.tiedAt), asc(threadLinks.id));
}
