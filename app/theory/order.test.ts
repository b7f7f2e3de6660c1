import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, crossingLines, dagreCrossings, randomColumns } from '#test/layered-graphs.ts';
import { starterTheories } from '#templates/theories/index.ts';
import { processorTime } from '#test/processor-time.ts';
import { crossings, ordered, woven, type Edge } from './order.ts';

const graph = fc
  .record({
    sizes: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 6 }),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
  })
  .map(({ sizes, pairs }) => {
    const columns = sizes.map((size, at) => Array.from({ length: size }, (_, i) => `${at}.${i}`));
    const ids = columns.flat();
    const edges = pairs.flatMap(([a, b]): Edge[] => {
      const [source, target] = [ids[a % ids.length], ids[b % ids.length]];
      return source === undefined || target === undefined ? [] : [[source, target]];
    });
    return { columns, edges };
  });

describe('the order within columns', () => {
  test('undoes crossings that swapping can undo', () => {
    const columns = [
      ['a', 'b', 'c'],
      ['x', 'y', 'z'],
    ];
    const edges: Edge[] = [
      ['a', 'z'],
      ['b', 'y'],
      ['c', 'x'],
    ];
    expect(crossings(columns, edges)).toBe(3);
    expect(crossings(ordered(columns, edges), edges)).toBe(0);
  });

  test('counts the crossings of long links in the columns that they pass', () => {
    const columns = [['a', 'b'], ['m'], ['x', 'y']];
    const edges: Edge[] = [
      ['a', 'y'],
      ['b', 'x'],
    ];
    expect(crossings(columns, edges)).toBe(1);
  });

  test('leads a long link past the box on its way, through the gap where it crosses least', () => {
    const columns = [
      ['a', 'b'],
      ['m', 'n'],
      ['x', 'y'],
    ];
    const edges: Edge[] = [
      ['a', 'm'],
      ['m', 'x'],
      ['b', 'n'],
      ['n', 'y'],
      ['a', 'y'],
    ];
    const { graph: found, waypoints } = woven(columns, edges);
    const [way] = waypoints[4] ?? [];
    expect(found.order[1]?.indexOf(way ?? -1)).toBe(1);
    expect(crossings(columns, edges)).toBe(0);
  });

  test('never makes it worse, loses no box, and is the same each time', () => {
    fc.assert(
      fc.property(graph, ({ columns, edges }) => {
        const result = ordered(columns, edges);
        expect(result.map((ids) => ids.toSorted())).toEqual(columns.map((ids) => ids.toSorted()));
        expect(crossings(result, edges)).toBeLessThanOrEqual(crossings(columns, edges));
        expect(ordered(columns, edges)).toEqual(result);
      }),
    );
  });

  test('counts what a plain comparison of all lines counts', () => {
    fc.assert(
      fc.property(graph, ({ columns, edges }) => {
        const { graph: found } = woven(columns, edges);
        const lines = found.order.flatMap((layer, x) =>
          layer.flatMap((node, y) =>
            (found.right[node] ?? []).map((end) => [
              { x, y },
              { x: x + 1, y: found.place[end] ?? 0 },
            ]),
          ),
        );
        expect(crossings(columns, edges)).toBe(crossingLines(lines));
      }),
    );
  });

  test('of sixty boxes finds all that can be saved', () => {
    // A theory that is plain to read, with its boxes shuffled: all crossings can be undone.
    const columns = Array.from({ length: 6 }, (_, at) =>
      Array.from({ length: 10 }, (_, row) => `${at}.${(row * 7 + at * 3) % 10}`),
    );
    const edges = columns
      .slice(1)
      .flatMap((ids, at) =>
        ids.flatMap((_, row): Edge[] => [
          [`${at}.${row}`, `${at + 1}.${row}`],
          ...(row % 2 === 0 ? [[`${at}.${row}`, `${at + 1}.${row + 1}`] as const] : []),
        ]),
      );
    expect(crossings(columns, edges)).toBe(185);
    expect(crossings(ordered(columns, edges), edges)).toBe(0);
  });

  test('of the largest theory takes no more than a few seconds, and is the same each time', () => {
    const { columns, edges } = randomColumns(1_000, 3_000, 1);
    // As wild as can be: from any box to any other, over all columns between.
    const ids = columns.flat();
    const wild = edges.map((edge, at): Edge => [edge[0], ids[(at * 379) % ids.length] ?? '']);
    const began = processorTime();
    const first = ordered(columns, wild);
    // Without its limits it takes minutes; a slow machine under load stays far below this.
    expect(processorTime() - began).toBeLessThan(15_000);
    expect(ordered(columns, wild)).toEqual(first);
  });

  test.each([
    ...[1, 2, 3].map((seed) => randomColumns(30, 39, seed)),
    ...[1, 2, 3].map((seed) => randomColumns(60, 84, seed)),
    randomColumns(120, 180, 1),
    ...starterTheories.map(({ theory }) => columnsOf(theory)),
  ])('never crosses more links than dagre: $name', (one) => {
    const ours = crossings(ordered(one.columns, one.edges), one.edges);
    expect(ours).toBeLessThanOrEqual(dagreCrossings(one));
  });
});
