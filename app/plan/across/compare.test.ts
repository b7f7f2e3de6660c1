import { expect, test } from 'vitest';
import { emptyTheory, type Theory } from '#app/theory/graph.ts';
import { addingBox, addingLink, addingPiece, applyAll } from '#app/theory/operations.ts';
import { cleanTheory } from '#test/some-theories.ts';
import { compareSides } from './compare.ts';
import { itemsOf } from './side.ts';

const box = (id: string, type: Theory['boxes'][number]['type'], label: string, more = {}) =>
  addingBox({ id, type, label, detail: '', more, x: null, y: null, position: 1 });

function aTheory(id: string, gld: string, target: string): Theory {
  const made = applyAll(emptyTheory(id, id), [
    box(`${id}-dads`, 'activity', 'Run a Saturday group with fathers'),
    box(`${id}-ready`, id === 'we' ? 'longTermOutcome' : 'intermediateOutcome', gld),
    box(`${id}-hold`, 'assumption', 'Fathers are free on Saturdays'),
    addingLink({
      ...{ id: `${id}-a`, kind: 'leadsTo', source: `${id}-dads`, target: `${id}-ready` },
      ...{ reason: '', more: { assumes: 'A room is free' } },
    }),
    addingPiece({
      ...{ id: `${id}-m`, kind: 'measure', on: `${id}-ready` },
      more: { label: gld, library: 'gld', unit: 'per cent', baseline: '64', target },
    }),
  ]);
  if (!('theory' in made)) throw new Error('This theory cannot be built.');
  return made.theory;
}

test('what both have, where they differ, and what only one has', () => {
  const ours = itemsOf(aTheory('we', 'Good level of development', '70'), [
    {
      ...{ id: 'l', title: 'Open later', towards: [], startsOn: null, endsOn: null, steps: [] },
      requirements: ['bsfh-2026:BSFH-DEF-01', 'bsfh-2026:BSFH-DEF-03'],
    },
  ]);
  const theirs = itemsOf(aTheory('they', 'Children ready at five', '72.5'), [
    {
      ...{ id: 'k', title: 'A bus to the hub', towards: [], startsOn: null, endsOn: null },
      ...{ steps: [], requirements: ['bsfh-2026:BSFH-DEF-01'] },
    },
  ]);
  const parts = compareSides(ours, theirs);
  expect(
    parts.map(({ kind, counts }) => [kind, counts.both, counts.onlyThey, counts.onlyWe]),
  ).toEqual([
    ['outcome', 1, 0, 0],
    ['measure', 1, 0, 0],
    ['activity', 1, 0, 0],
    ['assumption', 2, 0, 0],
    ['line', 0, 1, 1],
    ['requirement', 1, 0, 1],
  ]);
  expect(parts[0]?.rows[0]?.match?.how).toBe('key');
  expect(parts[0]?.rows[0]?.differences).toContainEqual({
    name: 'Tier',
    ours: 'Long-term outcome',
    theirs: 'Intermediate outcome',
  });
  expect(parts[1]?.rows[0]?.differences).toContainEqual({
    name: 'Target',
    ours: '70',
    theirs: '72.5',
  });
});

test('a theory held against itself differs in nothing, and nothing of it is alone', () => {
  const items = itemsOf(cleanTheory(), []);
  expect(items.length).toBeGreaterThan(3);
  for (const { rows } of compareSides(items, items)) {
    for (const { ours, theirs, differences } of rows) {
      expect([ours?.id, differences]).toEqual([theirs?.id, []]);
    }
  }
});
