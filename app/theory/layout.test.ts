import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, cleanTheory, operationOn, theoryOf } from '#test/some-theories.ts';
import { column, type Theory } from './graph.ts';
import { layout, SIZE } from './layout.ts';
import { applyAll } from './operations.ts';
import { tidying } from './tidy.ts';

const someTheory = fc.array(fc.nat(), { maxLength: 60 }).map((seeds) => {
  let theory: Theory = theoryOf([]);
  seeds.forEach((seed, index) => {
    const applied = applyAll(theory, [operationOn(theory, seed, `x${index}`)]);
    if ('theory' in applied) theory = applied.theory;
  });
  return theory;
});

function tidied(theory: Theory): Theory {
  const applied = applyAll(theory, tidying(theory));
  if ('refusal' in applied) throw new Error('Tidying was refused');
  return applied.theory;
}

describe('where boxes stand', () => {
  test('in columns by type from left to right, assumptions beneath', () => {
    const { columns, bands, boxes } = layout(cleanTheory());
    expect(columns.map(({ type }) => type)).toEqual([
      'need',
      'activity',
      'output',
      'intermediateOutcome',
      'longTermOutcome',
      'impact',
    ]);
    expect(bands.map(({ type }) => type)).toEqual(['assumption', 'externalFactor']);
    const lowest = Math.max(...columns.map(({ y, height }) => y + height));
    expect(boxes.get('staff')?.y).toBeGreaterThan(lowest);
    expect(boxes.get('staff')?.x).toBe(boxes.get('trained')?.x);
  });

  test('a box that somebody has moved stays where it was put', () => {
    const theory = theoryOf([boxOf('activity', 'a', { x: 700, y: 40 }), boxOf('activity', 'b')]);
    expect(layout(theory).boxes.get('a')).toMatchObject({ x: 700, y: 40 });
  });

  test('no two boxes of a tidied theory lie on each other, and all lie within the picture', () => {
    fc.assert(
      fc.property(someTheory, (theory) => {
        const { boxes, width, height } = layout(tidied(theory));
        const placed = [...boxes.values()];
        expect(placed).toHaveLength(theory.boxes.length);
        placed.forEach((a, index) => {
          expect(a.x >= 0 && a.y >= 0).toBe(true);
          expect(a.x + a.width <= width && a.y + a.height <= height).toBe(true);
          for (const b of placed.slice(index + 1)) {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });

  test('a long label makes its box higher, not wider', () => {
    const long = 'Local programmes where families are most likely to use them. '.repeat(8);
    const { boxes } = layout(theoryOf([boxOf('activity', 'a', { label: long })]));
    expect(boxes.get('a')?.width).toBe(SIZE.boxWidth);
    expect(boxes.get('a')?.height).toBeGreaterThan(300);
    const cut = layout(theoryOf([boxOf('activity', 'a', { label: long })]), { maxLines: 3 });
    expect(cut.boxes.get('a')?.lines).toHaveLength(3);
    expect(cut.boxes.get('a')?.lines[2]).toMatch(/…$/);
  });
});

describe('tidying up', () => {
  test('puts every box back into its column, in an order of whole numbers', () => {
    fc.assert(
      fc.property(someTheory, (theory) => {
        const { boxes } = tidied(theory);
        expect(boxes.every(({ x }) => x === null)).toBe(true);
        for (const { type } of boxes) {
          const positions = column({ ...theory, boxes }, type).map(({ position }) => position);
          expect(positions).toEqual(positions.map((_, index) => index + 1));
        }
      }),
    );
  });
});
