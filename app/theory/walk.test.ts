import { expect, test } from 'vitest';
import { cleanTheory, theoryOf } from '#test/some-theories.ts';
import { firstBox, neighbour, stepFrom } from './walk.ts';

const theory = cleanTheory();

test('arrows walk along the links, and up and down the column', () => {
  expect(firstBox(theory)).toBe('evenings');
  expect(neighbour(theory, 'open', 'ArrowRight')).toBe('sessions');
  expect(neighbour(theory, 'sessions', 'ArrowLeft')).toBe('open');
  expect(neighbour(theory, 'sessions', 'ArrowDown')).toBe('texts');
  expect(neighbour(theory, 'sessions', 'ArrowUp')).toBe(null);
  expect(neighbour(theory, 'ready', 'ArrowLeft')).toBe('confident');
});

test('without a link, an arrow goes to the next column that holds a box', () => {
  const unlinked = { ...theory, links: [] };
  expect(neighbour(unlinked, 'evenings', 'ArrowRight')).toBe('invite');
  expect(neighbour(unlinked, 'evenings', 'ArrowLeft')).toBe(null);
  expect(neighbour(unlinked, 'ready', 'ArrowRight')).toBe('staff');
  expect(firstBox(theoryOf([]))).toBe(null);
});

test('while a box is being linked every other can be reached', () => {
  const arrows = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'] as const;
  const reached = new Set(['open']);
  for (const id of reached) {
    for (const arrow of arrows) {
      const next = stepFrom(theory, id, arrow);
      if (next !== null) reached.add(next);
    }
  }
  expect(reached.size).toBe(theory.boxes.length);
});
