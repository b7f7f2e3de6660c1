import { and, asc, desc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { areaFiles, areaRows } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type AreaFileRow = typeof areaFiles.$inferSelect;
export type AreaRow = typeof areaRows.$inferSelect;

/** The area files of a programme, newest first. */
export async function areaFilesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<AreaFileRow[]> {
  return db
    .select()
    .from(areaFiles)
    .where(and(eq(areaFiles.authorityId, authorityId), eq(areaFiles.programmeId, programmeId)))
    .orderBy(desc(areaFiles.importedAt), desc(areaFiles.id));
}

export async function areaFileById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<AreaFileRow | undefined> {
  const rows = await db
    .select()
    .from(areaFiles)
    .where(
      and(
        eq(areaFiles.authorityId, authorityId),
        eq(areaFiles.programmeId, programmeId),
        eq(areaFiles.id, id),
      ),
    );
  return firstOf(rows);
}

/** The file with the same bytes that was brought in before, if one was. */
export async function areaFileWithDigest(
  db: Reader,
  authorityId: string,
  programmeId: string,
  digest: string,
): Promise<AreaFileRow | undefined> {
  const rows = await db
    .select()
    .from(areaFiles)
    .where(
      and(
        eq(areaFiles.authorityId, authorityId),
        eq(areaFiles.programmeId, programmeId),
        eq(areaFiles.digest, digest),
      ),
    );
  return firstOf(rows);
}

/** The areas of a file with their figures, by code. */
export async function areasIn(db: Reader, authorityId: string, fileId: string): Promise<AreaRow[]> {
  return db
    .select()
    .from(areaRows)
    .where(and(eq(areaRows.authorityId, authorityId), eq(areaRows.fileId, fileId)))
    .orderBy(asc(areaRows.code));
}

/** Adds a file and all of its areas, for one write. */
export async function insertAreaFile(
  tx: Writer,
  file: AreaFileRow,
  rows: readonly AreaRow[],
): Promise<void> {
  await tx.insert(areaFiles).values(file);
  await inChunks(rows, (chunk) => tx.insert(areaRows).values(chunk));
}

/** Takes a file out with its areas. */
export async function deleteAreaFile(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(areaRows)
    .where(and(eq(areaRows.authorityId, authorityId), eq(areaRows.fileId, id)));
  await tx
    .delete(areaFiles)
    .where(and(eq(areaFiles.authorityId, authorityId), eq(areaFiles.id, id)));
}
