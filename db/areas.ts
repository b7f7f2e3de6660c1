import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { firstOf } from './people.ts';
import {
  areaBoundaries,
  areaDecisions,
  areaFiles,
  areaLinks,
  areaSettings,
  areaShapes,
} from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type AreaSettings = typeof areaSettings.$inferSelect;
export type AreaLinkRow = typeof areaLinks.$inferSelect;
export type BoundariesRow = typeof areaBoundaries.$inferSelect;
export type ShapeRow = typeof areaShapes.$inferSelect;
export type AreaDecision = typeof areaDecisions.$inferSelect;

// ── which areas are the authority's own ─────────────────────────────────────────────────────────

export async function areaSettingsOf(
  db: Reader,
  authorityId: string,
): Promise<AreaSettings | undefined> {
  return firstOf(
    await db.select().from(areaSettings).where(eq(areaSettings.authorityId, authorityId)),
  );
}

export async function saveAreaSettings(tx: Writer, row: AreaSettings): Promise<void> {
  const { authorityId: _, ...change } = row;
  await tx
    .insert(areaSettings)
    .values(row)
    .onConflictDoUpdate({ target: areaSettings.authorityId, set: change });
}

// ── lookups, lists of codes, lists of changes ───────────────────────────────────────────────────

export async function insertAreaLinks(tx: Writer, rows: readonly AreaLinkRow[]): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(areaLinks).values(chunk));
}

/** The rows of a lookup, by code. */
export async function areaLinksIn(
  db: Reader,
  authorityId: string,
  fileId: string,
): Promise<AreaLinkRow[]> {
  return db
    .select()
    .from(areaLinks)
    .where(and(eq(areaLinks.authorityId, authorityId), eq(areaLinks.fileId, fileId)))
    .orderBy(asc(areaLinks.code), asc(areaLinks.toCode), asc(areaLinks.id));
}

/** The rows of the newest file of a kind: lookup, code-list or changes; none if none is there. */
export async function newestLinks(
  db: Reader,
  authorityId: string,
  programmeId: string,
  kind: string,
): Promise<{ fileId: string; title: string; links: AreaLinkRow[] } | null> {
  const files = await db
    .select({ id: areaFiles.id, title: areaFiles.title })
    .from(areaFiles)
    .where(
      and(
        eq(areaFiles.authorityId, authorityId),
        eq(areaFiles.programmeId, programmeId),
        eq(areaFiles.kind, kind),
      ),
    )
    .orderBy(desc(areaFiles.importedAt), desc(areaFiles.id))
    .limit(1);
  const file = firstOf(files);
  if (!file) return null;
  return { fileId: file.id, title: file.title, links: await areaLinksIn(db, authorityId, file.id) };
}

export async function deleteAreaLinks(tx: Writer, authorityId: string, fileId: string) {
  await tx
    .delete(areaLinks)
    .where(and(eq(areaLinks.authorityId, authorityId), eq(areaLinks.fileId, fileId)));
}

// ── boundaries ──────────────────────────────────────────────────────────────────────────────────

/** The boundaries of an authority, newest first. */
export async function boundariesOf(db: Reader, authorityId: string): Promise<BoundariesRow[]> {
  return db
    .select()
    .from(areaBoundaries)
    .where(eq(areaBoundaries.authorityId, authorityId))
    .orderBy(desc(areaBoundaries.importedAt), desc(areaBoundaries.id));
}

export async function boundariesById(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<BoundariesRow | undefined> {
  const rows = await db
    .select()
    .from(areaBoundaries)
    .where(and(eq(areaBoundaries.authorityId, authorityId), eq(areaBoundaries.id, id)));
  return firstOf(rows);
}

/** The outlines of a set of boundaries, by code. */
export async function shapesIn(
  db: Reader,
  authorityId: string,
  boundariesId: string,
): Promise<ShapeRow[]> {
  return db
    .select()
    .from(areaShapes)
    .where(and(eq(areaShapes.authorityId, authorityId), eq(areaShapes.boundariesId, boundariesId)))
    .orderBy(asc(areaShapes.code));
}

export async function insertBoundaries(
  tx: Writer,
  row: BoundariesRow,
  shapes: readonly ShapeRow[],
): Promise<void> {
  await tx.insert(areaBoundaries).values(row);
  await inChunks(shapes, (chunk) => tx.insert(areaShapes).values(chunk));
}

export async function deleteBoundaries(
  tx: Writer,
  authorityId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(areaShapes)
    .where(
      and(eq(areaShapes.authorityId, authorityId), inArray(areaShapes.boundariesId, [...ids])),
    );
  await tx
    .delete(areaBoundaries)
    .where(and(eq(areaBoundaries.authorityId, authorityId), inArray(areaBoundaries.id, [...ids])));
}

// ── what stands in for a hub ────────────────────────────────────────────────────────────────────

export async function areaDecisionsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<AreaDecision[]> {
  return db
    .select()
    .from(areaDecisions)
    .where(
      and(eq(areaDecisions.authorityId, authorityId), eq(areaDecisions.programmeId, programmeId)),
    )
    .orderBy(asc(areaDecisions.code));
}

/** Records what is decided for areas, in place of what was decided for them before. */
export async function saveAreaDecisions(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  rows: readonly AreaDecision[],
): Promise<void> {
  await deleteAreaDecisions(
    tx,
    authorityId,
    programmeId,
    rows.map(({ code }) => code),
  );
  await inChunks(rows, (chunk) => tx.insert(areaDecisions).values(chunk));
}

export async function deleteAreaDecisions(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .delete(areaDecisions)
    .where(
      and(
        eq(areaDecisions.authorityId, authorityId),
        eq(areaDecisions.programmeId, programmeId),
        inArray(areaDecisions.code, [...codes]),
      ),
    );
}
