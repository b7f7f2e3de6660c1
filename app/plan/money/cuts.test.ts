import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCost, aLine, aStream, someCosts, someLines, someStreams } from '#test/some-plans.ts';
import { crossTable, cutOf, CUTS } from './cuts.ts';
import { accountsOf } from './money.ts';

describe('the money of a plan', () => {
  test('adds up to the same pence over every cut, for any plan', () => {
    fc.assert(
      fc.property(someStreams, someLines, someCosts, (streams, lines, costs) => {
        const { items, total } = accountsOf(lines, streams, costs);
        for (const cut of CUTS) {
          const parts = cutOf(items, cut, streams);
          expect(parts.reduce((sum, part) => sum + part.sum.pence, 0)).toBe(total.committed.pence);
          expect(parts.reduce((sum, part) => sum + part.sum.unknown, 0)).toBe(
            total.committed.unknown,
          );
        }
        for (const rows of CUTS) {
          for (const columns of CUTS) {
            const table = crossTable(items, { rows, columns }, streams);
            const cells = table.cells.flat().reduce((sum, cell) => sum + (cell?.pence ?? 0), 0);
            expect(cells).toBe(total.committed.pence);
            table.rows.forEach((row, at) => {
              const across = table.cells[at]?.reduce((sum, cell) => sum + (cell?.pence ?? 0), 0);
              expect(across).toBe(row.sum.pence);
            });
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('costs no more of any part when a cost goes, unless an estimate takes its place', () => {
    fc.assert(
      fc.property(someStreams, someLines, someCosts, fc.nat(), (streams, lines, costs, at) => {
        const bare = lines.map((line) => ({ ...line, costPence: null }));
        const less = costs.filter((_, each) => each !== at % Math.max(1, costs.length));
        const before = accountsOf(bare, streams, costs);
        const after = accountsOf(bare, streams, less);
        expect(after.total.committed.pence).toBeLessThanOrEqual(before.total.committed.pence);
        for (const cut of CUTS) {
          const was = new Map(cutOf(before.items, cut, streams).map((p) => [p.key, p.sum.pence]));
          for (const { key, sum } of cutOf(after.items, cut, streams)) {
            expect(sum.pence).toBeLessThanOrEqual(was.get(key) ?? 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('charges a cost to no stream where none pays for it, whatever stream its line has', () => {
    const lines = [aLine({ id: 'l', streamId: 'a' })];
    const costs = [
      aCost({ id: 'of-line', lineId: 'l' }),
      aCost({ id: 'unfunded', lineId: 'l', unfunded: true }),
      aCost({ id: 'gone', lineId: 'l', streamId: 'gone' }),
    ];
    const { items, unfunded } = accountsOf(lines, [aStream({ id: 'a' })], costs);
    expect(items.map(({ id, streamId }) => [id, streamId])).toEqual([
      ['of-line', 'a'],
      ['unfunded', null],
      ['gone', null],
    ]);
    expect(unfunded?.items.map(({ id }) => id)).toEqual(['unfunded', 'gone']);
  });

  test('counts a line by its own costs where it has any, and by its estimate otherwise', () => {
    const stream = aStream({ id: 's' });
    const broken = aLine({ id: 'broken', costPence: 5_000, streamId: 's', strand: 'parenting' });
    const whole = aLine({ id: 'whole', costPence: 700, endsOn: '2028-03-31' });
    const costs = [
      aCost({ lineId: 'broken', amountPence: 2_000 }),
      aCost({ lineId: 'broken', amountPence: null, year: '', kind: 'premises', strand: 'send' }),
      aCost({ amountPence: 300, kind: 'evaluation' }),
    ];
    const { items, total, unfunded } = accountsOf([broken, whole], [stream], costs);
    expect(total.committed).toEqual({ pence: 3_000, known: 3, unknown: 1 });
    expect(cutOf(items, 'year', [stream]).map(({ label, sum }) => [label, sum.pence])).toEqual([
      ['2026-27', 2_300],
      ['No one year', 700],
    ]);
    expect(cutOf(items, 'strand', [stream]).map(({ key }) => key)).toEqual([
      'parenting',
      'send',
      '',
    ]);
    expect(cutOf(items, 'kind', [stream]).map(({ key }) => key)).toEqual([
      'staffing',
      'premises',
      'evaluation',
      '',
    ]);
    expect(unfunded?.items.map(({ what }) => what)).toEqual([whole.title, costs[2]?.what]);
  });

  test('of a stopped line is nothing, its costs included', () => {
    const line = aLine({ id: 'l', status: 'stopped' });
    const { items } = accountsOf([line], [], [aCost({ lineId: 'l' })]);
    expect(items).toEqual([]);
  });
});
