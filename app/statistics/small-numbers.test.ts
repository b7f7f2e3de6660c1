import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, type Figure } from './disclosure-audit.ts';
import {
  HIDDEN,
  isSmall,
  maskCounts,
  maskTable,
  revealsByDifference,
  THRESHOLD,
} from './small-numbers.ts';

describe('one question with its total', () => {
  it('hides the small count and the next smallest, which would give it away', () => {
    expect(maskCounts([212, 3, 40, 143])).toEqual({
      counts: [212, HIDDEN, HIDDEN, 143],
      total: 398,
    });
  });

  it('shows two small counts as hidden without a third when their sum is doubt enough', () => {
    expect(maskCounts([4, 90, 2])).toEqual({ counts: [HIDDEN, 90, HIDDEN], total: 96 });
    expect(maskCounts([1, 90, 1, 30])).toEqual({
      counts: [HIDDEN, 90, HIDDEN, HIDDEN],
      total: 122,
    });
  });

  it('leaves zeros in sight unless they are to be hidden too', () => {
    expect(maskCounts([0, 60, 40]).counts).toEqual([0, 60, 40]);
    expect(maskCounts([0, 60, 40], { hideZeros: true }).counts).toEqual([HIDDEN, 60, HIDDEN]);
  });

  it('hides everything under a total that is itself small', () => {
    expect(maskCounts([3, 0])).toEqual({ counts: [HIDDEN, HIDDEN], total: HIDDEN });
  });

  it('never leaves a hidden count that can be derived', () => {
    fc.assert(
      fc.property(countsOf(12), fc.boolean(), (counts, hideZeros) => {
        const { counts: shown, total } = maskCounts(counts, { hideZeros });
        shown.forEach((each, at) => {
          if (isSmall(counts[at] ?? 0, { hideZeros })) expect(each).toBe(HIDDEN);
        });
        if (total === HIDDEN) {
          expect(shown.every((each) => each === HIDDEN)).toBe(true);
          return;
        }
        const left =
          total - shown.reduce<number>((sum, each) => sum + (each === HIDDEN ? 0 : each), 0);
        const hidden = shown.filter((each) => each === HIDDEN).length;
        if (hidden > 0) {
          expect(hidden).toBeGreaterThan(1);
          expect(left).toBeGreaterThanOrEqual(THRESHOLD);
        }
      }),
    );
  });
});

describe('the worked table', () => {
  const A_B_C = [
    [20, 3, 12],
    [15, 18, 9],
    [10, 14, 30],
  ];

  it('is published with the cheapest rectangle hidden', () => {
    expect(maskTable(A_B_C)).toEqual({
      cells: [
        [20, HIDDEN, HIDDEN],
        [15, HIDDEN, HIDDEN],
        [10, 14, 30],
      ],
      rowTotals: [35, 42, 54],
      columnTotals: [45, 35, 51],
      total: 131,
    });
  });

  it('leaves the small count anything from 0 to 15', () => {
    const bounds = boundsIn(A_B_C, maskTable(A_B_C).cells);
    expect(bounds).toEqual([
      { min: 0, max: 15 },
      { min: 0, max: 15 },
      { min: 6, max: 21 },
      { min: 6, max: 21 },
    ]);
  });

  it('would be given away by hiding one cell, or two in a row', () => {
    expect(
      boundsIn(A_B_C, [
        [20, HIDDEN, 12],
        [15, 18, 9],
        [10, 14, 30],
      ]),
    ).toEqual([{ min: 3, max: 3 }]);
    expect(
      boundsIn(A_B_C, [
        [20, HIDDEN, HIDDEN],
        [15, 18, 9],
        [10, 14, 30],
      ])[0],
    ).toEqual({
      min: 3,
      max: 3,
    });
  });
});

