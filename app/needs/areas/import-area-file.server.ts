import { newId } from '#db/ids.ts';
import {
  areaFileById,
  areaFileWithDigest,
  deleteAreaFile,
  insertAreaFile,
  type AreaFileRow,
} from '#db/needs.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { readCsv, type FileProblem } from '#app/survey/csv.ts';
import { digestOf, digestOfBytes } from '#app/thread/digest.server.ts';
import { readAreaFile, type AreaFile, type ReadAreaFile } from './area-file.ts';

/** A file of figures by area, as it was chosen: `only` names the local authority to keep. */
export interface ChosenAreaFile {
  fileName: string;
  bytes: Uint8Array;
  only: string;
}

export type ImportedAreaFile =
  | { ok: true; id: string; file: AreaFile }
  | { ok: false; problems: FileProblem[]; authorities?: string[] };

/** Reads a chosen file without storing anything. */
export function layOutAreaFile({ fileName, bytes, only }: ChosenAreaFile): ReadAreaFile {
  const csv = readCsv(bytes);
  if (!csv.ok) return csv;
  const name = fileName.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' ');
  return readAreaFile(csv.rows, csv.lines, { only, name });
}

/** Brings an official file of figures by area in: all of it, or nothing. */
export async function importAreaFile(
  by: Person,
  programme: Programme,
  chosen: ChosenAreaFile,
): Promise<ImportedAreaFile> {
  allow(by, 'needs.edit', programme);
  const laidOut = layOutAreaFile(chosen);
  if (!laidOut.ok) return laidOut;
  const { file } = laidOut;
  const { authorityId } = programme;
  const importedAt = new Date();
  const row: AreaFileRow = {
    id: newId(importedAt),
    authorityId,
    programmeId: programme.id,
    title: file.title,
    kind: file.kind,
    fileName: chosen.fileName,
    digest: digestOf([digestOfBytes(chosen.bytes), chosen.only.trim().toLowerCase()]),
    measures: file.measures,
    areas: file.areas.length,
    level: file.level,
    boundaries: file.boundaries ?? '',
    notes: file.notes,
    isOwnCount: false,
    importedAt,
    importedBy: by.id,
  };
  const areas = file.areas.map((area) => ({
    id: newId(importedAt),
    authorityId,
    fileId: row.id,
    level: file.level,
    ...area,
  }));
  return theStore().write(`area-files:${programme.id}`, async (tx) => {
    const again = await areaFileWithDigest(tx, authorityId, programme.id, row.digest);
    if (again) {
      const message = `This file was brought in before, as “${again.title}”. Nothing was added.`;
      return { ok: false, problems: [{ line: 0, message }] };
    }
    await insertAreaFile(tx, row, areas);
    const details = { title: file.title, areas: file.areas.length };
    await record(tx, by, 'area-file.imported', { kind: 'area-file', id: row.id }, details);
    return { ok: true, id: row.id, file };
  });
}

/** Takes a file out with its areas. Evidence that was taken from it stays as it was frozen. */
export async function removeAreaFile(
  by: Person,
  programme: Programme,
  id: string,
): Promise<{ title: string }> {
  allow(by, 'needs.edit', programme);
  return theStore().write(`area-files:${programme.id}`, async (tx) => {
    const file = await areaFileById(tx, programme.authorityId, programme.id, id);
    if (!file) throw new NotFound('area file');
    await deleteAreaFile(tx, programme.authorityId, id);
    await record(tx, by, 'area-file.removed', { kind: 'area-file', id }, { title: file.title });
    return { title: file.title };
  });
}
