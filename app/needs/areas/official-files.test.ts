import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeRealData, realBytes } from '#test/real-data.ts';
import type { AreaChoice, AreaFile } from './area-file.ts';
import type { LinksFile } from './area-links.ts';
import { decileCounts, leadingMeasure } from './area-summary.ts';
import { readOfficial } from './read-any.ts';

// Every file of figures, codes and changes: what must come of it, or why it is refused.
// The boundaries stand in boundaries.test.ts.

function official(folder: 'iod' | 'la-stats' | 'geo', name: string, choice: AreaChoice = {}) {
  return readOfficial(realBytes(folder, name), { name: name.replace(/\.csv$/, ''), ...choice });
}

function figures(folder: 'iod' | 'la-stats', name: string, choice: AreaChoice = {}): AreaFile {
  const read = official(folder, name, choice);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  if (read.what !== 'figures') throw new Error(`${name} holds ${read.what}`);
  return read.file;
}

function links(name: string, choice: AreaChoice = {}): LinksFile {
  const read = official('geo', name, choice);
  if (!read.ok || read.what !== 'links') throw new Error(`${name} holds no links`);
  return read.links;
}

const areaIn = (file: AreaFile, code: string, level?: string) =>
  file.areas.find((area) => area.code === code && (level === undefined || area.level === level));

/** Every figure that the file leaves out is null and none is made up. */
function missingIsNull(file: AreaFile): boolean {
  return file.missing.every(
    ({ measure, areas }) =>
      file.areas.filter((area) => (area.figures[measure] ?? null) === null).length === areas,
  );
}

test('a file is told by what is in it, whatever it is called', () => {
  const kindOf = (text: string) => {
    const read = readOfficial(new TextEncoder().encode(text));
    return read.ok ? read.what : 'refused';
  };
  const outline = '[[[560000,470000],[561000,470000],[561000,471000],[560000,470000]]]';
  const area = `{"type":"Feature","properties":{"WD25CD":"E05000001"},"geometry":{"type":"Polygon","coordinates":${outline}}}`;
  expect(kindOf(`\uFEFF \n{"type":"FeatureCollection","features":[${area}]}`)).toBe('boundaries');
  expect(kindOf('WD25CD,children\nE05000001,7')).toBe('figures');
  expect(kindOf('LSOA21CD,WD25CD\nE01000001,E05000001')).toBe('links');
  expect(kindOf('{"features": 1}')).toBe('refused');
  expect(kindOf('\0\u0001')).toBe('refused');
});

test('nothing that anybody chooses makes reading fall over: it is read, or refused with a reason', () => {
  const part = fc.oneof(
    fc.json(),
    fc.constantFrom(
      '{"type":"FeatureCollection","features":[',
      '{"properties":{"LSOA21CD":"E01000001"},',
    ),
    fc.constantFrom(
      '"geometry":{"type":"Polygon","coordinates":',
      '[[[1,2],[3,4]]]',
      '}',
      ']',
      '\0',
    ),
    fc.constantFrom(
      'LSOA21CD,n\n',
      'E01000001,c\n',
      'geographic_level,time_period,la_name\n',
      '"',
      ',',
    ),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const read = readOfficial(new TextEncoder().encode(parts.join('')), { own: ['E06000001'] });
      if (!read.ok) expect(read.problems[0]?.message ?? '').toMatch(/\w/);
    }),
    { numRuns: 300 },
  );
});

