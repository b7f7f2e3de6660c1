import { setImmediate as nextTurn } from 'node:timers/promises';
import { delimiterHint } from '#app/survey/csv.ts';
import { guessDelimiter, type Delimiter } from '#app/survey/csv-delimiter.ts';
import { csvRecords, newlineTidier, type FileProblem } from '#app/survey/csv-records.ts';
import {
  CUT_SHORT,
  DAMAGED,
  guessEncoding,
  notText,
  textPieces,
  type Encoding,
} from '#app/survey/file-text.ts';
import { dateStyles, readWorkbook, sharedStrings, sheetRows } from './sheet-xml.ts';
import { BadZip, zipEntries, type ZipEntry } from './zip-entries.server.ts';

/** Where the bytes of a file are: read from the start as often as it is needed. */
export interface FileBytes {
  size: number;
  pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface Row {
  cells: string[];
  /** The line of a text file, or the row of a sheet, from 1. */
  line: number;
}

/** Some rows of a file, and how much of the file has been read, from 0 to 1. */
export interface RowBatch {
  rows: Row[];
  share: number;
}

/** Rows of answers out of a file, whatever kind of file it is. */
export interface AnswerRows {
  format: 'csv' | 'xlsx';
  /** In pieces small enough that the server answers others in between. Throws FileRefused. */
  batches: () => AsyncGenerator<RowBatch>;
}

/** A file that cannot be read: nothing of it is kept. */
export class FileRefused extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

const EMPTY = 'The file is empty. Choose a file that has a line of headings and rows under it.';
const PIECE = 65_536;

/** Bytes in memory, in pieces. */
export function inPieces(bytes: Uint8Array): FileBytes {
  return {
    size: bytes.length,
    *pieces() {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
  };
}

/** Looks at a file once and says how its rows are read. Throws FileRefused. */
export async function answerRows(file: FileBytes): Promise<AnswerRows> {
  if (file.size === 0) throw new FileRefused({ line: 0, message: EMPTY });
  const first = await firstPiece(file);
  const isZip = first[0] === 0x50 && first[1] === 0x4b && first[2] === 3 && first[3] === 4;
  if (isZip) return { format: 'xlsx', batches: () => sheetBatches(file) };
  const other = notText(first);
  if (other !== undefined) throw new FileRefused({ line: 0, message: other });
  const how = await howWritten(file, first);
  return { format: 'csv', batches: () => csvBatches(file, how) };
}

async function firstPiece(file: FileBytes): Promise<Uint8Array> {
  for await (const piece of file.pieces()) return piece;
  throw new FileRefused({ line: 0, message: EMPTY });
}

interface HowWritten {
  encoding: Encoding;
  skip: number;
  delimiter: Delimiter;
  /** Excel's own first line, `sep=;`, in characters. */
  hint: number;
}

const LOOKED_AT = 262_144;

/** Finds the encoding, for which the whole file has to be looked at, and the delimiter. */
async function howWritten(file: FileBytes, first: Uint8Array): Promise<HowWritten> {
  const { encoding, skip, sure } = guessEncoding(first);
  const begun = await beginning(file, encoding, skip);
  const really: Encoding =
    begun === undefined && encoding === 'utf-8' && !sure ? 'windows-1252' : encoding;
  const text = begun ?? (really === encoding ? undefined : await beginning(file, really, skip));
  if (text === undefined) {
    throw new FileRefused({ line: 0, message: encoding === 'utf-8' ? DAMAGED : CUT_SHORT });
  }
  if (text.trim() === '') throw new FileRefused({ line: 0, message: EMPTY });
  const hint = delimiterHint(text);
  return {
    encoding: really,
    skip,
    delimiter: hint?.delimiter ?? guessDelimiter(text.slice(hint?.length ?? 0)),
    hint: hint?.length ?? 0,
  };
}

/** The first characters of a text; undefined when its bytes are not what the encoding says. */
async function beginning(
  file: FileBytes,
  encoding: Encoding,
  skip: number,
): Promise<string | undefined> {
  const tidy = newlineTidier();
  let text = '';
  try {
    for await (const { piece, last } of textOf(file, encoding, skip)) {
      if (text.length < LOOKED_AT) text += tidy(piece, last);
    }
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  return text;
}

async function* textOf(file: FileBytes, encoding: Encoding, skip: number) {
  const decoder = textPieces(encoding);
  let passed = 0;
  for await (const bytes of file.pieces()) {
    const from = Math.max(0, Math.min(skip - passed, bytes.length));
    passed += bytes.length;
    yield { piece: decoder.push(bytes.subarray(from)), last: false, share: passed / file.size };
    await nextTurn();
  }
  yield { piece: decoder.end(), last: true, share: 1 };
}

async function* csvBatches(file: FileBytes, how: HowWritten): AsyncGenerator<RowBatch> {
  let rows: Row[] = [];
  const onRow = (cells: string[], line: number) => rows.push({ cells, line });
  const records = csvRecords(how.delimiter, onRow, how.hint === 0 ? 1 : 2);
  const tidy = newlineTidier();
  let hint = how.hint;
  for await (const { piece, last, share } of textOf(file, how.encoding, how.skip)) {
    const text = tidy(piece, last);
    records.push(text.slice(hint));
    hint = Math.max(0, hint - text.length);
    if (last) {
      const problem = records.end();
      if (problem) throw new FileRefused(problem);
    }
    yield { rows, share };
    rows = [];
  }
}

/** Unpacked, the parts of a workbook may be this large. */
const MOST_SHEET = 600 * 1024 * 1024;
const MOST_STRINGS = 64 * 1024 * 1024;
const MOST_SMALL = 8 * 1024 * 1024;

async function* sheetBatches(file: FileBytes): AsyncGenerator<RowBatch> {
  try {
    yield* sheetRowsOf(zipEntries(await wholeOf(file)));
  } catch (error) {
    if (error instanceof BadZip) throw new FileRefused({ line: 0, message: error.message });
    if (!(error instanceof RangeError)) throw error;
    const message = 'The sheet holds more in one row than Excel can. Save it as CSV, or split it.';
    throw new FileRefused({ line: 0, message });
  }
}

async function* sheetRowsOf(entries: Map<string, ZipEntry>): AsyncGenerator<RowBatch> {
  const whole = async (name: string) => {
    const entry = entries.get(name);
    return entry ? textOfEntry(entry, MOST_SMALL) : '';
  };
  const book = readWorkbook(
    await whole('xl/workbook.xml'),
    await whole('xl/_rels/workbook.xml.rels'),
  );
  const sheet = book && entries.get(book.sheet);
  if (!book || !sheet) {
    throw new BadZip(
      'This is a zip file and not an Excel workbook. Unpack it, and choose the file with the answers.',
    );
  }
  const strings = sharedStrings();
  const shared = entries.get('xl/sharedStrings.xml');
  if (shared) for await (const xml of xmlOf(shared, MOST_STRINGS)) strings.push(xml);
  let rows: Row[] = [];
  const reader = sheetRows(
    strings.strings,
    dateStyles(await whole('xl/styles.xml')),
    book.from1904,
    (cells, line) => rows.push({ cells, line }),
  );
  let read = 0;
  for await (const xml of xmlOf(sheet, MOST_SHEET)) {
    reader.push(xml);
    read += xml.length;
    if (rows.length === 0) continue;
    // How long a packed sheet is, is known only at its end: near enough for a progress bar.
    yield { rows, share: 1 - 1 / (1 + read / 2_000_000) };
    rows = [];
  }
  yield { rows, share: 1 };
}

async function* xmlOf(entry: ZipEntry, most: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of entry.pieces(most)) {
    yield decoder.decode(piece, { stream: true });
    await nextTurn();
  }
  yield decoder.decode();
}

async function textOfEntry(entry: ZipEntry, most: number): Promise<string> {
  let text = '';
  for await (const xml of xmlOf(entry, most)) text += xml;
  return text;
}

async function wholeOf(file: FileBytes): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}
