import Papa from 'papaparse';
import { guessDelimiter, type Delimiter } from './csv-delimiter.ts';
import { fileText, type Encoding } from './file-text.ts';

/** What is wrong with a file and where: the line as an editor counts it, 0 for the file as a whole. */
export interface FileProblem {
  line: number;
  message: string;
}

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

export const MOST_BYTES = 20 * 1024 * 1024;

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
  const parsed = Papa.parse<string[]>(body, { delimiter, newline: '\n', quoteChar: '"' });
  const unclosed = parsed.errors.find((error) => error.type === 'Quotes');
  if (unclosed) {
    const line = firstLine + newlinesIn(body.slice(0, unclosed.index ?? 0));
    return {
      ok: false,
      problems: [
        {
          line,
          message: `A quotation mark on line ${line} is not closed. Close it, or write it twice ("") if it belongs to the text.`,
        },
      ],
    };
  }
  return {
    ok: true,
    ...rowsWithLines(parsed.data, firstLine),
    delimiter,
    encoding: decoded.encoding,
    newline,
  };
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
function delimiterHint(text: string): { delimiter: Delimiter; length: number } | undefined {
  const found = /^"?sep=([,;\t|])"?[,;\t|]*(?:\n|$)/i.exec(text);
  if (!found) return undefined;
  return { delimiter: found[1] as Delimiter, length: found[0].length };
}

function rowsWithLines(data: string[][], firstLine: number) {
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = firstLine;
  for (const cells of data) {
    const blank = cells.length === 1 && cells[0]?.trim() === '';
    if (!blank) {
      rows.push(cells);
      lines.push(line);
    }
    line += 1;
    for (const cell of cells) line += newlinesIn(cell);
  }
  return { rows, lines };
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
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
 */
export function writeCsv(
  rows: readonly (readonly CsvCell[])[],
  { forExcel }: { forExcel: boolean },
): string {
  const newline = forExcel ? '\r\n' : '\n';
  const written = rows.map((row) => row.map((cell) => quoted(cellText(cell, forExcel))).join(','));
  return (forExcel ? '\uFEFF' : '') + written.map((line) => line + newline).join('');
}

function cellText(cell: CsvCell, forExcel: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.replaceAll('\0', '');
  return forExcel && LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  const must = /[",\r\n]/.test(text) || text !== text.trim();
  return must ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Undoes the apostrophe of `writeCsv(…, { forExcel: true })`: only for files that we wrote. */
export function unescapeForExcel(cell: string): string {
  return cell.startsWith("'") && LOOKS_LIKE_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
