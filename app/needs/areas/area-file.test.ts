import { describe, expect, it } from 'vitest';
import { readCsv } from '#app/survey/csv.ts';
import { readAreaFile, type AreaChoice, type AreaFile, type ReadAreaFile } from './area-file.ts';
import { sayMeasure } from './area-headers.ts';
import { decileCounts, leadingMeasure, sortedAreas } from './area-summary.ts';

function read(bytes: Uint8Array, options?: AreaChoice): ReadAreaFile {
  const csv = readCsv(bytes);
  if (!csv.ok) throw new Error(csv.problems[0]?.message);
  return readAreaFile(csv.rows, csv.lines, options);
}

function file(bytes: Uint8Array, options?: AreaChoice): AreaFile {
  const result = read(bytes, options);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.file;
}

const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
const problems = (result: ReadAreaFile) => (result.ok ? [] : result.problems);

const HEAD =
  'LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Local Authority District name (2024),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Income Deprivation Affecting Children Index (IDACI) Rank (where 1 is most deprived),Income Deprivation Affecting Children Index (IDACI) Decile (where 1 is most deprived 10% of LSO';

describe('files of figures by area', () => {
  it('recognises the indices by their headings, one of them cut short', () => {
    const indices = file(
      bytes(
        HEAD,
        'E01999001,Wexcombe 001A,E06999999,Wexcombe,2,900,1',
        'E01999002,Wexcombe 001B,E06999999,Wexcombe,9,,',
        'E01999003,Wexcombe 001C,E06999999,Wexcombe,1,300,1',
      ),
    );
    expect(indices).toMatchObject({
      title: 'English indices of deprivation 2025: Wexcombe',
      kind: 'iod-2025',
      level: 'small areas',
      boundaries: '2021',
    });
    expect(indices.measures.map(({ key }) => key)).toEqual([
      'imd-decile',
      'idaci-rank',
      'idaci-decile',
    ]);
    expect(indices.measures.map(sayMeasure)).toEqual(['IMD decile', 'IDACI rank', 'IDACI decile']);
    expect(indices.areas[1]?.figures).toEqual({
      'imd-decile': 9,
      'idaci-rank': null,
      'idaci-decile': null,
    });
    expect(indices.missing).toMatchObject([
      { measure: 'idaci-rank', areas: 1, why: { empty: 1 } },
      { measure: 'idaci-decile', areas: 1 },
    ]);
    expect(indices.notes.join()).toContain('cut short');
    const leading = leadingMeasure(indices.measures, indices.areas);
    expect(leading?.key).toBe('idaci-decile');
    expect(leading && sortedAreas(indices.areas, leading).map(({ name }) => name)).toEqual([
      'Wexcombe 001C',
      'Wexcombe 001A',
      'Wexcombe 001B',
    ]);
    expect(decileCounts(indices.areas, 'idaci-decile')).toEqual({
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      withFigure: 2,
      withoutFigure: 1,
    });
  });

  it('keeps why a figure is missing and never makes it a zero', () => {
    const figures = file(
      bytes(
        'new_la_code,la_name,referrals',
        'E06000001,A,c',
        'E06000002,B,x',
        'E06000003,C,0',
        'E06000004,D,7',
        'E06000005,E,-',
      ),
      { name: 'Referrals' },
    );
    expect(figures.title).toBe('Referrals');
    expect(figures.areas.map((area) => area.figures['referrals'])).toEqual([
      null,
      null,
      0,
      7,
      null,
    ]);
    expect(figures.missing[0]?.why).toEqual({
      confidential: 1,
      'not available': 1,
      'not applicable': 1,
    });
  });

  it('lays the periods and categories of a long file side by side', () => {
    const long = file(
      bytes(
        'area_code,area_name,period,value',
        'E06000001,A,2022,5',
        'E06000001,A,2023,6',
        'E06000002,B,2022,7',
        'E06000002,B,2023,8',
      ),
    );
    expect(long.measures.map(({ header }) => header)).toEqual(['2022', '2023']);
    expect(long.areas[1]?.figures).toEqual({ '2022': 7, '2023': 8 });
  });

  it('says which line is wrong and takes nothing', () => {
    expect(
      problems(
        read(
          bytes(
            HEAD,
            ...Array.from({ length: 30 }, (_, i) => `E010000${10 + i},A,E06000001,X,2,1,2`),
            'E0100001,B,E06000001,X,2,1,2',
          ),
        ),
      ),
    ).toEqual([{ line: 32, message: expect.stringContaining('E0100001') as string }]);
    expect(problems(read(bytes(HEAD, 'E01000001,A,E06000001,X,11,1,2')))[0]).toMatchObject({
      line: 2,
      message: expect.stringContaining('1 to 10') as string,
    });
    expect(
      problems(read(bytes('code,name,n', 'E01000001,A,5', 'E01000001,A,6')))[0]?.message,
    ).toContain('twice');
  });

  it('takes each row of a file of many levels for the area that it names', () => {
    const many = file(
      bytes(
        'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,school_urn,school_name,children',
        '2024,Reporting year,National,E92000001,England,,,,,,,100',
        '2024,Reporting year,Regional,E92000001,England,E12000001,North East,,,,,40',
        '2024,Reporting year,Local authority,E92000001,England,E12000001,North East,E06000001,Hartlepool,,,c',
        '2023,Reporting year,Local authority,E92000001,England,E12000001,North East,E06000001,Hartlepool,,,7',
        '2024,Reporting year,School,E92000001,England,E12000001,North East,E06000001,Hartlepool,101,A School,2',
      ),
    );
    expect(many.kind).toBe('dfe-statistics');
    expect(many.areas.map(({ name, level }) => [name, level])).toEqual([
      ['England', 'countries'],
      ['North East', 'regions'],
      ['Hartlepool', 'local authorities'],
    ]);
    expect(many.areas[2]?.figures).toEqual({ 'children-2024': null, 'children-2023': 7 });
    expect(many.measures.map(({ at }) => at)).toEqual([
      { time_period: '2024' },
      { time_period: '2023' },
    ]);
    expect(many.notes.join()).toContain('School (1)');
  });

  it('cuts a larger file to the authority’s own areas, and never a list of authorities', () => {
    const two = bytes(HEAD, 'E01000001,A,E06000001,X,2,1,2', 'E01000002,B,E06000002,Y,2,1,2');
    expect(file(two, { own: ['E06000002'] }).areas.map(({ name }) => name)).toEqual(['B']);
    expect(file(two, { own: ['E06000002'], only: 'X' }).areas.map(({ name }) => name)).toEqual([
      'A',
    ]);
    expect(problems(read(two, { own: ['E06000009'] }))[0]?.message).toContain('E06000009');
    const plain = bytes('LSOA21CD,children', 'E01000001,5', 'E01000002,6');
    expect(file(plain, { ownAreas: new Set(['E01000002']) }).areas).toHaveLength(1);
    const authorities = bytes('la_code,n', 'E06000001,5', 'E06000002,6');
    expect(file(authorities, { own: ['E06000002'] }).areas).toHaveLength(2);
  });

  it('refuses what holds no codes or no figures, in words that say what to choose', () => {
    expect(problems(read(bytes('hub,visits', 'A,5')))[0]?.message).toContain('E01012367');
    expect(problems(read(bytes('LSOA21CD,LSOA21NM', 'E01000001,A')))[0]?.message).toContain(
      'no column of figures',
    );
  });

  it('keeps one authority of many, and names what it has when the name is wrong', () => {
    const two = bytes(HEAD, 'E01000001,A,E06000001,X,2,1,2', 'E01000002,B,E06000002,Y,2,1,2');
    expect(file(two, { only: 'y' }).areas.map(({ name }) => name)).toEqual(['B']);
    expect(file(two, { only: 'E06000001' }).areas).toHaveLength(1);
    expect(read(two, { only: 'Z' })).toMatchObject({ ok: false, authorities: ['X', 'Y'] });
  });
});
