import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeRealData, realBytes, realPath } from '#test/real-data.ts';
import { readCsv, unescapeForExcel, writeCsv, type CsvTable } from './csv.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(input: string | Uint8Array): CsvTable {
  const result = readCsv(typeof input === 'string' ? bytesOf(input) : input);
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'));
  return result;
}

function problemsOf(input: string | Uint8Array, options?: { maxBytes: number }) {
  const result = readCsv(typeof input === 'string' ? bytesOf(input) : input, options);
  return result.ok ? [] : result.problems;
}

function utf16(text: string, littleEndian: boolean, bom: boolean): Uint8Array {
  const units = [...((bom ? '\uFEFF' : '') + text)].join('');
  const out = new Uint8Array(units.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < units.length; i += 1)
    view.setUint16(i * 2, units.charCodeAt(i), littleEndian);
  return out;
}

describe('decoding', () => {
  it('takes off a byte order mark, also before a quoted heading', () => {
    const table = read(new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf('"Hub","Visits"\nA,1\n')]));
    expect(table.rows).toEqual([
      ['Hub', 'Visits'],
      ['A', '1'],
    ]);
    expect(table.encoding).toBe('utf-8');
  });

  it('reads Windows-1252 with its curly quotes, dashes and euro sign', () => {
    const table = read(
      new Uint8Array([
        ...bytesOf('Name,Said\nZo'),
        0xeb,
        ...bytesOf(',It'),
        0x92,
        ...bytesOf('s '),
        0x80,
        0x35,
        0x96,
        0x0a,
      ]),
    );
    expect(table.encoding).toBe('windows-1252');
    expect(table.rows[1]).toEqual(['Zoë', 'It’s €5–']);
  });

  it.each([
    ['little-endian with a mark', true, true, 'utf-16le'],
    ['little-endian without', true, false, 'utf-16le'],
    ['big-endian with a mark', false, true, 'utf-16be'],
    ['big-endian without', false, false, 'utf-16be'],
  ] as const)('reads UTF-16 %s', (_, little, bom, encoding) => {
    const table = read(utf16('Hub\tVisits\nCafé Ω\t12\n', little, bom));
    expect(table).toMatchObject({ encoding, delimiter: '\t' });
    expect(table.rows[1]).toEqual(['Café Ω', '12']);
  });

  it('refuses bytes that are not what the mark says, rather than guess', () => {
    expect(problemsOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0xff]))[0]?.message).toContain(
      'damaged',
    );
    expect(problemsOf(new Uint8Array([0xff, 0xfe, 0x41]))[0]?.message).toContain('cut short');
  });

  it('names an Excel workbook and says what to save instead', () => {
    const workbook = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]);
    expect(problemsOf(workbook)[0]?.message).toMatch(/Excel workbook.*CSV UTF-8/);
  });

  it('drops NUL characters', () => {
    expect(read('a,b\n1\0,2\n').rows[1]).toEqual(['1', '2']);
  });
});

describe('delimiters', () => {
  it.each([
    ['semicolons with decimal commas', 'Naam;Score;Deel\nA;1,5;2,25\nB;3,5;4,75\n', ';', 3],
    ['commas with semicolons in the words', 'Name,Said\nA,"one; two; three"\nB,"x; y"\n', ',', 2],
    ['tabs', 'a\tb, c\td\n1\t2, 3\t4\n', '\t', 3],
    ['bars', 'a|b|c\n1|2|3\n', '|', 3],
    ['one column only', 'Comment\nNothing to part\n', ',', 1],
    ['a title line above the headings', 'Attendance\nHub,Visits,%\nA,1,50%\nB,1,50%\n', ',', 3],
  ] as const)('finds %s', (_, text, delimiter, width) => {
    const table = read(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.rows.at(-1)).toHaveLength(width);
  });

  it('understands the sep= line of Excel and still counts it as a line', () => {
    const table = read('sep=;\na,x;b\n1,5;2\n');
    expect(table.rows).toEqual([
      ['a,x', 'b'],
      ['1,5', '2'],
    ]);
    expect(table.lines).toEqual([2, 3]);
  });
});

describe('rows', () => {
  it('keeps codes as they are written', () => {
    expect(read('code,n\n007,1E5\n').rows[1]).toEqual(['007', '1E5']);
  });

  it('keeps ragged rows as they are', () => {
    expect(read('a,b,c\n1\n1,2,3,4\n').rows.map((row) => row.length)).toEqual([3, 1, 4]);
  });

  it('keeps two headings of one name, and __proto__', () => {
    expect(read('__proto__,a,a\n1,2,3\n').rows[0]).toEqual(['__proto__', 'a', 'a']);
  });

  it.each(['\n', '\r\n', '\r'] as const)('reads rows parted by %j', (newline) => {
    const table = read(['a,b', '"x', 'y",2', '', '3,4'].join(newline));
    expect(table.newline).toBe(newline);
    expect(table.rows).toEqual([
      ['a', 'b'],
      ['x\ny', '2'],
      ['3', '4'],
    ]);
    expect(table.lines).toEqual([1, 2, 5]);
  });

  it('refuses a quotation mark that is never closed, with its line', () => {
    expect(problemsOf('a,b\n1,2\n"3\nx",4\n5,"six\n7,8\n')).toEqual([
      { line: 5, message: expect.stringContaining('line 5') as string },
    ]);
  });

  it('refuses an empty file and one that is too large', () => {
    expect(problemsOf('')[0]).toMatchObject({ line: 0 });
    expect(problemsOf('\uFEFF \n')[0]?.message).toContain('empty');
    expect(problemsOf('a,b\n', { maxBytes: 3 })[0]?.message).toContain('at most');
  });
});

