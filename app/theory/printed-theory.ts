import { LIMITS, TYPE_WORDS, type BoxType } from './graph.ts';
import { typeNamed } from './type-names.ts';

/**
 * Reads a theory of change that was printed as a table, as authorities publish them: a column a
 * type, a cell a box, captions under the columns. The table aligns boxes in rows; that is no link,
 * and none is made.
 */
export interface PrintedTheory {
  /** Which row holds the column titles, from 0; null when none was recognised. */
  headerRow: number | null;
  columns: PrintedColumn[];
  boxes: PrintedBox[];
  /** Rows that were not taken for boxes, each with the reason, for a person to overrule. */
  leftOut: { row: number; words: string; because: string }[];
  problems: { row: number; message: string }[];
}

export interface PrintedColumn {
  index: number;
  title: string;
  /** What the boxes of this column are; null when the title says nothing that we know. */
  type: BoxType | null;
}

export interface PrintedBox {
  type: BoxType;
  label: string;
  row: number;
  column: number;
}

/** What a person has said about the table after seeing how it was read. */
export interface PrintedChoices {
  /** The type of each column by its index; null leaves the column out. */
  types?: ReadonlyMap<number, BoxType | null>;
  /** Rows to take as boxes although they look like captions. */
  keep?: ReadonlySet<number>;
  /** Makes a box of each statement where a cell holds several. */
  split?: boolean;
}

/** Where a title row may stand: reports put a heading and an aim above it. */
const ROWS_TO_LOOK_AT = 15;

/** Reads the rows of a printed theory; a row is a list of cells, as text. */
export function readPrintedTheory(
  rows: readonly (readonly string[])[],
  choices: PrintedChoices = {},
): PrintedTheory {
  const header = headerOf(rows);
  const columns = columnsOf(rows, header, choices);
  const printed: PrintedTheory = {
    headerRow: header,
    columns,
    boxes: [],
    leftOut: [],
    problems: [],
  };
  if (columns.every(({ type }) => type === null)) {
    printed.problems.push({
      row: header ?? 0,
      message:
        'No column title says what its boxes are. Name the columns, for example Activities, Outputs, Intermediate outcomes, Long-term outcomes, Assumptions.',
    });
    return printed;
  }
  rows.slice(0, header ?? 0).forEach((cells, row) => readAbove(printed, cells, row));
  aimsInTitles(printed, rows[header ?? -1] ?? [], header ?? 0);
  const captions = captionRows(rows, header);
  rows.forEach((cells, row) => {
    if (header !== null && row <= header) return;
    const because = captions.get(row) ?? repeatedHeader(columns, cells);
    if (because !== undefined && choices.keep?.has(row) !== true) {
      printed.leftOut.push({ row, words: wordsOf(cells), because });
    } else {
      readRow(printed, cells, row, choices.split ?? false);
    }
  });
  return printed;
}

/** `Aim: to …` in one cell: the type and the words. */
function titledBox(cell: string): { type: BoxType; label: string } | null {
  const found = /^([\p{L} -]{3,30})\s*[:–—]\s*(\S[\s\S]*)$/u.exec(cell.trim());
  const type = found === null ? null : typeNamed(found[1] ?? '');
  const label = found?.[2]?.trim() ?? '';
  return type === null || label === '' ? null : { type, label };
}

/** The type that a column title names; what stands in brackets, such as years, is left aside. */
function typeOfTitle(title: string): BoxType | null {
  return typeNamed(title.replace(/\([^()]*\)/g, ' ')) ?? titledBox(title)?.type ?? null;
}

/** The row with the most cells that name a type: two at least, or the only cell there is. */
function headerOf(rows: readonly (readonly string[])[]): number | null {
  let best: number | null = null;
  let most = 0;
  rows.slice(0, ROWS_TO_LOOK_AT).forEach((cells, row) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    const named = filled.filter((cell) => typeNamed(cell.replace(/\([^()]*\)/g, ' ')) !== null);
    const enough = named.length >= 2 || (named.length === 1 && filled.length === 1);
    if (enough && named.length > most) {
      best = row;
      most = named.length;
    }
  });
  return best;
}

