import type { Programme } from '#db/people.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { unescapeForExcel, writeCsv, type CsvCell, type FileProblem } from '#app/survey/csv.ts';
import { answerRows, FileRefused, inPieces } from '#app/survey/import/answer-rows.server.ts';
import { bringRowsIn } from './keep-row.server.ts';
import { listsOf, standingRows } from './read-register.server.ts';
import { readRegister, writeRegister } from './register-file.ts';
import { SPECS, type RegisterName } from './spec.ts';

export type ImportedRegister =
  | { ok: true; added: number; changed: number; unread: string[] }
  | { ok: false; problems: FileProblem[] };

const MOST_BYTES = 5 * 1024 * 1024;

/** Brings a register in from CSV or a workbook: every row, or none with the reasons by line. */
export async function importRegister(
  by: Person,
  programme: Programme,
  register: RegisterName,
  bytes: Uint8Array,
): Promise<ImportedRegister> {
  allow(by, 'needs.edit', programme);
  const read = await rowsOf(bytes);
  if (!read.ok) return read;
  const lists = await listsOf(programme);
  const rows = readRegister(SPECS[register], read.cells, read.lines, lists);
  if (!rows.ok) return rows;
  const counts = await bringRowsIn(by, programme, register, rows.rows);
  return { ok: true, ...counts, unread: rows.unread };
}

/** The rows of a CSV file or a workbook, heading first, each with its line; or why it cannot be read. */
export async function rowsOf(
  bytes: Uint8Array,
): Promise<
  { ok: true; cells: string[][]; lines: number[] } | { ok: false; problems: FileProblem[] }
> {
  if (bytes.length > MOST_BYTES) {
    return refused({
      line: 0,
      message: 'The file is larger than 5 MB. Keep only the register in it.',
    });
  }
  const cells: string[][] = [];
  const lines: number[] = [];
  try {
    const { format, batches } = await answerRows(inPieces(bytes));
    for await (const { rows } of batches()) {
      for (const row of rows) {
        cells.push(format === 'csv' ? row.cells.map(unescapeForExcel) : row.cells);
        lines.push(row.line);
      }
    }
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.problem);
    throw error;
  }
  return { ok: true, cells, lines };
}

const refused = (problem: FileProblem) => ({ ok: false as const, problems: [problem] });

/** The whole register as a file that can be changed and brought in again. */
export async function exportRegister(
  programme: Programme,
  register: RegisterName,
  format: 'csv' | 'xlsx',
): Promise<Buffer> {
  const rows = await standingRows(programme, register);
  const cells = writeRegister(SPECS[register], rows, await listsOf(programme));
  if (format === 'csv') return Buffer.from(writeCsv(cells, { forExcel: true }));
  const sheet = cells.map((row, at) => row.map((cell) => typedCell(cell, at === 0)));
  // Loaded by whoever takes the first workbook: most servers are asked for none for days.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheet, { sheet: SPECS[register].title, stickyRowsCount: 1 }).toBuffer();
}

/** Text is written as text, whatever it begins with: no cell of a workbook of ours is a formula. */
function typedCell(cell: CsvCell, isHeading: boolean) {
  if (cell === null || cell === '') return null;
  const looks = isHeading ? ({ fontWeight: 'bold' } as const) : {};
  return typeof cell === 'number'
    ? { type: Number, value: cell, ...looks }
    : { type: String, value: cell.slice(0, 32_000), ...looks };
}
