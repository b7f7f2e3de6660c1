import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvRecords, LONGEST_CELL, newlineTidier } from './csv-records.ts';

function readInPieces(pieces: readonly string[]) {
  const rows: { cells: string[]; line: number }[] = [];
  const records = csvRecords(',', (cells, line) => rows.push({ cells, line }));
  const tidy = newlineTidier();
  for (const piece of pieces) records.push(tidy(piece));
  records.push(tidy('', true));
  return { rows, problem: records.end() };
}

function cut(text: string, at: readonly number[]): string[] {
  const places = [0, ...at.map((n) => n % (text.length + 1)).sort((a, b) => a - b), text.length];
  return places.slice(1).map((end, i) => text.slice(places[i], end));
}

/** Text of the characters that matter to CSV. */
const csvish = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', 'é', '👪') });

describe('reading CSV piece by piece', () => {
  it('gives the same rows wherever the text is cut', () => {
    fc.assert(
      fc.property(csvish, fc.array(fc.nat(), { maxLength: 6 }), (text, at) => {
        expect(readInPieces(cut(text, at))).toEqual(readInPieces([text]));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with PapaParse on every sound file', () => {
    fc.assert(
      fc.property(csvish, (text) => {
        const ours = readInPieces([text]);
        const tidy = text.replace(/\r\n?/g, '\n');
        const theirs = Papa.parse<string[]>(tidy, { delimiter: ',', newline: '\n' });
        fc.pre(!theirs.errors.some(({ type }) => type === 'Quotes'));
        expect(ours.problem).toBeUndefined();
        expect(ours.rows.map(({ cells }) => cells)).toEqual(
          theirs.data.filter((cells) => cells.length > 1 || cells[0]?.trim() !== ''),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('says on which line a row begins, cells with newlines counted', () => {
    const { rows } = readInPieces(['a,b\r\n"1\r\n2",x\r\n\r\n3,4']);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it.each([
    ['a,b\n1,"two\n3,4\n', 2, 'not closed'],
    ['a,b\n1,2\n"x" y,2\n', 3, 'words after a closing'],
    [`a,b\n1,2\n"${'x'.repeat(LONGEST_CELL + 1)}`, 3, 'not closed'],
    [`a,b\n${'x'.repeat(LONGEST_CELL + 1)}`, 2, 'longer than any answer'],
  ])('refuses %#, with its line', (text, line, words) => {
    expect(readInPieces([text]).problem).toMatchObject({
      line,
      message: expect.stringContaining(words) as string,
    });
  });
});
