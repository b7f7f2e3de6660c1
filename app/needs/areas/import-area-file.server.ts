import {
  areaFileById,
  areaFileWithDigest,
  deleteAreaFile,
  insertAreaFile,
  type AreaFileRow,
} from '#db/area-files.ts';
import {
  areaSettingsOf,
  boundariesById,
  boundariesOf,
  deleteAreaLinks,
  deleteBoundaries,
  insertAreaLinks,
  insertBoundaries,
  newestLinks,
  shapesIn,
  type BoundariesRow,
} from '#db/areas.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import type { FileProblem } from '#app/survey/csv.ts';
import { digestOf, digestOfBytes } from '#app/thread/digest.server.ts';
import type { AreaChoice, AreaFile } from './area-file.ts';
import type { LinksFile } from './area-links.ts';
import type { Boundaries } from './boundaries.ts';
import { readOfficial, type Official } from './read-any.ts';

/** An official file as it was chosen: `only` names the local authority to keep. */
export interface ChosenAreaFile {
  fileName: string;
  bytes: Uint8Array;
  only: string;
  /** Counts of people that the authority holds itself: small ones are never shown. */
  isOwnCount?: boolean;
}

export type ImportedAreaFile =
  | { ok: true; id: string; official: Official & { ok: true } }
  | { ok: false; problems: FileProblem[]; authorities?: string[] };

/** Reads a chosen file without storing anything. */
export function layOutAreaFile(chosen: ChosenAreaFile, known: AreaChoice = {}): Official {
  const { fileName, bytes, only } = chosen;
  const words = fileName.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' ');
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return readOfficial(bytes, { ...known, only, name });
}

/** A ward beside its small areas would give away the one that is hidden. */
const SEVERAL_LEVELS: ImportedAreaFile = {
  ok: false,
  problems: [
    {
      line: 0,
      message:
        'Your own counts must be of one kind of area, small areas or wards: one beside the other would give small counts away. Keep one and bring it in again.',
    },
  ],
};

/** What is known of the authority's areas: its codes, and its small areas and wards by boundaries. */
async function ownAreasOf({ authorityId }: Programme): Promise<AreaChoice> {
  const { read } = theStore();
  const settings = await areaSettingsOf(read, authorityId);
  const ownAreas = new Set<string>();
  for (const { id } of await boundariesOf(read, authorityId)) {
    for (const { code } of await shapesIn(read, authorityId, id)) ownAreas.add(code);
  }
  return { own: settings?.codes ?? [], ownAreas };
}

/** Brings an official file in, whatever kind it is: all of it, or nothing. */
export async function importAreaFile(
  by: Person,
  programme: Programme,
  chosen: ChosenAreaFile,
): Promise<ImportedAreaFile> {
  allow(by, 'needs.edit', programme);
  const known = await ownAreasOf(programme);
  const official = layOutAreaFile(chosen, known);
  if (!official.ok) return official;
  if (chosen.isOwnCount && official.what === 'figures') {
    const levels = new Set(official.file.areas.map(({ level }) => level));
    if (levels.size > 1) return SEVERAL_LEVELS;
  }
  const digest = digestOf([
    digestOfBytes(chosen.bytes),
    chosen.only.trim().toLowerCase(),
    ...(chosen.only === '' ? (known.own ?? []) : []),
  ]);
  const kept = { by, programme, chosen, digest, at: new Date() };
  switch (official.what) {
    case 'figures':
      return keepFile(kept, official, await named(programme, official.file));
    case 'links':
      return keepFile(kept, official, official.links);
    case 'boundaries':
      return keepBoundaries(kept, official, official.boundaries);
  }
}

/** Codes that came without names are given those of a list or of boundaries that is here already. */
async function named(programme: Programme, file: AreaFile): Promise<AreaFile> {
  if (file.areas.every(({ code, name }) => code !== name)) return file;
  const { read } = theStore();
  const names = new Map<string, string>();
  for (const kind of ['code-list', 'lookup']) {
    const found = await newestLinks(read, programme.authorityId, programme.id, kind);
    for (const { code, name } of found?.links ?? []) names.set(code, name);
  }
  for (const { id } of await boundariesOf(read, programme.authorityId)) {
    for (const { code, name } of await shapesIn(read, programme.authorityId, id)) {
      names.set(code, name);
    }
  }
  const areas = file.areas.map((area) => ({ ...area, name: names.get(area.code) || area.name }));
  return { ...file, areas };
}

interface Kept {
  by: Person;
  programme: Programme;
  chosen: ChosenAreaFile;
  digest: string;
  at: Date;
}