function columnsOf(
  rows: readonly (readonly string[])[],
  header: number | null,
  { types }: PrintedChoices,
): PrintedColumn[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, index) => {
    const title = header === null ? '' : (rows[header]?.[index] ?? '').trim();
    const chosen = types?.get(index);
    return { index, title, type: chosen === undefined ? typeOfTitle(title) : chosen };
  });
}

/** Above the titles there may be a heading, which is no box, and an aim, which is one. */
function readAbove(printed: PrintedTheory, cells: readonly string[], row: number): void {
  cells.forEach((cell, column) => {
    const titled = titledBox(cell);
    if (titled !== null) printed.boxes.push({ ...titled, row, column });
  });
  if (cells.some((cell) => cell.trim() !== '') && cells.every((cell) => titledBox(cell) === null)) {
    printed.leftOut.push({
      row,
      words: wordsOf(cells),
      because: 'It stands above the column titles.',
    });
  }
}

/** An aim is often printed in the corner of the title row. */
function aimsInTitles(printed: PrintedTheory, cells: readonly string[], row: number): void {
  cells.forEach((cell, column) => {
    const titled = titledBox(cell);
    if (titled !== null && typeNamed(cell) === null) printed.boxes.push({ ...titled, row, column });
  });
}

/** Words with which tables explain their columns, and notes, in place of what a box would say. */
const CAPTION = /\b(we|our|us)\b/i;
const NOTE = /^(source|sources|note|notes|figure|table|key|see also|©)\b\s*[:.\d©]?/i;
const CAPTION_WORDS = 10;

function looksLikeCaption(cell: string): boolean {
  const words = cell.trim().split(/\s+/);
  return NOTE.test(cell.trim()) || (words.length <= CAPTION_WORDS && CAPTION.test(cell));
}

/** Rows at the foot of the table in which every cell explains its column instead of filling it. */
function captionRows(
  rows: readonly (readonly string[])[],
  header: number | null,
): Map<number, string> {
  const captions = new Map<number, string>();
  for (let row = rows.length - 1; row > (header ?? -1); row -= 1) {
    const filled = (rows[row] ?? []).filter((cell) => cell.trim() !== '');
    if (!filled.every(looksLikeCaption)) break;
    if (filled.length > 0) captions.set(row, 'It explains the columns at the foot of the table.');
  }
  return captions;
}

function repeatedHeader(
  columns: readonly PrintedColumn[],
  cells: readonly string[],
): string | undefined {
  const filled = columns.filter(({ index }) => (cells[index] ?? '').trim() !== '');
  const same = filled.filter(({ index, title }) => (cells[index] ?? '').trim() === title);
  return filled.length > 0 && same.length === filled.length
    ? 'It repeats the column titles.'
    : undefined;
}

function readRow(
  printed: PrintedTheory,
  cells: readonly string[],
  row: number,
  split: boolean,
): void {
  cells.forEach((cell, index) => {
    const column = printed.columns[index];
    if (cell.trim() === '' || column === undefined) return;
    if (column.type === null) {
      const name = column.title === '' ? `Column ${index + 1}` : `The column “${column.title}”`;
      const message = `${name} is not taken over: choose what its boxes are.`;
      if (!printed.problems.some((each) => each.message === message)) {
        printed.problems.push({ row, message });
      }
      return;
    }
    for (const label of split ? statementsIn(cell) : [cell.trim()]) {
      if (label.length > LIMITS.label) {
        const name = TYPE_WORDS[column.type].one.toLowerCase();
        printed.problems.push({
          row,
          message: `The ${name} in row ${row + 1} has ${label.length} characters. Shorten it to ${LIMITS.label} or split the cell.`,
        });
      } else {
        printed.boxes.push({ type: column.type, label, row, column: index });
      }
    }
  });
}

/** The statements of a cell: sentences, or parts with two spaces between them. */
export function statementsIn(cell: string): string[] {
  return cell
    .trim()
    .split(/\s{2,}|\n+|(?<=[.!?;])\s+(?=\p{Lu})/u)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

function wordsOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ');
}
