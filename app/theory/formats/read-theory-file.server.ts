import { readCsv } from '#app/survey/csv.ts';
import { answerRows, FileRefused, inPieces } from '#app/survey/import/answer-rows.server.ts';
import { BadZip, zipEntries, type ZipEntry } from '#app/survey/import/zip-entries.server.ts';
import { contentOf, contentOfRows, type FileContent } from './read-file.ts';
import { fromTables, isLinksTable, tablesIn } from './tables.ts';

/** One file that somebody chose. */
export interface Chosen {
  name: string;
  bytes: Uint8Array;
}

/** What one file in a zip file may unpack to, and how many are looked at. */
const MOST_UNPACKED = 5 * 1024 * 1024;
const MOST_FILES = 20;
/** More rows than any printed theory has. */
const MOST_ROWS = 5_000;

/**
 * What the files that somebody chose hold: one file of any kind that is known, a zip file or workbook of
 * it, or boxes and links in two tables.
 */
export async function readChosen(files: readonly Chosen[], title: string): Promise<FileContent> {
  const [first, ...others] = files;
  if (first === undefined) return refused('file', 'Choose a file.');
  if (others.length > 0) return ofTables(files, title);
  if (!isZip(first.bytes)) return alone(contentOf(first.bytes, title), first.bytes);
  try {
    const entries = zipEntries(first.bytes);
    if (entries.has('xl/workbook.xml')) return await ofWorkbook(first.bytes, title);
    return await ofZip(entries, title);
  } catch (error) {
    if (error instanceof BadZip) return refused('file', DAMAGED);
    if (error instanceof FileRefused) return refused('file', error.problem.message);
    throw error;
  }
}

const DAMAGED =
  'The zip file or workbook is damaged, has a password, or unpacks to more than a theory ever holds. Choose the file inside it.';

/** A zip file begins with its first file, or with its end when it holds none. */
const isZip = ([p, k, a, b]: Uint8Array) =>
  p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));

const refused = (where: string, message: string): FileContent => ({
  kind: 'refused',
  problems: [{ where, message }],
});

/** A table of links by itself says nothing: the boxes stand in another file. */
function alone(content: FileContent, bytes: Uint8Array): FileContent {
  if (content.kind !== 'table') return content;
  const csv = readCsv(bytes);
  if (!csv.ok || !isLinksTable(csv.rows)) return content;
  return refused('file', 'This is a table of links. Choose the table of boxes as well.');
}

function ofTables(files: readonly Chosen[], title: string): FileContent {
  const tables: string[][][] = [];
  for (const { name, bytes } of files) {
    const csv = readCsv(bytes);
    if (!csv.ok) {
      const problem = csv.problems[0];
      const line = (problem?.line ?? 0) === 0 ? '' : `, line ${problem?.line ?? 0}`;
      return refused(`${name}${line}`, problem?.message ?? 'It cannot be read.');
    }
    tables.push(csv.rows);
  }
  const found = tablesIn(tables);
  if (found === null) {
    return refused(
      'files',
      'None of them is a table of boxes: it has the columns id, type and label. Links have source and target.',
    );
  }
  return { kind: 'ours', read: fromTables(found, title) };
}

async function ofWorkbook(bytes: Uint8Array, title: string): Promise<FileContent> {
  const rows: string[][] = [];
  const lines: number[] = [];
  const found = await answerRows(inPieces(bytes));
  for await (const batch of found.batches()) {
    for (const { cells, line } of batch.rows) {
      rows.push(cells);
      lines.push(line);
    }
    if (rows.length > MOST_ROWS) {
      return refused('file', `The sheet has more than ${MOST_ROWS} rows: this is no theory.`);
    }
  }
  return contentOfRows(rows, lines, title);
}

async function ofZip(entries: Map<string, ZipEntry>, title: string): Promise<FileContent> {
  const names = [...entries.keys()].filter(
    (name) => !name.endsWith('/') && !/(^|\/)(\.|__MACOSX)/.test(name),
  );
  if (names.length === 0) return refused('file', 'The zip file is empty.');
  if (names.length > MOST_FILES) {
    return refused(
      'file',
      `The zip file holds ${names.length} files. Choose the one that you mean.`,
    );
  }
  const files: Chosen[] = [];
  for (const name of names) {
    const entry = entries.get(name);
    if (entry !== undefined) files.push({ name, bytes: await unpacked(entry) });
  }
  const tables = files.filter(({ name }) => /\.(csv|tsv|txt)$/i.test(name));
  if (tables.length > 1) return ofTables(tables, title);
  const [only, ...rest] = files;
  if (only === undefined || rest.length > 0) {
    return refused('file', 'The zip file holds several files. Choose the one that you mean.');
  }
  return alone(contentOf(only.bytes, title), only.bytes);
}

async function unpacked(entry: ZipEntry): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of entry.pieces(MOST_UNPACKED)) pieces.push(piece);
  return Buffer.concat(pieces);
}
