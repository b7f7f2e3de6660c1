import { expect, test } from 'vitest';
import { BoxShape } from '../shapes.ts';
import { fromJson } from './json.ts';

const read = (node: object, others: object = {}) => {
  const nodes = [{ id: 'a', type: 'activity', label: 'Open late', ...node }];
  const result = fromJson(JSON.stringify({ nodes, ...others }), 'T');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};

test('facts get names that a theory has, or are left out, and each is told', () => {
  const more = { lead: 'Us', 'Lead Org': 'x', LEAD: 'y', '123': 'z', lead_org: 'twice' };
  const { theory, notes } = read({ more });
  expect(theory.boxes[0]?.more).toEqual({ lead: 'Us', leadOrg: 'x', lEAD: 'y' });
  expect(notes).toEqual([
    expect.stringContaining('“123” is left out'),
    'The fact “Lead Org” is kept as “leadOrg”.',
    'The fact “LEAD” is kept as “lEAD”.',
    expect.stringContaining('“lead_org” is left out'),
  ]);
});

test('facts of links, pieces and the whole are named alike, and told once', () => {
  const more = { 'Lead Org': 'x' };
  const { theory, notes } = read(
    { more },
    {
      more,
      links: [{ id: 'l', source: 'a', target: 'b', more }],
      pieces: [{ id: 'p', kind: 'measure', more }],
    },
  );
  const named = { leadOrg: 'x' };
  expect([theory.more, theory.links[0]?.more, theory.pieces[0]?.more]).toEqual([
    named,
    named,
    named,
  ]);
  expect(notes).toHaveLength(1);
});

test.each([
  ['x', { x: 1e300, y: 10 }, { x: null, y: 10, position: 1 }],
  ['y', { x: 5, y: -100_001 }, { x: 5, y: null, position: 1 }],
  ['position', { position: 1e9 }, { x: null, y: null, position: 1 }],
])('a place far outside any picture is left out: %s', (_, place, expected) => {
  const { theory, notes } = read(place);
  expect(theory.boxes[0]).toMatchObject(expected);
  expect(BoxShape.safeParse(theory.boxes[0]).success).toBe(true);
  expect(notes).toEqual(['1 box stands far outside any picture: the place is left out.']);
});

test('a file of too many links or pieces is refused with how many there are', () => {
  const links = Array.from({ length: 3_001 }, () => ({ source: 'a', target: 'b' }));
  const result = fromJson(JSON.stringify({ nodes: [], links }), 'T');
  expect(result.ok ? '' : result.problems[0]?.message).toMatch(/3001 links.*3000 at most/);
});
