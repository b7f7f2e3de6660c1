import { and, desc, eq, max } from 'drizzle-orm';
import type { KeptSection } from '#app/documents/arrange.ts';
import { firstOf } from './people.ts';
import { documentSections, documentVersions } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

// How an authority arranges its documents, and the versions of them that it keeps.

export type SectionRow = typeof documentSections.$inferSelect;
export type DocumentVersionRow = typeof documentVersions.$inferSelect;

/** A version without the document itself, for lists. */
export type DocumentVersionHead = Omit<DocumentVersionRow, 'model'>;

interface In {
  authorityId: string;
  programmeId: string;
}

const sectionsIn = ({ authorityId, programmeId }: In) =>
  and(eq(documentSections.authorityId, authorityId), eq(documentSections.programmeId, programmeId));

/** What is kept of the sections of all documents of a programme, by document. */
export async function arrangementsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Record<string, KeptSection[]>> {
  const rows = await db
    .select()
    .from(documentSections)
    .where(sectionsIn({ authorityId, programmeId }));
  const found: Record<string, KeptSection[]> = {};
  for (const row of rows) (found[row.document] ??= []).push(keptOf(row));
  return found;
}

/** What is kept of the sections of one document. */
export async function arrangementOf(
  db: Reader,
  where: In,
  document: string,
): Promise<(KeptSection & { changedBy: string; changedAt: Date })[]> {
  const rows = await db
    .select()
    .from(documentSections)
    .where(and(sectionsIn(where), eq(documentSections.document, document)));
  return rows.map((row) => ({
    ...keptOf(row),
    changedBy: row.changedBy,
    changedAt: row.changedAt,
  }));
}

const keptOf = (row: SectionRow): KeptSection => ({
  section: row.section,
  position: row.position,
  hidden: row.hidden,
  title: row.title,
  before: row.before,
  after: row.after,
  version: row.version,
});

const SECTION_KEY = [
  documentSections.authorityId,
  documentSections.programmeId,
  documentSections.document,
  documentSections.section,
];

/** Keeps what somebody made of a section, in place of what was kept of it. */
export async function saveSection(tx: Writer, row: SectionRow): Promise<void> {
  const { position, hidden, title, before, after, version, changedBy, changedAt } = row;
  await tx.insert(documentSections).values(row).onConflictDoUpdate({
    target: SECTION_KEY,
    set: { position, hidden, title, before, after, version, changedBy, changedAt },
  });
}

/** Takes a section of the authority's own away, or what is kept of another. */
export async function deleteSection(
  tx: Writer,
  where: In,
  document: string,
  section: string,
): Promise<void> {
  await tx
    .delete(documentSections)
    .where(
      and(
        sectionsIn(where),
        eq(documentSections.document, document),
        eq(documentSections.section, section),
      ),
    );
}

// ── versions ────────────────────────────────────────────────────────────────────────────────────

const HEAD = {
  id: documentVersions.id,
  authorityId: documentVersions.authorityId,
  programmeId: documentVersions.programmeId,
  document: documentVersions.document,
  number: documentVersions.number,
  name: documentVersions.name,
  digest: documentVersions.digest,
  keptBy: documentVersions.keptBy,
  keptAt: documentVersions.keptAt,
};

const versionsIn = ({ authorityId, programmeId }: In) =>
  and(eq(documentVersions.authorityId, authorityId), eq(documentVersions.programmeId, programmeId));

/** The kept versions of all documents of a programme, latest first. */
export async function documentVersionsOf(db: Reader, where: In): Promise<DocumentVersionHead[]> {
  return db
    .select(HEAD)
    .from(documentVersions)
    .where(versionsIn(where))
    .orderBy(desc(documentVersions.number));
}

/** One kept version with the document in it. */
export async function documentVersion(
  db: Reader,
  where: In,
  document: string,
  number: number,
): Promise<DocumentVersionRow | undefined> {
  const rows = await db
    .select()
    .from(documentVersions)
    .where(
      and(
        versionsIn(where),
        eq(documentVersions.document, document),
        eq(documentVersions.number, number),
      ),
    );
  return firstOf(rows);
}

/** The version of a document that was kept last. */
export async function keptLast(
  db: Reader,
  where: In,
  document: string,
): Promise<DocumentVersionRow | undefined> {
  const rows = await db
    .select()
    .from(documentVersions)
    .where(and(versionsIn(where), eq(documentVersions.document, document)))
    .orderBy(desc(documentVersions.number))
    .limit(1);
  return firstOf(rows);
}

/** The number that the next version of a document gets. */
export async function nextDocumentNumber(tx: Writer, where: In, document: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(documentVersions.number) })
    .from(documentVersions)
    .where(and(versionsIn(where), eq(documentVersions.document, document)));
  return (row?.last ?? 0) + 1;
}

export async function insertDocumentVersion(tx: Writer, row: DocumentVersionRow): Promise<void> {
  await tx.insert(documentVersions).values(row);
}
