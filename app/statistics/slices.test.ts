import { describe, expect, it } from 'vitest';
import { maskSlices, maskTrio } from './slices.ts';

/** Two slices of a table of three by three, the second small in one corner. */
const counts = (small: number) =>
  [
    [
      [30, 30],
      [30, 30],
      [30, 30],
    ],
    [
      [30, 30],
      [40, small],
      [20, 20],
    ],
    [
      [30, 30],
      [15, 25],
      [30, 30],
    ],
  ] as const;

describe('slices of a table by a third question', () => {
  it('shows everything where nothing is small', () => {
    const masked = maskSlices(counts(20));
    expect(masked).toEqual({
      hidden: [[], [], []].map(() => [false, false, false]),
      refused: false,
    });
  });

  it('hides a small cell in every slice, with a rectangle round it', () => {
    const { hidden, refused } = maskSlices(counts(3));
    expect(refused).toBe(false);
    expect(hidden[1]?.[1]).toBe(true);
    const many = hidden.flat().filter(Boolean).length;
    expect(many).toBeGreaterThanOrEqual(4);
    expect(many).toBeLessThan(9);
  });

  it('refuses a filter when nothing could be shown', () => {
    expect(
      maskSlices([
        [
          [3, 40],
          [30, 40],
        ],
        [
          [20, 4],
          [60, 30],
        ],
      ]).refused,
    ).toBe(true);
  });

  it('refuses “all but ward A: 128” beside “the whole borough: 131”', () => {
    // Who said what by borough, less ward A with its 3 answers: ward A is the second slice.
    const wards = [
      [
        [44, 1],
        [35, 0],
      ],
      [
        [27, 1],
        [22, 1],
      ],
    ];
    expect(maskSlices(wards).refused).toBe(true);
  });

  it('hides the same numbers whichever question is the filter', () => {
    const at = (r: number, c: number, s: number) => counts(3)[r]?.[c]?.[s] ?? 0;
    const one = maskTrio(['a', 'b', 'c'], [3, 3, 2], at);
    const other = maskTrio(['c', 'a', 'b'], [2, 3, 3], (s, r, c) => at(r, c, s));
    for (let r = 0; r < 3; r += 1) {
      for (let c = 0; c < 3; c += 1) {
        for (let s = 0; s < 2; s += 1) expect(one?.(r, c, s)).toBe(other?.(s, r, c));
      }
    }
  });
});
