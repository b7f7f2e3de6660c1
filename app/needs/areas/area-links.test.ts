import { describe, expect, test } from 'vitest';
import { readOfficial } from './read-any.ts';
import type { AreaChoice } from './area-file.ts';

const read = (lines: string[], choice: AreaChoice = {}) =>
  readOfficial(new TextEncoder().encode(lines.join('\n')), choice);

const links = (lines: string[], choice: AreaChoice = {}) => {
  const official = read(lines, choice);
  if (!official.ok || official.what !== 'links') throw new Error('no links');
  return official.links;
};

const LOOKUP = [
  'LSOA21CD,LSOA21NM,WD24CD,WD24NM,LTLA24CD,LTLA24NM',
  'E01000001,A 001A,E05000001,Northgate,E06000001,X',
  'E01000002,A 001B,E05000001,Northgate,E06000001,X',
  'E01000003,B 001A,E05000002,Southgate,E06000002,Y',
];
const CHANGES = [
  'LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM',
  'E01000001,A 001A,E01000001,A 001A,U,E06000001,X',
  'E01000002,A 001B,E01090001,A 001F,S,E06000001,X',
  'E01000002,A 001B,E01090002,A 001G,S,E06000001,X',
];

describe('lookups, lists and changes', () => {
  test('a lookup says what each small area belongs to', () => {
    const lookup = links(LOOKUP);
    expect(lookup).toMatchObject({ kind: 'lookup', areas: 3, authorities: ['X', 'Y'] });
    expect(lookup.links).toContainEqual({
      code: 'E01000003',
      name: 'B 001A',
      relation: 'ward',
      toCode: 'E05000002',
      toName: 'Southgate',
      change: '',
    });
    expect(links(LOOKUP, { only: 'y' }).areas).toBe(1);
    expect(links(LOOKUP, { own: ['E06000001'] })).toMatchObject({ areas: 2 });
    expect(links(LOOKUP, { own: ['E06000001'] }).notes.join()).toContain('1 rows of other');
  });

  test('a list of changes keeps the kind of each', () => {
    const changes = links(CHANGES);
    expect(changes).toMatchObject({ kind: 'changes', boundaries: '2011', areas: 2 });
    expect(changes.links.map(({ change }) => change)).toEqual(['U', 'S', 'S']);
    expect(links(CHANGES, { own: ['E06000009'] }).notes.join()).toContain(
      'None of your small areas',
    );
  });

  test('a wrong code or kind of change is refused with its line', () => {
    const broken = read([...CHANGES, 'E01000005,A,E01000005,A,Q,E06000001,X']);
    expect(broken).toMatchObject({ ok: false, problems: [{ line: 5 }] });
    const code = read([
      ...LOOKUP,
      ...Array.from({ length: 20 }, (_, i) => `E010001${10 + i},A,E05000001,N,E06000001,X`),
      'E0100000,B,E05000002,S,E06000002,Y',
    ]);
    expect(code).toMatchObject({ ok: false, problems: [{ line: 25 }] });
    expect(read(LOOKUP, { only: 'Nowhere' })).toMatchObject({ ok: false, authorities: ['X', 'Y'] });
  });

  test('a workbook is refused in words that say what to choose instead', () => {
    const workbook = readOfficial(new Uint8Array([0x50, 0x4b, 3, 4, 20]));
    expect(workbook.ok ? '' : workbook.problems[0]?.message).toContain('CSV');
  });
});