describeRealData('official files', () => {
  test('File_7_IoD2025_Halton.csv: 80 areas, IDACI for 75 of them', () => {
    const halton = figures('iod', 'File_7_IoD2025_Halton.csv');
    expect(halton).toMatchObject({
      kind: 'iod-2025',
      title: 'English indices of deprivation 2025: Halton',
      boundaries: '2021',
      level: 'small areas',
    });
    expect(halton.areas).toHaveLength(80);
    expect(halton.measures).toHaveLength(52);
    expect(areaIn(halton, 'E01012367')?.figures).toMatchObject({
      'imd-score': 56.967,
      'imd-rank': 1330,
      'imd-decile': 1,
    });
    expect(decileCounts(halton.areas, 'idaci-decile')).toMatchObject({
      withFigure: 75,
      withoutFigure: 5,
    });
    expect(missingIsNull(halton)).toBe(true);
    expect(halton.notes.join()).toContain('cut short');
  });

  test.each([
    ['Bedford', 117],
    ['Westminster', 123],
  ])('File_7_IoD2025_%s.csv: its IDACI columns are empty, so it leads with IMD', (place, areas) => {
    const each = figures('iod', `File_7_IoD2025_${place}.csv`);
    expect(each.areas).toHaveLength(areas);
    expect(decileCounts(each.areas, 'idaci-decile').withFigure).toBe(0);
    expect(leadingMeasure(each.measures, each.areas)?.key).toBe('imd-decile');
    expect(each.notes.join()).toContain('10 of 52 columns hold no figure');
  });

  test('iod2019_england_all_lsoa_ranks_deciles.csv asks which authority, or is cut to ours', () => {
    const name = 'iod2019_england_all_lsoa_ranks_deciles.csv';
    const whole = official('iod', name);
    expect(whole.ok ? '' : whole.problems[0]?.message).toContain('32,844 areas');
    for (const choice of [{ only: 'Halton' }, { own: ['E06000006'] }]) {
      const halton = figures('iod', name, choice);
      expect(halton).toMatchObject({
        kind: 'iod-2019',
        boundaries: '2011',
        title: 'English indices of deprivation 2019: Halton',
      });
      expect(halton.areas).toHaveLength(79);
      expect(areaIn(halton, 'E01012367')?.figures['imd-rank']).toBe(1051);
      expect(halton.notes.join()).toContain('small areas of 2011');
    }
  });

  test('iod2025_header_only.csv is refused: headings and no row', () => {
    const read = official('iod', 'iod2025_header_only.csv');
    expect(read.ok ? '' : read.problems[0]?.message).toContain('E01012367');
  });

  test('iod2025_lad_summary: 296 authorities, six figures for each of ten domains', () => {
    const summary = figures('iod', 'iod2025_lad_summary_trafforddatalab.csv');
    expect(summary).toMatchObject({ kind: 'iod-summary', level: 'local authorities' });
    expect(summary.areas).toHaveLength(296);
    expect(summary.measures).toHaveLength(60);
    const key = summary.measures.find(
      ({ of, at }) =>
        of === 'average_score' && at?.['index_domain'] === 'Index of Multiple Deprivation',
    )?.key;
    expect(areaIn(summary, 'E06000001')?.figures[key ?? '']).toBe(37.58);
  });

  test('children in need and referrals: England, regions and authorities, marks kept as reasons', () => {
    const inNeed = figures('la-stats', 'b1_children_in_need_2013_to_2024.csv');
    const referrals = figures(
      'la-stats',
      'c5_children_in_need_referrals_by_source_2014_to_2024.csv',
    );
    for (const file of [inNeed, referrals]) {
      expect(file.kind).toBe('dfe-statistics');
      const levels = file.areas.map(({ level }) => level);
      expect(levels.filter((level) => level === 'countries')).toHaveLength(1);
      expect(levels.filter((level) => level === 'local authorities')).toHaveLength(161);
      expect(missingIsNull(file)).toBe(true);
      const whys = new Set(file.missing.flatMap(({ why }) => Object.keys(why)));
      expect([...whys].sort()).toEqual(['confidential', 'not available', 'unreliable']);
    }
    expect(inNeed.measures).toHaveLength(16 * 12);
    expect(areaIn(inNeed, 'E92000001')?.figures['anypoint-child-2024']).toBe(702840);
    const durham = referrals.areas.find(({ name }) => name === 'County Durham');
    expect(durham?.figures['referrals-2024']).toBe(4668);
  });

  test('population, census and ethnic group by authority', () => {
    const population = figures('la-stats', 'ons_mid-year_population_estimates_2012_to_2023.csv');
    expect(population.measures.map(({ header }) => header)[0]).toBe('population_estimate: 2023');
    expect(areaIn(population, 'E12000001')?.figures['population-estimate-2023']).toBe(535227);
    const religion = figures('la-stats', 'census2021-ts030-ltla.csv');
    expect(religion.areas).toHaveLength(331);
    expect(areaIn(religion, 'E06000002')?.figures['religion-muslim']).toBe(14703);
    const age = figures('la-stats', 'age_gender21_ltla21_ew.csv');
    expect(age).toMatchObject({ boundaries: '2021' });
    expect(areaIn(age, 'E06000003')?.figures['total-population']).toBe(136538);
    const ethnic = figures('la-stats', 'ethnicity21_ltla21.csv');
    expect(ethnic.areas).toHaveLength(331);
    expect(ethnic.measures).toHaveLength(38);
    expect(ethnic.areas[0]?.figures[ethnic.measures[0]?.key ?? '']).toBe(278);
  });

  test('children in low income: authorities over years, wards for the last of them', () => {
    const poor = figures('la-stats', 'children_low_income_trafford_neighbours.csv');
    const levels = poor.areas.map(({ level }) => level);
    expect(levels.filter((level) => level === 'wards')).toHaveLength(21);
    expect(levels.filter((level) => level === 'local authorities')).toHaveLength(11);
    const relative = poor.measures.find(
      ({ at }) => at?.['period'] === '2017/18' && at['indicator']?.includes('relative'),
    );
    expect(areaIn(poor, 'E08000009')?.figures[relative?.key ?? '']).toBe(13.6);
    expect(poor.areas.find(({ level }) => level === 'wards')?.figures[relative?.key ?? '']).toBe(
      undefined,
    );
    const ready = figures('la-stats', 'school_readiness_gld_trafford_neighbours.csv');
    expect(ready.areas).toHaveLength(12);
    expect(ready.measures).toHaveLength(8);
    expect(areaIn(ready, 'E09000006')?.figures[ready.measures[0]?.key ?? '']).toBe(71.9);
  });

  test('a DfE file of seven levels with a filter: each level apart, areas without a code said', () => {
    const file = figures('la-stats', 'dfe_ees_upload-file-test-with-filter.csv');
    expect(new Set(file.areas.map(({ level }) => level)).size).toBe(7);
    expect(file.measures).toHaveLength(16 * 2);
    expect(areaIn(file, 'E02000987')?.figures['admission-numbers-2005-orange']).toBe(8557);
    expect(file.notes.join()).toContain('RSC region (38)');
  });

  test('a DfE file that says two things of one area and year is refused with the lines', () => {
    const read = official('la-stats', 'dfe_ees_all_geographies.csv');
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems[0]).toMatchObject({ line: 41 });
    expect(read.problems.every(({ message }) => message.includes('twice'))).toBe(true);
  });

  test('lists of authorities with what became of old codes', () => {
    // Never cut to one authority: it is how old codes and names are recognised.
    const list = links('la_all_codes.csv', { own: ['E06000006'] });
    expect(list).toMatchObject({ kind: 'code-list', areas: 415 });
    expect(list.links).toContainEqual(
      expect.objectContaining({
        code: 'E06000028',
        name: 'Bournemouth',
        relation: 'current code',
        toCode: 'E06000058',
      }),
    );
    expect(links('utla_all_codes.csv')).toMatchObject({ kind: 'code-list', areas: 218 });
  });

  test('the lookup of small areas to wards, whole or cut to Halton', () => {
    const lookup = links('lookup_lsoa21_ward24_ltla24.csv');
    expect(lookup).toMatchObject({ kind: 'lookup', areas: 1731, boundaries: '2021' });
    expect(lookup.authorities).toHaveLength(10);
    const halton = links('lookup_lsoa21_ward24_ltla24.csv', { own: ['E06000006'] });
    expect(halton.areas).toBe(80);
    const wards = halton.links.filter(({ relation }) => relation === 'ward');
    expect(new Set(wards.map(({ toCode }) => toCode)).size).toBe(18);
  });

  test('the changes of small areas: one area of Halton was split, six pairs of Westminster joined', () => {
    const name = 'lsoa11_to_lsoa21_changes_only_england.csv';
    const all = links(name);
    expect(all).toMatchObject({ kind: 'changes', boundaries: '2011' });
    expect(all.links).toHaveLength(2045);
    expect(links(name, { own: ['E06000006'] }).links).toMatchObject([
      { code: 'E01012428', toCode: 'E01035382', change: 'S' },
      { code: 'E01012428', toCode: 'E01035383', change: 'S' },
    ]);
    const westminster = links(name, { only: 'Westminster' }).links;
    expect(westminster.filter(({ change }) => change === 'M')).toHaveLength(12);
  });
});
