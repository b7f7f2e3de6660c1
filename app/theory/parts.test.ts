import { describe, expect, test } from 'vitest';
import { between, boxOf, theoryOf } from '#test/some-theories.ts';
import type { Piece, Theory } from './graph.ts';
import { boxesOfPart, collapsed, lanesOf, partsOf, sharing, viewOf, wholePart } from './parts.ts';

const part = (id: string, inside?: string): Piece => ({
  id,
  kind: 'part',
  on: null,
  more: { name: `Part ${id}`, kind: 'strand', ...(inside === undefined ? {} : { within: inside }) },
});

/** Two strands that work towards one outcome; the first holds a service. */
function twoStrands(): Theory {
  const boxes = [
    boxOf('need', 'hours'),
    boxOf('activity', 'open', { more: { part: 'reach' } }),
    boxOf('output', 'sessions', { more: { part: 'reach' } }),
    boxOf('activity', 'van', { more: { part: 'outreach' } }),
    boxOf('activity', 'coach', { more: { part: 'talk' } }),
    boxOf('longTermOutcome', 'words', { more: { part: 'talk' } }),
    boxOf('longTermOutcome', 'early'),
    boxOf('impact', 'ready'),
    boxOf('assumption', 'staff'),
    boxOf('assumption', 'other'),
  ];
  const pairs = [
    ['open', 'hours'],
    ['open', 'sessions'],
    ['sessions', 'early'],
    ['van', 'early'],
    ['coach', 'words'],
    ['coach', 'early'],
    ['words', 'ready'],
    ['early', 'ready'],
    ['sessions', 'words'],
    ['staff', 'open'],
    ['other', 'coach'],
  ] as const;
  return {
    ...theoryOf(
      boxes,
      pairs.map(([source, target]) => between(boxes, source, target)),
    ),
    pieces: [
      part('outreach', 'reach'),
      part('reach'),
      part('talk'),
      { id: 'proof', kind: 'evidence', on: 'words', more: { what: 'A study' } },
      { id: 'count', kind: 'measure', on: 'sessions', more: { label: 'Sessions' } },
    ],
  };
}

const ids = (boxes: readonly { id: string }[]) => boxes.map(({ id }) => id).sort();

describe('the parts of a theory', () => {
  test('stand each after the one around it', () => {
    expect(partsOf(twoStrands()).map(({ id, depth }) => [id, depth])).toEqual([
      ['reach', 0],
      ['outreach', 1],
      ['talk', 0],
    ]);
  });

  test('that stand in one another in a ring, or in one that is gone, are all there once', () => {
    const pieces = [part('a', 'b'), part('b', 'a'), part('c', 'gone'), part('d', 'd')];
    const found = partsOf({ ...theoryOf([]), pieces });
    expect(ids(found)).toEqual(['a', 'b', 'c', 'd']);
    expect(found.find(({ id }) => id === 'c')?.within).toBeNull();
    expect(found.filter(({ within }) => within === null).length).toBeGreaterThan(0);
  });
});

describe('the theory of a part', () => {
  test('holds its own boxes, those of parts within, and what it shares', () => {
    const { own, shared } = boxesOfPart(twoStrands(), 'reach');
    expect(ids(own)).toEqual(['open', 'sessions', 'van']);
    // Not the outcome of the other strand, and not what bears on that strand only.
    expect(ids(shared)).toEqual(['early', 'hours', 'ready', 'staff']);
  });

  test('is a view: the same boxes, the links between them, and pieces about these', () => {
    const theory = twoStrands();
    const view = viewOf(theory, 'talk');
    expect(ids(view.boxes)).toEqual(['coach', 'early', 'other', 'ready', 'words']);
    expect(view.boxes.every((box) => theory.boxes.includes(box))).toBe(true);
    expect(ids(view.links)).toEqual([
      'coach>early',
      'coach>words',
      'early>ready',
      'other>coach',
      'words>ready',
    ]);
    expect(ids(view.pieces)).toEqual(['outreach', 'proof', 'reach', 'talk']);
    expect(viewOf(theory, 'nonsense')).toBe(theory);
    expect(viewOf(theory, null)).toBe(theory);
  });

  test('an outcome that two parts work towards is one box that says so', () => {
    expect(sharing(twoStrands())).toEqual(
      new Map([
        ['early', ['Part reach', 'Part talk']],
        ['ready', ['Part reach', 'Part talk']],
      ]),
    );
  });
});

test('lanes hold every box once', () => {
  const lanes = lanesOf(twoStrands());
  expect(lanes.map(({ title }) => title)).toEqual([
    'Part reach',
    'Part talk',
    'Shared, or in no part',
  ]);
  const all = lanes.flatMap(({ boxes }) => [...boxes]).sort();
  expect(all).toEqual(ids(twoStrands().boxes));
});

describe('a part as one box', () => {
  test('keeps the links into it and out of it, once each', () => {
    const small = collapsed(twoStrands(), ['reach', 'talk', 'gone']);
    expect(ids(small.boxes)).toEqual(
      ids(
        [{ id: wholePart('reach') }, { id: wholePart('talk') }].concat(
          ['early', 'hours', 'other', 'ready', 'staff'].map((id) => ({ id })),
        ),
      ),
    );
    const pairs = small.links.map(({ source, target }) => `${source}>${target}`).sort();
    expect(pairs).toEqual([
      'early>ready',
      'other>part:talk',
      'part:reach>early',
      'part:reach>hours',
      'part:reach>part:talk',
      'part:talk>early',
      'part:talk>ready',
      'staff>part:reach',
    ]);
  });
});
