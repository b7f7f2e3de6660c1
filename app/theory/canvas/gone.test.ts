import { describe, expect, test } from 'vitest';
import { opened } from '#test/editor-hands.ts';
import { boxOf, linkOf, theoryOf } from '#test/some-theories.ts';
import type { Operation } from '../operations.ts';
import { goneFrom, whenGone, type Gone } from './gone.ts';

const theory = theoryOf(
  [
    boxOf('activity', 'one', { position: 1 }),
    boxOf('activity', 'two', { position: 2 }),
    boxOf('output', 'come'),
  ],
  [linkOf('one', 'come')],
);
const without = (...ids: string[]) => ({
  ...theory,
  boxes: theory.boxes.filter(({ id }) => !ids.includes(id)),
  links: theory.links.filter(
    ({ source, target }) => !ids.includes(source) && !ids.includes(target),
  ),
});
const link = theory.links[0]?.id ?? '';

describe('what went', () => {
  test('is named, with the nearest that is left', () => {
    expect(goneFrom(theory, without('one'), 'one')).toEqual({
      words: 'Somebody has deleted “Box one”.',
      next: { id: 'two', label: 'Box two' },
    });
    expect(goneFrom(theory, without('one', 'two'), 'one')?.next?.id).toBe('come');
    expect(goneFrom(theory, without('one', 'two', 'come'), 'one')?.next).toBeNull();
    expect(goneFrom(theory, { ...theory, links: [] }, link)).toEqual({
      words: 'Somebody has deleted the link from “Box one” to “Box come”.',
      next: { id: 'one', label: 'Box one' },
    });
    expect(goneFrom(theory, without('one'), link)?.next?.id).toBe('come');
  });

  test('is nothing while it is there, or where it never was', () => {
    expect(goneFrom(theory, without('two'), 'one')).toBeNull();
    expect(goneFrom(theory, theory, 'never')).toBeNull();
  });
});

describe('in an open editor', () => {
  const removing: Operation = { kind: 'removeBox', id: 'a' };

  test('it is told when somebody else did it, once', async () => {
    const { hands, store } = opened();
    const told: Gone[] = [];
    whenGone(store, 'a', undefined, (gone) => told.push(gone));
    hands.elsewhere(removing);
    const { steps } = await hands.ask(0);
    store.heard(steps);
    store.heard(steps);
    expect(told).toEqual([
      { words: 'Somebody has deleted “Box a”.', next: { id: 'i', label: 'Box i' } },
    ]);
  });

  test('it is not told of what was deleted here', async () => {
    const { hands, store } = opened();
    const told: Gone[] = [];
    whenGone(store, 'a', undefined, (gone) => told.push(gone));
    store.change([removing]);
    await hands.pass(2_000);
    expect([store.sequence, store.snapshot().theory.boxes.length, told]).toEqual([1, 1, []]);
  });
});
