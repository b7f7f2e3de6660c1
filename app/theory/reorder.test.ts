import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, theoryOf } from '#test/some-theories.ts';
import { column } from './graph.ts';
import { applyAll } from './operations.ts';
import { layout } from './layout.ts';
import { beside, dropping, moving, movingTier, placeInColumn, tierBeside } from './reorder.ts';

describe('moving a box within its column', () => {
  const positions = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 7 });

  test('moves it by one place, whatever places the boxes claim', () => {
    fc.assert(
      fc.property(positions, fc.nat(), fc.constantFrom('up', 'down'), (places, seed, way) => {
        const theory = theoryOf(
          places.map((position, index) => boxOf('output', `b${index}`, { position })),
        );
        const before = column(theory, 'output').map(({ id }) => id);
        const at = seed % before.length;
        const to = way === 'up' ? at - 1 : at + 1;
        const id = before[at] ?? '';
        const applied = applyAll(theory, moving(theory, id, way));
        if ('refusal' in applied) throw new Error('It was refused');
        const after = column(applied.theory, 'output').map((box) => box.id);
        const inside = to >= 0 && to < before.length;
        expect(after.indexOf(id)).toBe(inside ? to : at);
        expect(after.filter((each) => each !== id)).toEqual(before.filter((each) => each !== id));
      }),
    );
  });

  test('can say where it stands', () => {
    const theory = theoryOf([boxOf('need', 'a'), boxOf('need', 'b', { position: 2 })]);
    expect(placeInColumn(theory, 'b')).toBe('2 of 2');
  });
});

describe('dropping a box on the canvas', () => {
  const theory = theoryOf(
    ['a', 'b', 'c'].map((id, index) => boxOf('output', id, { position: index + 1 })),
  );
  const placed = layout(theory);
  const at = (id: string) => placed.boxes.get(id) ?? { x: 0, y: 0 };
  const dropped = (id: string, x: number, y: number) => {
    const applied = applyAll(theory, dropping(theory, placed, id, x, y));
    if ('refusal' in applied) throw new Error('It was refused');
    return applied.theory;
  };

  test('in its own column puts it between the others', () => {
    const after = dropped('c', at('c').x + 30, at('b').y - 20);
    expect(column(after, 'output').map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(after.boxes.every(({ x }) => x === null)).toBe(true);
  });

  test('elsewhere leaves it where it was dropped', () => {
    const after = dropped('a', at('a').x + 400.4, 7);
    expect(after.boxes[0]).toMatchObject({ x: Math.round(at('a').x + 400.4), y: 7, position: 1 });
  });
});

describe('moving a box to another tier', () => {
  const theory = theoryOf([
    boxOf('output', 'a'),
    boxOf('laterOutcome', 'b', { x: 9, y: 9 }),
    boxOf('risk', 'c'),
  ]);

  test('goes to the columns that are there, and no further', () => {
    expect(tierBeside(theory, 'output', 'later')).toBe('intermediateOutcome');
    expect(tierBeside(theory, 'longTermOutcome', 'later')).toBe('laterOutcome');
    expect(tierBeside(theory, 'need', 'earlier')).toBeNull();
    expect(tierBeside(theory, 'risk', 'later')).toBeNull();
    expect(movingTier(theory, 'c', 'later')).toEqual([]);
    expect(movingTier(theory, 'gone', 'later')).toEqual([]);
  });

  test('puts one that stood elsewhere back among the others', () => {
    expect(movingTier(theory, 'a', 'earlier')).toEqual([
      { kind: 'editBox', id: 'a', field: 'type', from: 'output', to: 'activity' },
    ]);
    expect(movingTier(theory, 'b', 'later')).toMatchObject([
      { kind: 'editBox', to: 'impact' },
      { kind: 'moveBox', x: null, y: null },
    ]);
  });
});

describe('moving a box to an end of its column, and what stands beside it', () => {
  const theory = theoryOf(
    ['a', 'b', 'c'].map((id, index) => boxOf('output', id, { position: index + 1 })),
  );

  test.each([
    ['c', 'top', ['c', 'a', 'b']],
    ['a', 'bottom', ['b', 'c', 'a']],
    ['a', 'top', ['a', 'b', 'c']],
  ] as const)('%s to the %s', (id, way, expected) => {
    const applied = applyAll(theory, moving(theory, id, way));
    if ('refusal' in applied) throw new Error('It was refused');
    expect(column(applied.theory, 'output').map((box) => box.id)).toEqual(expected);
  });

  test('the next is beside it, or the one before, or any', () => {
    expect(['a', 'b', 'c'].map((id) => beside(theory, id))).toEqual(['b', 'c', 'b']);
    expect(beside(theoryOf([boxOf('need', 'n'), boxOf('aim', 'm')]), 'n')).toBe('m');
    expect(beside(theoryOf([boxOf('need', 'n')]), 'n')).toBeNull();
  });
});
