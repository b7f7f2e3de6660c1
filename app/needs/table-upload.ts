import { z } from 'zod';
import type { ReadCsv } from '#app/survey/csv.ts';

/** The cells of a table on their way between two pages: as JSON in a hidden field, read strictly. */
export const CellsField = z
  .string('Choose the table again')
  .max(500_000, 'The table is too large. Keep only what the report prints')
  .transform((text, context): string[][] => {
    const read = Cells.safeParse(parsed(text));
    if (read.success) return read.data;
    context.addIssue('Choose the table again');
    return z.NEVER;
  });

const Cells = z.array(z.array(z.string().max(2000)).max(100)).max(600);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** What a table is called when nobody says: its file's name without the ending. */
export function titleFromFileName(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .replace(/^./, (first) => first.toUpperCase());
}

/** The first problem of a file that cannot be read, as an instruction. */
export function problemOfFile(csv: ReadCsv): string | null {
  return csv.ok ? null : (csv.problems[0]?.message ?? 'The file cannot be read. Choose another');
}
