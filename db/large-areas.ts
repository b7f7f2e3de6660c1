import { and, asc, eq, gte, inArray, lt, or } from 'drizzle-orm';
import type { AreaRow } from './area-files.ts';
import { areaRows } from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** A stretch of codes of areas, from the one to just before the other. */
interface Codes {
  from: string;
  to: string;
}

const codedIn = (codes: readonly Codes[]) =>
  or(...codes.map(({ from, to }) => and(gte(areaRows.code, from), lt(areaRows.code, to))));

/** The areas of a file whose codes lie in these stretches, by code. */
export async function areasBetween(
  db: Reader,
  authorityId: string,
  fileId: string,
  codes: readonly Codes[],
): Promise<AreaRow[]> {
  return db
    .select()
    .from(areaRows)
    .where(and(eq(areaRows.authorityId, authorityId), eq(areaRows.fileId, fileId), codedIn(codes)))
    .orderBy(asc(areaRows.code));
}

/** Which of these files have any area whose code lies in these stretches. */
export async function filesWithAreas(
  db: Reader,
  authorityId: string,
  fileIds: readonly string[],
  codes: readonly Codes[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const files = inArray(areaRows.fileId, [...fileIds]);
  const rows = await db
    .selectDistinct({ fileId: areaRows.fileId })
    .from(areaRows)
    .where(and(eq(areaRows.authorityId, authorityId), files, codedIn(codes)));
  return rows.map(({ fileId }) => fileId);
}
