import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, theoryOf } from '#test/some-theories.ts';
import { column } from './graph.ts';
import { applyAll } from './operations.ts';
import { layout } from './layout.ts';
import { dropping, moving, placeInColumn } from './reorder.ts';

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
