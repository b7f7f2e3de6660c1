import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { insertTheme, themesOf } from '#db/themes.ts';
import { readCsv, unescapeForExcel } from '#app/survey/csv.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { readCodebook } from './codebook.ts';

export type CameIn =
  | { ok: true; added: number; there: number }
  | { ok: false; problems: { line: number; message: string }[] };

/**
 * Brings a codebook in: a theme of the same name at the same place is there already and stays as it
 * is; the others are added. All or nothing.
 */
export async function importCodebook(
  by: Person,
  programme: Programme,
  bytes: Uint8Array,
): Promise<CameIn> {
  allow(by, 'themes.edit', programme);
  const table = readCsv(bytes, { maxBytes: 1024 * 1024 });
  if (!table.ok) return table;
  const rows = table.rows.map((row) => row.map(unescapeForExcel));
  const read = readCodebook(rows, table.lines);
  if (!read.ok) return read;
  const { authorityId, id: programmeId } = programme;
  const createdAt = new Date();
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const themes = (await themesOf(tx, authorityId, programmeId)).map(({ theme }) => theme);
    const placeOf = (name: string, parentId: string | null) =>
      `${parentId ?? ''} ${name.toLowerCase()}`;
    const known = new Map(themes.map(({ id, name, parentId }) => [placeOf(name, parentId), id]));
    const byNumber = new Map<string, string>();
    let added = 0;
    for (const { number, under, ...fields } of read.themes) {
      const parentId = byNumber.get(under) ?? null;
      const there = known.get(placeOf(fields.name, parentId));
      const id = there ?? newId(createdAt);
      byNumber.set(number, id);
      if (there !== undefined) continue;
      const row = { ...fields, id, authorityId, programmeId, parentId, createdBy: by.id };
      // A millisecond apart, so that they keep the order of the file.
      await insertTheme(tx, { ...row, createdAt: new Date(createdAt.getTime() + added) });
      known.set(placeOf(fields.name, parentId), id);
      added += 1;
    }
    const thing = { kind: 'programme', id: programmeId };
    if (added > 0) await record(tx, by, 'themes.imported', thing, { count: added });
    return { ok: true, added, there: read.themes.length - added };
  });
}