async function keepFile(
  { by, programme, chosen, digest, at }: Kept,
  official: Official & { ok: true },
  file: AreaFile | LinksFile,
): Promise<ImportedAreaFile> {
  const { authorityId } = programme;
  const areas = 'links' in file ? file.areas : file.areas.length;
  const row: AreaFileRow = {
    id: newId(at),
    authorityId,
    programmeId: programme.id,
    title: file.title,
    kind: file.kind,
    fileName: chosen.fileName,
    digest,
    measures: 'links' in file ? [] : file.measures,
    areas,
    level: file.level,
    boundaries: file.boundaries ?? '',
    notes: file.notes,
    isOwnCount: chosen.isOwnCount ?? false,
    importedAt: at,
    importedBy: by.id,
  };
  return theStore().write(`area-files:${programme.id}`, async (tx) => {
    const again = await areaFileWithDigest(tx, authorityId, programme.id, digest);
    if (again) return broughtInBefore(again.title);
    await keepRows(tx, row, file, at);
    const details = { title: file.title, areas };
    await record(tx, by, 'area-file.imported', { kind: 'area-file', id: row.id }, details);
    return { ok: true, id: row.id, official };
  });
}

async function keepRows(
  tx: Writer,
  row: AreaFileRow,
  file: AreaFile | LinksFile,
  at: Date,
): Promise<void> {
  const of = { authorityId: row.authorityId, fileId: row.id };
  if ('links' in file) {
    await insertAreaFile(tx, row, []);
    const links = file.links.map((link) => ({ id: newId(at), ...of, ...link }));
    await insertAreaLinks(tx, links);
    return;
  }
  const areas = file.areas.map((area) => ({
    id: newId(at),
    ...of,
    ...area,
    level: area.level ?? file.level,
  }));
  await insertAreaFile(tx, row, areas);
}

const broughtInBefore = (title: string): ImportedAreaFile => ({
  ok: false,
  problems: [
    { line: 0, message: `This file was brought in before, as “${title}”. Nothing was added.` },
  ],
});

/** Boundaries are kept once an authority: newer ones of the same level and year take their place. */
async function keepBoundaries(
  { by, programme, chosen, digest, at }: Kept,
  official: Official & { ok: true },
  boundaries: Boundaries,
): Promise<ImportedAreaFile> {
  const { authorityId } = programme;
  const row: BoundariesRow = {
    id: newId(at),
    authorityId,
    title: boundaries.title,
    level: boundaries.level,
    year: boundaries.year ?? '',
    fileName: chosen.fileName,
    digest,
    tolerance: boundaries.tolerance,
    areas: boundaries.shapes.length,
    pointsBefore: boundaries.pointsBefore,
    points: boundaries.points,
    importedAt: at,
    importedBy: by.id,
  };
  const shapes = boundaries.shapes.map(({ code, name, middle, polygons }) => ({
    id: newId(at),
    authorityId,
    boundariesId: row.id,
    code,
    name,
    ...middle,
    polygons: polygons.map((rings) => rings.map((ring) => [...ring])),
  }));
  return theStore().write(`area-boundaries:${authorityId}`, async (tx) => {
    const here = await boundariesOf(tx, authorityId);
    const again = here.find((each) => each.digest === digest);
    if (again) return broughtInBefore(again.title);
    const replaced = here.filter(({ level, year }) => level === row.level && year === row.year);
    await deleteBoundaries(
      tx,
      authorityId,
      replaced.map(({ id }) => id),
    );
    await insertBoundaries(tx, row, shapes);
    const details = { title: row.title, areas: row.areas };
    await record(tx, by, 'area-file.imported', { kind: 'boundaries', id: row.id }, details);
    return { ok: true, id: row.id, official };
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
    await deleteAreaLinks(tx, programme.authorityId, id);
    await deleteAreaFile(tx, programme.authorityId, id);
    await record(tx, by, 'area-file.removed', { kind: 'area-file', id }, { title: file.title });
    return { title: file.title };
  });
}

/** Takes boundaries out: every programme of the authority loses its maps of that level. */
export async function removeBoundaries(
  by: Person,
  programme: Programme,
  id: string,
): Promise<{ title: string }> {
  allow(by, 'needs.edit', programme);
  const { authorityId } = programme;
  return theStore().write(`area-boundaries:${authorityId}`, async (tx) => {
    const row = await boundariesById(tx, authorityId, id);
    if (!row) throw new NotFound('set of boundaries');
    await deleteBoundaries(tx, authorityId, [id]);
    await record(tx, by, 'area-file.removed', { kind: 'boundaries', id }, { title: row.title });
    return { title: row.title };
  });
}
