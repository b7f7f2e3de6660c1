import { expect, test } from 'vitest';
import { hostile } from '#test/hostile-words.ts';
import { faultsOfXml } from '#test/robot/looking.ts';
import { sumOfPence } from './money.ts';
import { tornadoPicture } from './tornado-picture.ts';
import { stackedBars } from './years-picture.ts';

// A picture stands in pages and goes into documents as it is: no name in it may end what it stands in, also
// where it is shortened in the middle of a sign. Mutations tried, each alone: `escaped` of either picture,
// and a name that is shortened after it was escaped.

/** Names that are cut at each place, and those that harm. */
const NAMES = [
  ...Array.from({ length: 30 }, (_, at) => hostile(at).short),
  ...Array.from({ length: 45 }, (_, at) => `${'n'.repeat(at)}&<"'>&&&&`),
];

test('no name of a year, a stream or a part ends the picture of what the plan costs', () => {
  for (const label of NAMES) {
    const part = { key: label, label, sum: sumOfPence([100]) };
    const [rows, columns] = [[part], [part]];
    const svg = stackedBars({ rows, columns, cells: [[part.sum]], total: part.sum }) ?? '';
    expect(faultsOfXml(svg, 'svg'), label).toEqual([]);
  }
});

test('no name of a benefit ends the picture of what moves the result', () => {
  for (const name of NAMES) {
    const of = { what: name, item: name, from: name, to: name };
    const svg = tornadoPicture([{ ...of, worst: -100n, best: 100n }]) ?? '';
    expect(faultsOfXml(svg, 'svg'), name).toEqual([]);
  }
});
