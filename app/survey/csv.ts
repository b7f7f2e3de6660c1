import { guessDelimiter, type Delimiter } from './csv-delimiter.ts';
import { csvRecords, type FileProblem } from './csv-records.ts';
import { fileText, type Encoding } from './file-text.ts';

export type { FileProblem } from './csv-records.ts';

export type Newline = '\r\n' | '\n' | '\r';

export interface CsvTable {
  ok: true;
  /** Every cell as text, exactly as written: "007" stays "007". Rows may differ in length. */
  rows: string[][];
  /** lines[i] is the line of the file on which rows[i] begins, from 1. */
  lines: number[];
  delimiter: Delimiter;
  encoding: Encoding;
  newline: Newline;
}

export type ReadCsv = CsvTable | { ok: false; problems: FileProblem[] };

const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Reads the bytes of a CSV file. Lines with nothing on them are not rows; newlines inside cells
 * become `\n`. A quote that is never closed is refused with its line, because everything after it
 * would be swallowed into one cell. `maxBytes` caps what is read into memory.
 */
export function readCsv(bytes: Uint8Array, { maxBytes = MOST_BYTES } = {}): ReadCsv {
  if (bytes.length > maxBytes) {
    return refused(
      `The file is ${inMegabytes(bytes.length)} and at most ${inMegabytes(maxBytes)} can be read. Split it and bring in each part.`,
    );
  }
  const decoded = fileText(bytes);
  if (!decoded.ok) return refused(decoded.message);
  if (decoded.text.trim() === '') {
    return refused(
      'The file is empty. Choose a file that has a line of headings and rows under it.',
    );
  }
  const newline = newlineOf(decoded.text);
  const text = newline === '\n' ? decoded.text : decoded.text.replace(/\r\n?/g, '\n');
  const hint = delimiterHint(text);
  const body = hint ? text.slice(hint.length) : text;
  const firstLine = hint ? 2 : 1;
  const delimiter = hint?.delimiter ?? guessDelimiter(body);
  const rows: string[][] = [];
  const lines: number[] = [];
  const records = csvRecords(
    delimiter,
    (cells, line) => {
      rows.push(cells);
      lines.push(line);
    },
    firstLine,
  );
  records.push(body);
  const problem = records.end();
  if (problem) return { ok: false, problems: [problem] };
  return { ok: true, rows, lines, delimiter, encoding: decoded.encoding, newline };
}

function refused(message: string): ReadCsv {
  return { ok: false, problems: [{ line: 0, message }] };
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function newlineOf(text: string): Newline {
  if (!text.includes('\r')) return '\n';
  return /\r(?!\n)/.test(text) && !text.includes('\n') ? '\r' : '\r\n';
}

/** Excel's own first line, `sep=;`, which says what parts the cells and is no row. */
export function delimiterHint(text: string): { delimiter: Delimiter; length: number } | undefined {
  const found = /^"?sep=([,;\t|])"?[,;\t|]*(?:\n|$)/i.exec(text);
  if (!found) return undefined;
  return { delimiter: found[1] as Delimiter, length: found[0].length };
}

export type CsvCell = string | number | null;

/**
 * What a spreadsheet may take for a formula, even behind spaces or a quotation mark, and behind
 * apostrophes (so that undoing the escape is exact). OWASP's list (ASVS 1.2.10, CWE-1236) with line
 * feed and the full-width signs that Excel folds to the plain ones.
 */
const LOOKS_LIKE_FORMULA = /^'*(?:[\t\r\n]|[\s"]*[=+\-@＝＋－＠])/;

/**
 * Writes rows as CSV text. `forExcel` gives what is safe to open by double click: a byte order mark,
 * CRLF, and an apostrophe before every text that a spreadsheet could run as a formula. Without it the
 * text is raw, for R and SPSS: LF and no escape. Numbers are written as numbers either way; null is
 * an empty cell.
 *
 * @param begins false where the rows go on a file that was begun before: no byte order mark
 */
export function writeCsv(
  rows: readonly (readonly CsvCell[])[],
  { forExcel, begins = true }: { forExcel: boolean; begins?: boolean },
): string {
  const newline = forExcel ? '\r\n' : '\n';
  let text = forExcel && begins ? '\uFEFF' : '';
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      const cell = row[at];
      if (at > 0) text += ',';
      if (typeof cell === 'number') text += String(cell);
      else if (typeof cell === 'string') text += PLAIN.test(cell) ? cell : written(cell, forExcel);
    }
    text += newline;
  }
  return text;
}

/** Letters and digits with single signs between them: most cells by far, and nothing to do about them. */
const PLAIN = /^[A-Za-z0-9](?:[A-Za-z0-9 .:;'’/()–-]*[A-Za-z0-9.)])?$/;

function written(cell: string, forExcel: boolean): string {
  const text = cell.replaceAll('\0', '');
  return quoted(forExcel && LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  const must = /[",\r\n]/.test(text) || text !== text.trim();
  return must ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Undoes the apostrophe of `writeCsv(…, { forExcel: true })`: only for files that we wrote. */
export function unescapeForExcel(cell: string): string {
  return cell.startsWith("'") && LOOKS_LIKE_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
