import { describe, expect, test } from 'vitest';
import { describeRealData, realBytes } from '#test/real-data.ts';
import type { AreaLink, Change } from './area-links.ts';
import { bridge } from './bridge.ts';
import { readOfficial } from './read-any.ts';

const changed = (code: string, toCode: string, change: Change): AreaLink => ({
  code,
  name: code,
  relation: 'area of 2021',
  toCode,
  toName: toCode,
  change,
});
const DECILE = {
  key: 'idaci-decile',
  header: 'Income Deprivation Affecting Children Index (IDACI) Decile (where 1 is most deprived)',
};
const COUNT = { key: 'children', header: 'Children aged 0-15' };
const area = (code: string, decile: number | null, children: number | null) => ({
  code,
  name: code,
  figures: { 'idaci-decile': decile, children },
});

// A stays; B is split into B1 and B2; C and D are joined; E is redrawn; F and G agree and are joined.
const OLD = [
  area('A', 1, 10),
  area('B', 2, 20),
  area('C', 3, 30),
  area('D', 4, 40),
  area('E', 5, 50),
  area('F', 6, 60),
  area('G', 6, 70),
];
const CHANGES = [
  changed('B', 'B1', 'S'),
  changed('B', 'B2', 'S'),
  changed('C', 'CD', 'M'),
  changed('D', 'CD', 'M'),
  changed('E', 'E9', 'X'),
  changed('F', 'FG', 'M'),
  changed('G', 'FG', 'M'),
];
const NEW = ['A', 'B1', 'B2', 'CD', 'E9', 'FG', 'Z'];
const years = { figures: '2011', outlines: '2021' };

describe('figures over other boundaries', () => {
  test('a tenth is carried to the parts of a split area, and to joined ones that agree', () => {
    const { figures } = bridge(OLD, DECILE, NEW, years, CHANGES);
    expect([...figures].map(([code, { figure, how }]) => [code, figure, how])).toEqual([
      ['A', 1, 'same'],
      ['B1', 2, 'carried'],
      ['B2', 2, 'carried'],
      ['CD', null, 'merged'],
      ['E9', null, 'irregular'],
      ['FG', 6, 'carried'],
      ['Z', null, 'not in the file'],
    ]);
  });

  test('a count is added where areas were joined and never shared out', () => {
    const { figures, without, sentences } = bridge(OLD, COUNT, NEW, years, CHANGES);
    expect(figures.get('CD')).toMatchObject({ figure: 70, how: 'added' });
    expect(figures.get('B1')).toMatchObject({ figure: null, how: 'split' });
    expect(without).toEqual([]);
    expect(sentences.join(' ')).toContain('areas of 2011, the map of those of 2021');
  });

  test('without the list only equal codes are joined, and that is said', () => {
    const { figures, without, sentences } = bridge(OLD, DECILE, NEW, years, null);
    expect(figures.get('A')?.figure).toBe(1);
    expect(figures.get('B1')?.figure).toBeNull();
    expect(without).toEqual(['B', 'C', 'D', 'E', 'F', 'G']);
    expect(sentences.join(' ')).toContain('Bring in the list of changes');
  });

  test('a missing figure stays missing', () => {
    const some = [area('C', null, null), area('D', 4, 40)];
    expect(bridge(some, COUNT, ['CD'], years, CHANGES).figures.get('CD')?.figure).toBeNull();
  });
});

describeRealData('Halton of 2019 on the boundaries of 2021', () => {
  test('78 areas did not change, two take the tenth of the one that was split', () => {
    const halton = readOfficial(realBytes('iod', 'iod2019_england_all_lsoa_ranks_deciles.csv'), {
      only: 'Halton',
    });
    const changes = readOfficial(realBytes('geo', 'lsoa11_to_lsoa21_changes_only_england.csv'), {
      only: 'Halton',
    });
    const outlines = readOfficial(realBytes('geo', 'halton_lsoa.geojson'));
    if (!halton.ok || halton.what !== 'figures') throw new Error('no figures');
    if (!changes.ok || changes.what !== 'links') throw new Error('no changes');
    if (!outlines.ok || outlines.what !== 'boundaries') throw new Error('no boundaries');
    const codes = outlines.boundaries.shapes.map(({ code }) => code);
    const measure = halton.file.measures.find(({ key }) => key === 'imd-decile');
    if (!measure) throw new Error('no decile');
    const { figures, without } = bridge(
      halton.file.areas,
      measure,
      codes,
      years,
      changes.links.links,
    );
    const hows = [...figures.values()].map(({ how }) => how);
    expect(hows.filter((how) => how === 'same')).toHaveLength(78);
    expect(hows.filter((how) => how === 'carried')).toHaveLength(2);
    expect(without).toEqual([]);
  });
});
