import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { answerRows, FileRefused, inPieces } from '#app/survey/import/answer-rows.server.ts';
import { workbook, type SheetCell } from '#app/documents/workbook.server.ts';

async function bytesOf(rows: readonly (readonly SheetCell[])[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const widths = (rows[0] ?? []).map(() => 12);
  for await (const piece of workbook([{ name: 'A & B', widths, rows }])) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function rowsIn(bytes: Uint8Array) {
  const rows: { cells: string[]; line: number }[] = [];
  const source = await answerRows(inPieces(bytes));
  for await (const batch of source.batches()) rows.push(...batch.rows);
  return rows;
}

const sheet: SheetCell[][] = [
  ['Date', 'Said', 'How many'],
  [{ day: '2026-03-27' }, '=1+1', 3],
  [{ day: '1999-12-31' }, 'One\nTwo <b> & "three"', -2.5],
  [null, '_x000D_ شكرا 👪', null],
];

describe('a workbook', () => {
  it('is read by another library: days are days, numbers numbers, and no text a formula', async () => {
    const read = await readSheet(Buffer.from(await bytesOf(sheet)));
    expect(read[1]).toEqual([new Date('2026-03-27T00:00:00Z'), '=1+1', 3]);
    expect(read[2]).toEqual([new Date('1999-12-31T00:00:00Z'), 'One\nTwo <b> & "three"', -2.5]);
  });

  it('is read by our own reader as a person sees it', async () => {
    expect(await rowsIn(await bytesOf(sheet))).toEqual([
      { line: 1, cells: ['Date', 'Said', 'How many'] },
      { line: 2, cells: ['2026-03-27', '=1+1', '3'] },
      { line: 3, cells: ['1999-12-31', 'One\nTwo <b> & "three"', '-2.5'] },
      { line: 4, cells: ['', '_x000D_ شكرا 👪'] },
    ]);
  });

  it('by another library, with shared strings, dates and yes or no, is read as well', async () => {
    const row = (moment: Date, use: string, many: number) => [
      { type: Date, value: moment, format: 'yyyy-mm-dd hh:mm' },
      { type: String, value: use },
      { type: Number, value: many },
      { type: Boolean, value: many > 1 },
    ];
    const headings = ['Completion time', 'Which help?', 'How many?', 'More than one?'];
    const data = [
      headings.map((value) => ({ type: String, value })),
      row(new Date('2026-03-01T09:05:00Z'), 'Groups;Midwife', 3),
      row(new Date('2026-03-02T00:00:00Z'), 'Groups & <more>', 0.5),
    ];
    const bytes = await writeExcelFile(data).toBuffer();
    expect((await rowsIn(new Uint8Array(bytes))).map(({ cells }) => cells)).toEqual([
      headings,
      ['2026-03-01 09:05:00', 'Groups;Midwife', '3', 'TRUE'],
      ['2026-03-02', 'Groups & <more>', '0.5', 'FALSE'],
    ]);
  });

  it('gives every text back, whatever is in it', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { minLength: 1, maxLength: 4 })), async (cells) => {
        const [, ...back] = await rowsIn(await bytesOf([['heading'], ...cells]));
        const said = cells.filter((row) => row.some((cell) => cell.trim() !== ''));
        const used = (row: readonly string[]) => row.join('\u0001').replace(/\u0001+$/, '');
        expect(back.map((row) => used(row.cells))).toEqual(said.map(used));
      }),
      { numRuns: 25 },
    );
  });

  it('of many rows is written and read in pieces', async () => {
    const many = Array.from({ length: 20_000 }, (_, i): SheetCell[] => [`Row ${i}`, i]);
    const back = await rowsIn(await bytesOf([['a', 'b'], ...many]));
    expect(back).toHaveLength(20_001);
    expect(back.at(-1)).toEqual({ line: 20_001, cells: ['Row 19999', '19999'] });
  });

  it('that is cut short, or is another zip file, or is a bomb, is refused', async () => {
    const sound = await bytesOf(sheet);
    await expect(rowsIn(sound.subarray(0, sound.length - 30))).rejects.toThrow(/damaged/);
    const broken = Uint8Array.from(sound);
    broken.fill(7, 900, 1100);
    await expect(rowsIn(broken)).rejects.toBeInstanceOf(FileRefused);
    const wide = await bytesOf([Array.from({ length: 16_390 }, () => 'x')]);
    await expect(rowsIn(wide)).rejects.toThrow(/more in one row than Excel can/);
    await expect(rowsIn(await bomb())).rejects.toThrow(/unpacks to more/);
  });
});

/** A small file whose table of strings unpacks to 70 MB. */
async function bomb(): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(await bytesOf(sheet));
  zip.file('xl/sharedStrings.xml', `<sst><si><t>${'x'.repeat(500_000)}</t></si>`.repeat(140));
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 1 },
  });
}
