import { describe, expect, test } from 'vitest';
import { processorTime } from '#test/processor-time.ts';
import { sharedStrings, sheetRows } from './sheet-xml.ts';

// A workbook is XML that somebody else wrote: whatever stands in it, reading takes time that grows with its
// length, and rows are the same wherever the pieces are cut.

const rowsIn = (pieces: readonly string[], strings: readonly string[] = []) => {
  const rows: string[][] = [];
  const sheet = sheetRows(strings, new Set(), false, (cells) => rows.push(cells));
  for (const piece of pieces) sheet.push(piece);
  return rows;
};

describe('a sheet', () => {
  const xml =
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a &lt; b</t></is></c><c r="C1"><v>7</v></c></row>' +
    '<row r="2"/><x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c></x:row ></sheetData>';
  const want = [
    ['a < b', '', '7'],
    ['', 'shared'],
  ];

  test('is read row by row', () => expect(rowsIn([xml], ['shared'])).toEqual(want));

  test('is read the same wherever it is cut', () => {
    for (let size = 1; size < 40; size += 1) {
      const pieces = xml.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(rowsIn(pieces, ['shared']), `pieces of ${size}`).toEqual(want);
    }
  });
});

describe('a string with the signs that say how to read it', () => {
  test('is read without them', () => {
    const shared = sharedStrings();
    shared.push(
      '<si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><r><t xml:space="preserve"> a</t></r></si>',
    );
    expect(shared.strings).toEqual(['東京 a']);
  });
});

describe('a sheet that was made to hang the server', () => {
  const few = 16_384;
  const inPieces = (text: string) => text.match(new RegExp(`[^]{1,${few}}`, 'g')) ?? [];
  test.each([
    ['rows that nothing ends', '<row>'.repeat(1_500_000)],
    ['cells that nothing ends', `<row>${'<c>'.repeat(1_000_000)}</row>`],
    ['values that nothing ends', `<row><c>${'<v>'.repeat(1_000_000)}</c></row>`],
    ['texts that nothing ends', `<row><c t="inlineStr">${'<t>'.repeat(1_000_000)}</c></row>`],
    ['a tag that nothing ends', `<row ${'a="b" '.repeat(800_000)}`],
    ['tags within tags', `<row>${'<c '.repeat(1_000_000)}</row>`],
    ['empty elements of other names', '<x/>'.repeat(1_000_000)],
  ])('%s: is done within a second or refused', (_, xml) => {
    const began = processorTime();
    try {
      rowsIn(inPieces(xml));
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
    expect(processorTime() - began).toBeLessThan(2_000);
  });
});

// Mutations tried, each alone: MOST_COLUMNS; the longest row; LONGEST_TAG (xml-elements.ts).
describe('a sheet has limits', () => {
  /** How many characters were taken before it was refused. */
  const takenOf = (begins: string, more: string) => {
    const sheet = sheetRows([], new Set(), false, () => undefined);
    let taken = 0;
    const refused = () => {
      for (let piece = begins; taken < 60_000_000; piece = more) {
        sheet.push(piece);
        taken += piece.length;
      }
    };
    expect(refused).toThrow('row too long');
    return taken;
  };

  test('of columns', () => {
    const at = (column: string) => `<row><c r="${column}1"><v>7</v></c></row>`;
    expect(rowsIn([at('XFD')])[0]).toHaveLength(16_384);
    expect(() => rowsIn([at('XFE')])).toThrow('too many columns');
  });

  test('of a row', () => {
    expect(takenOf('<row>', ' '.repeat(100_000))).toBeLessThanOrEqual(10_100_000);
  });

  test('of a tag', () => {
    expect(takenOf('<row ', 'a="b" '.repeat(5_000))).toBeLessThanOrEqual(200_000);
  });
});
