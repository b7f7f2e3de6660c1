import { and, asc, desc, eq } from 'drizzle-orm';
import type { CorrectedField, Correction } from '#app/plan/coverage/corrections.ts';
import { authorityPacks, packCorrections } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** One version of a pack that an authority brought in, without what it says. */
export interface OwnPackRow {
  id: string;
  packId: string;
  version: number;
  fileName: string;
  why: string;
  byName: string;
  at: Date;
  withdrawn: boolean;
}

const ROW = {
  id: authorityPacks.id,
  packId: authorityPacks.packId,
  version: authorityPacks.version,
  fileName: authorityPacks.fileName,
  why: authorityPacks.why,
  byName: authorityPacks.byName,
  at: authorityPacks.at,
  withdrawn: authorityPacks.withdrawn,
};

/** Every version of every own pack of an authority, by pack, the newest version first. */
export async function ownPackRows(db: Reader, authorityId: string): Promise<OwnPackRow[]> {
  return db
    .select(ROW)
    .from(authorityPacks)
    .where(eq(authorityPacks.authorityId, authorityId))
    .orderBy(asc(authorityPacks.packId), desc(authorityPacks.version));
}

/** What one version of an own pack says; undefined where it is of another authority. */
export async function ownPackContent(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<unknown> {
  const rows = await db
    .select({ content: authorityPacks.content })
    .from(authorityPacks)
    .where(and(eq(authorityPacks.authorityId, authorityId), eq(authorityPacks.id, id)));
  return rows[0]?.content;
}

export async function insertOwnPack(
  tx: Writer,
  row: typeof authorityPacks.$inferInsert,
): Promise<void> {
  await tx.insert(authorityPacks).values(row);
}

/** Everything that an authority ever put right in the packs that ship, oldest first. */
export async function correctionsOf(
  db: Reader,
  authorityId: string,
): Promise<(Correction & { id: string })[]> {
  const rows = await db
    .select()
    .from(packCorrections)
    .where(eq(packCorrections.authorityId, authorityId))
    .orderBy(asc(packCorrections.at), asc(packCorrections.id));
  return rows.map(({ authorityId: _a, field, ...row }) => ({
    ...row,
    field: field as CorrectedField,
  }));
}

export async function insertCorrections(
  tx: Writer,
  rows: readonly (typeof packCorrections.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(packCorrections).values([...rows]);
}
