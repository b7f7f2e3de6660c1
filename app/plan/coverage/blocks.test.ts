import { expect, test } from 'vitest';
import { HUB_POINTS } from '#app/needs/registers/choices.ts';
import { shownBy } from '#templates/frameworks/shown-by.ts';
import { aLine, bsfh, key } from '#test/some-plans.ts';
import { aSite, anAsset, held } from '#test/some-records.ts';
import { dutiesBlocks, hubsBlocks } from './blocks.ts';
import { coverageOf } from './coverage.ts';
import { NO_DUTIES } from './duties.ts';
import { coverageSheets } from './export-coverage.ts';
import { hubTests, NO_HUBS, serviceList, strandRows, type Hubs } from './hubs.ts';

const lines = [aLine({ requirementKeys: [key('BSFH-STR-01')], costPence: 12_345 })];
const records = held({
  sites: [
    aSite({ id: 'a', points: HUB_POINTS.slice(0, 11).map(({ value }) => value) }),
    aSite({ id: 'b', points: null }),
  ],
  assets: [anAsset({ name: '=Health visiting', siteId: 'a' })],
});
const hubs: Hubs = {
  tests: hubTests(records.sites),
  services: serviceList(shownBy, [bsfh()], records),
  strands: strandRows(shownBy, [coverageOf(bsfh(), lines, [], [])], lines, records.sites, []),
};

test('every row of every table is as wide as its headings', () => {
  const tables = [...hubsBlocks({ hubs }), ...dutiesBlocks({ duties: NO_DUTIES })].flatMap(
    (block) => (block.type === 'table' ? [block] : []),
  );
  expect(tables).toHaveLength(3);
  for (const { columns, rows } of tables) {
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  }
  for (const { rows } of coverageSheets({ hubs, duties: NO_DUTIES })) {
    expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
  }
});

test('a point says yes, no or that nobody knows, in words', () => {
  const [table] = hubsBlocks({ hubs }).filter((block) => block.type === 'table');
  expect(table?.rows.map((row) => row.slice(11, 14))).toEqual([
    ['Yes', 'No', '11'],
    ['?', '?', '0'],
  ]);
});

test('a plan without a site says so in a sentence, and its workbook has no empty sheets', () => {
  expect(hubsBlocks({ hubs: NO_HUBS })).toMatchObject([{ type: 'paragraph' }]);
  expect(coverageSheets({ hubs: NO_HUBS, duties: NO_DUTIES })).toEqual([]);
});
