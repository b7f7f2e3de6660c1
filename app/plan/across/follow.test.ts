import { describe, expect, test } from 'vitest';
import { emptyTheory } from '#app/theory/graph.ts';
import { addingBox, applyAll } from '#app/theory/operations.ts';
import { followable, following, withTheirWords } from './follow.ts';
import { changedSince, type TakenThing, type WordChange } from './fragment.ts';

const thing = (words: Record<string, string>, change: Partial<TakenThing> = {}): TakenThing => ({
  ...{ kind: 'line', there: 'theirs', here: 'ours', words },
  ...change,
});
const change = (field: string, is: string | null, of = thing({})): WordChange => ({
  ...{ thing: of, field, was: 'As it was', is },
});

describe('what can be followed', () => {
  test('stands on both sides and keeps a name', () => {
    const changes = [
      change('title', 'New'),
      change('title', ''),
      change('objective', ''),
      change('label', null),
      change('title', 'New', thing({}, { here: 'removed' })),
    ];
    expect(followable(changes, new Set(['ours']))).toEqual([changes[0], changes[2]]);
    expect(followable(changes, new Set())).toEqual([]);
  });

  test('is never the steps of a line', () => {
    const taken = thing({ title: 'Coach', steps: 'One\nTwo' });
    const now = new Map([['theirs', { ...taken, words: { title: 'Coach', steps: 'Three' } }]]);
    expect(changedSince([taken], now)).toEqual([]);
  });
});

test('only what was applied is noted as theirs', () => {
  const taken = thing({ title: 'Coach', objective: 'Talk', steps: 'One' });
  expect(withTheirWords(taken, [change('title', 'Coach more'), change('objective', '')])).toEqual({
    ...taken,
    words: { title: 'Coach more', steps: 'One' },
  });
  const other = thing({ title: 'Other' }, { there: 'theirs-2', here: 'ours-2' });
  expect(withTheirWords(other, [change('title', 'Coach more')])).toEqual(other);
});

test('an outcome of ours is edited from the words that it has by now', () => {
  const box = { type: 'intermediateOutcome' as const, label: 'Ours by now', detail: '', more: {} };
  const made = applyAll(emptyTheory('t', 'T'), [
    addingBox({ ...box, id: 'ours', x: null, y: null, position: 1 }),
  ]);
  if (!('theory' in made)) throw new Error('This theory cannot be built.');
  expect(following(made.theory, change('label', 'Theirs'))).toEqual([
    { kind: 'editBox', id: 'ours', field: 'label', from: 'Ours by now', to: 'Theirs' },
  ]);
  expect(following(made.theory, change('label', 'X', thing({}, { here: 'gone' })))).toEqual([]);
});
