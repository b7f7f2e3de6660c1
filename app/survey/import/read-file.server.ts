import { inTurns } from '#db/turns.ts';
import { scanAnswerFile, type AnswerFile } from './answer-columns.ts';

/** Rows as a file gives them, a few at a time, with how much of the file has been read. */
export interface Batches {
  format: 'csv' | 'xlsx';
  batches: () => AsyncIterable<{
    rows: readonly { cells: string[]; line: number }[];
    share: number;
  }>;
}

/** Looks through all rows of a file and says how it is laid out. */
export async function layoutOf(
  rows: Batches,
  onShare: (share: number) => void = () => undefined,
): Promise<AnswerFile> {
  const scan = scanAnswerFile();
  for await (const batch of rows.batches()) {
    for (const { cells } of batch.rows) scan.row(cells);
    onShare(batch.share);
  }
  const file = await inTurns(scan.end());
  // In a workbook no apostrophe is needed: its cells say themselves that they are texts.
  return rows.format === 'xlsx' ? { ...file, escaped: false } : file;
}
