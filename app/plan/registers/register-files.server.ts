import { z } from 'zod';
import { rowsOf } from '#app/needs/registers/import-register.server.ts';
import {
  readRegister,
  writeRegister,
  type ReadRegister,
} from '#app/needs/registers/register-file.ts';
import type { RegisterRow } from '#app/needs/registers/row.ts';
import type { ListsByName, RowSpec } from '#app/needs/registers/spec.ts';
import { writeCsv } from '#app/survey/csv.ts';

const CHOOSE = 'Choose the file to bring in';
/** What the form to bring a register in sends. */
export const RegisterFile = z.object({
  file: z.instanceof(File, { error: CHOOSE }).refine((file) => file.size > 0, CHOOSE),
});

/** The rows of a register in a CSV file or a workbook, or what is wrong with it by line. */
export async function readFileOf(
  spec: RowSpec,
  file: File,
  lists: ListsByName,
): Promise<ReadRegister> {
  const read = await rowsOf(new Uint8Array(await file.arrayBuffer()));
  return read.ok ? readRegister(spec, read.cells, read.lines, lists) : read;
}

/** A register as CSV that can be changed and brought in again. */
export function csvOf(spec: RowSpec, rows: readonly RegisterRow[], lists: ListsByName): string {
  return writeCsv(writeRegister(spec, rows, lists), { forExcel: true });
}
