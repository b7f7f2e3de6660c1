import { describe, expect, test } from 'vitest';
import { emptyTheory, type Theory } from '#app/theory/graph.ts';
import { addingBox, addingLink, addingPiece, applyAll } from '#app/theory/operations.ts';
import { OperationShape } from '#app/theory/shapes.ts';
import {
  changedSince,
  outcomeFragment,
  sayOrigin,
  takingOver,
  thingsNow,
  type Origin,
} from './fragment.ts';
import { sayTakenOver, takenOverBlocks, takenOverOf } from './taken-over.ts';

const box = (id: string, type: Theory['boxes'][number]['type'], label: string, more = {}) =>
  addingBox({ id, type, label, detail: '', more, x: null, y: null, position: 1 });
const built = (start: Theory, operations: Parameters<typeof applyAll>[1]): Theory => {
  const made = applyAll(start, operations);
  if (!('theory' in made)) throw new Error('This theory cannot be built.');
  return made.theory;
};

const THEIRS = built(emptyTheory('they', 'Theirs'), [
  box('talk', 'intermediateOutcome', 'Children talk more', { benefits: 'Under fives', lead: 'X' }),
  box('visit', 'activity', 'Visit at home'),
  box('open', 'assumption', 'Parents open the door', { owner: 'Ann Other' }),
  addingLink({ id: 'h', kind: 'assumes', source: 'open', target: 'talk', reason: '', more: {} }),
  addingLink({
    ...{ id: 'l', kind: 'leadsTo', source: 'visit', target: 'talk', reason: 'They see how' },
    more: { assumes: 'Visitors stay in post' },
  }),
  addingPiece({
    ...{ id: 'm', kind: 'measure', on: 'talk' },
    more: { label: 'Words at two', unit: 'per cent', library: 'gld', baseline: '50', target: '60' },
  }),
  addingPiece({
    ...{ id: 'e', kind: 'evidence', on: 'talk' },
    more: { what: 'A trial of 400 families', basis: 'research', source: 'Journal', year: '2021' },
  }),
]);
const ORIGIN: Origin = {
  ...{
    owner: 'Northmere Council',
    programme: 'Hubs',
    fictional: true,
    isFile: false,
    of: 'theory',
  },
  ...{ code: 'c', versionId: 'v', version: 'As approved', publishedOn: '2026-05-04' },
};

let next = 0;
const newId = () => `new-${(next += 1)}`;
const things = outcomeFragment(THEIRS, 'talk') ?? [];
const take = (ours: Theory, onto: Theory['boxes'][number] | null, chosen = things) =>
  takingOver(
    ours,
    THEIRS,
    { things: chosen, onto, type: 'intermediateOutcome' },
    sayOrigin(ORIGIN),
    newId,
  );

describe('taking an outcome over', () => {
  test('brings its measure, evidence and what has to hold, and neither names nor figures', () => {
    expect(things.map(({ kind, there }) => [kind, there])).toEqual([
      ...[
        ['outcome', 'talk'],
        ['measure', 'm'],
        ['evidence', 'e'],
      ],
      ...[
        ['assumption', 'open'],
        ['assumption', 'l'],
      ],
    ]);
    const { operations } = take(emptyTheory('we', 'Ours'), null);
    const ours = built(emptyTheory('we', 'Ours'), operations);
    expect(ours.boxes.map(({ type, label }) => [type, label])).toEqual([
      ['intermediateOutcome', 'Children talk more'],
      ['assumption', 'Parents open the door'],
      ['assumption', 'Visitors stay in post'],
    ]);
    expect(ours.links.every(({ kind }) => kind === 'assumes')).toBe(true);
    expect(
      ours.pieces.map(({ more }) => [more['library'], more['baseline'], more['target']]),
    ).toEqual([
      ['gld', undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    const all = [...ours.boxes, ...ours.pieces];
    expect(new Set(all.map(({ more }) => more['takenFrom']))).toEqual(
      new Set([
        'Northmere Council (a fictional place), theory of change, version “As approved”, published on 4 May 2026',
      ]),
    );
    expect(JSON.stringify(ours)).not.toContain('Ann Other');
    for (const operation of operations)
      expect(OperationShape.safeParse(operation).success).toBe(true);
  });

  test('can go under an outcome of ours, which stays as it is worded', () => {
    const before = built(emptyTheory('we', 'Ours'), [box('mine', 'longTermOutcome', 'Our words')]);
    const { operations, taken } = take(
      before,
      before.boxes[0]!,
      things.filter(({ kind }) => kind !== 'assumption'),
    );
    const ours = built(before, operations);
    expect(ours.boxes).toEqual(before.boxes);
    expect(ours.pieces.map(({ on }) => on)).toEqual(['mine', 'mine']);
    expect(taken.map(({ kind }) => kind)).toEqual(['measure', 'evidence']);
  });
});

test('what they change in its words is seen, field by field, and what is gone there too', () => {
  const { taken } = take(emptyTheory('we', 'Ours'), null);
  expect(changedSince(taken, thingsNow(THEIRS, []))).toEqual([]);
  const later = built(THEIRS, [
    {
      kind: 'editBox',
      id: 'talk',
      field: 'label',
      from: 'Children talk more',
      to: 'Children talk',
    },
    { kind: 'editPiece', id: 'm', field: 'more.target', from: '60', to: '75' },
    { kind: 'removePiece', id: 'e' },
  ]);
  expect(
    changedSince(taken, thingsNow(later, [])).map(({ thing, field, was, is }) => [
      thing.kind,
      field,
      was,
      is,
    ]),
  ).toEqual([
    ['outcome', 'label', 'Children talk more', 'Children talk'],
    ['evidence', 'label', 'A trial of 400 families', null],
  ]);
});

test('documents say what was taken over, from whom and by whom, as long as something of it stands', () => {
  const { taken } = take(emptyTheory('we', 'Ours'), null);
  const row = {
    ...{ kind: 'outcome', title: 'Children talk more', origin: ORIGIN, taken },
    ...{ takenAt: new Date('2026-11-13T10:00:00Z'), takenBy: 'Priya Shah' },
  };
  expect(takenOverOf([row], new Set())).toEqual([]);
  const [over] = takenOverOf([row], new Set([taken[0]?.here ?? '']));
  expect(over && sayTakenOver(over)).toBe(
    'Taken over from Northmere Council (a fictional place), theory of change, version “As approved”, published on 4 May 2026, by Priya Shah on 13 November 2026.',
  );
  expect(takenOverBlocks([])).toEqual([]);
  expect(JSON.stringify(takenOverBlocks(over ? [over] : []))).toContain('Priya Shah');
});