describe('writing', () => {
  it.each([
    '=1+1',
    '+44 7700',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '"=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
  ])('takes the sting out of %j for Excel, exactly undone on the way back', (text) => {
    const written = writeCsv([[text, 'x']], { forExcel: true });
    expect(written.replace(/^\uFEFF"?/, '').startsWith("'")).toBe(true);
    const [cell] = read(written).rows[0] ?? [];
    expect(unescapeForExcel(cell ?? '')).toBe(text.replaceAll('\r', '\n'));
  });

  it('leaves numbers as numbers and ordinary words alone', () => {
    expect(writeCsv([[-5, 'Kingsway', null, "it's"]], { forExcel: true })).toBe(
      "\uFEFF-5,Kingsway,,it's\r\n",
    );
  });

  it('writes raw text for R and SPSS', () => {
    expect(writeCsv([['=1', 'a "b"']], { forExcel: false })).toBe('=1,"a ""b"""\n');
  });

  it('comes back as it went, whatever the words', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.boolean(), (table, forExcel) => {
        // At least one row must say that commas part the cells; a heading row does in real files.
        const width = Math.max(...table.map((row) => row.length));
        const heading = Array.from({ length: width }, (_, i) => `column ${i}`);
        const back = read(writeCsv([heading, ...table], { forExcel }));
        fc.pre(back.delimiter === ',');
        const plain = back.rows
          .slice(1)
          .map((row) => row.map((text) => (forExcel ? unescapeForExcel(text) : text)));
        expect(plain).toEqual(table.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n'))));
      }),
    );
  });
});

describeRealData('CSV files made to break readers', () => {
  const spectrum = (kind: string, file = '') => realPath('csv-torture', 'csv-spectrum', kind, file);

  it('agrees with csv-spectrum on every file', () => {
    // The telephone number of one file was made anonymous in one of its two forms and not the other.
    const files = readdirSync(spectrum('csvs')).filter((f) => f !== 'location_coordinates.csv');
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const { rows } = read(readFileSync(spectrum('csvs', file)));
      const [headings = [], ...rest] = rows;
      const objects = rest.map((row) => Object.fromEntries(headings.map((h, i) => [h, row[i]])));
      const json = readFileSync(spectrum('json', file.replace('.csv', '.json')), 'utf8');
      expect(objects, file).toEqual(JSON.parse(json.replaceAll('\\r\\n', '\\n')));
    }
  });

  it('refuses the malformed file at the line of its stray quotation mark', () => {
    expect(problemsOf(realBytes('csv-torture', 'papaparse', 'malformed.tsv'))).toMatchObject([
      { line: 9 },
    ]);
  });

  it('reads the long and the marked samples', () => {
    expect(read(realBytes('csv-torture', 'papaparse', 'utf-8-bom-sample.csv')).rows[0]).toEqual([
      'A',
      'B',
      'C',
    ]);
    const long = read(realBytes('csv-torture', 'papaparse', 'long-sample.csv'));
    expect(new Set(long.rows.map((row) => row.length)).size).toBe(1);
  });

  it('carries every naughty string there and back, in both flavours', () => {
    const strings = JSON.parse(
      new TextDecoder().decode(realBytes('csv-torture', 'blns.json')),
    ) as string[];
    const table = strings.map((text) => [text, 'x']);
    for (const forExcel of [true, false]) {
      const back = read(writeCsv([['text', 'mark'], ...table], { forExcel })).rows.slice(1);
      const plain = back.map(([text = '']) => (forExcel ? unescapeForExcel(text) : text));
      expect(plain).toEqual(
        strings.map((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '')),
      );
    }
  });

  it('reads every survey export, all with rows of one width', () => {
    for (const file of readdirSync(realPath('surveys')).filter((name) => name.endsWith('.csv'))) {
      const table = read(realBytes('surveys', file));
      const width = table.rows[0]?.length ?? 0;
      expect(width, file).toBeGreaterThan(2);
      expect(table.rows.length, file).toBeGreaterThan(10);
      expect(
        table.rows.every((row) => row.length === width),
        file,
      ).toBe(true);
    }
  });
});