describe('tables of two questions', () => {
  it('takes the grand total as known: a hidden total does not follow from it and the others', () => {
    const { rowTotals, columnTotals, total } = maskTable([
      [1, 0],
      [3, 2],
    ]);
    expect(total).toBe(6);
    for (const each of [...rowTotals, ...columnTotals]) expect(each).toBe(HIDDEN);
  });

  it('hides a small total with the row under it, and what would give it away', () => {
    const masked = maskTable([
      [2, 1, 0],
      [30, 20, 25],
      [18, 40, 22],
    ]);
    expect(masked.rowTotals[0]).toBe(HIDDEN);
    expect(masked.rowTotals.filter((total) => total === HIDDEN).length).toBeGreaterThan(1);
    expect(masked.total).toBe(158);
  });

  it('hides all of a table with fewer answers than the threshold', () => {
    const masked = maskTable([
      [1, 0],
      [0, 2],
    ]);
    expect(masked.total).toBe(HIDDEN);
    expect(masked.cells.flat().every((cell) => cell === HIDDEN)).toBe(true);
  });

  it('touches nothing where nothing is small', () => {
    const counts = [
      [20, 0],
      [5, 9],
    ];
    expect(maskTable(counts).cells).toEqual(counts);
  });

  it('never leaves a figure that can be derived, small totals included', () => {
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(countsOf(columns, columns), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(tables, (counts) => {
        const masked = maskTable(counts);
        counts.forEach((row, r) =>
          row.forEach((count, c) => {
            if (isSmall(count)) expect(masked.cells[r]?.[c]).toBe(HIDDEN);
          }),
        );
        if (masked.total === HIDDEN) return;
        for (const { min, max } of hiddenBounds(counts, masked)) {
          expect(max - min).toBeGreaterThanOrEqual(THRESHOLD);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('audits exactly: bounds agree with trying every table', () => {
    const small = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
    const hide = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(small, hide, (values, hidden) => {
        const counts = [values.slice(0, 2), values.slice(2)];
        const cells = counts.map((row, r) =>
          row.map((count, c) => (hidden[r * 2 + c] ? HIDDEN : count)),
        );
        expect(boundsIn(counts, cells)).toEqual(boundsByTrying(counts, cells));
      }),
    );
  });
});

describe('differencing', () => {
  it('refuses “all but ward A: 128” beside “the whole borough: 131”', () => {
    expect(revealsByDifference([131], [128])).toBe(true);
    expect(revealsByDifference([131], [126])).toBe(false);
    expect(revealsByDifference([131], [131])).toBe(false);
  });

  it('looks at every count, not only at the total', () => {
    expect(revealsByDifference([131, 50, 81], [100, 48, 52])).toBe(true);
  });
});

function countsOf(most: number, least = 1) {
  const count = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 200 }));
  return fc.array(count, { minLength: least, maxLength: most });
}

type Cells = readonly (readonly (number | typeof HIDDEN)[])[];

/** The audit written out for a table whose totals are all shown. */
function boundsIn(counts: readonly (readonly number[])[], cells: Cells) {
  const figures = counts.flatMap((row, r) =>
    row.map((value, c): Figure => ({
      from: `r${r}`,
      to: `c${c}`,
      value,
      hidden: cells[r]?.[c] === HIDDEN,
    })),
  );
  return boundsOf(figures).filter((_, i) => figures[i]?.hidden);
}

function hiddenBounds(
  counts: readonly (readonly number[])[],
  masked: ReturnType<typeof maskTable>,
) {
  const figures: Figure[] = [];
  counts.forEach((row, r) => {
    row.forEach((value, c) =>
      figures.push({ from: `r${r}`, to: `c${c}`, value, hidden: masked.cells[r]?.[c] === HIDDEN }),
    );
    const total = row.reduce((a, b) => a + b, 0);
    figures.push({
      from: 'all',
      to: `r${r}`,
      value: total,
      hidden: masked.rowTotals[r] === HIDDEN,
    });
  });
  masked.columnTotals.forEach((shown, c) => {
    const total = counts.reduce((sum, row) => sum + (row[c] ?? 0), 0);
    figures.push({ from: `c${c}`, to: 'all', value: total, hidden: shown === HIDDEN });
  });
  return boundsOf(figures).filter((_, i) => figures[i]?.hidden);
}

/** Every 2 by 2 table with the same totals and the same cells in sight, one after the other. */
function boundsByTrying(counts: readonly (readonly number[])[], cells: Cells) {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = counts;
  const fits: number[][] = [];
  for (let x = -12; x <= 12; x += 1) {
    const table = [a + x, b - x, c - x, d + x];
    const agrees = table.every((value, i) => {
      const shown = cells[Math.floor(i / 2)]?.[i % 2];
      return value >= 0 && (shown === HIDDEN || shown === value);
    });
    if (agrees) fits.push(table);
  }
  return [0, 1, 2, 3]
    .filter((i) => cells[Math.floor(i / 2)]?.[i % 2] === HIDDEN)
    .map((i) => {
      const values = fits.map((table) => table[i] ?? 0);
      return { min: Math.min(...values), max: Math.max(...values) };
    });
}
