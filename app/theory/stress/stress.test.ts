import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOX_TYPES, isOutcomeType, linkKindBetween, type Theory } from '../graph.ts';
import { between, boxOf, cleanTheory, linkOf, theoryOf } from '#test/some-theories.ts';
import { assumptionsOf, neighbours, progressOf } from './assumptions.ts';
import { falls } from './falls.ts';

const ids = (boxes: readonly { id: string }[]) => boxes.map(({ id }) => id).sort();

describe('what falls', () => {
  const theory = cleanTheory();

  test('an activity that alone leads to an outcome takes it along, and the need that it answers', () => {
    const { outcomes, needs, weakened } = falls(theory, new Set(['train']));
    expect(ids(outcomes)).toEqual(['sooner', 'speaking', 'spotted']);
    expect(ids(needs)).toEqual([]);
    expect(ids(weakened)).toEqual(['ready']);
  });

  test('an outcome with another path stays', () => {
    expect(ids(falls(theory, new Set(['open'])).outcomes)).toEqual(['come']);
    expect(ids(falls(theory, new Set(['invite'])).outcomes)).toEqual([]);
    expect(ids(falls(theory, new Set(['open', 'invite'])).outcomes)).toEqual([
      'come',
      'confident',
      'fathers',
    ]);
    expect(ids(falls(theory, new Set(['open', 'invite'])).needs)).toEqual(['evenings']);
  });

  test('a link that fails takes what only it carried', () => {
    expect(ids(falls(theory, new Set(['trained>spotted'])).outcomes)).toEqual([
      'sooner',
      'speaking',
      'spotted',
    ]);
    expect(falls(theory, new Set(['sooner>ready'])).boxes).toEqual([]);
  });

  test('what partners bring about does not rest on us', () => {
    const boxes = theory.boxes.map((box) =>
      box.id === 'spotted' ? { ...box, more: { ...box.more, partnerLed: 'yes' } } : box,
    );
    expect(ids(falls({ ...theory, boxes }, new Set(['train'])).outcomes)).toEqual([]);
  });

  const anyTheory: fc.Arbitrary<Theory> = fc
    .record({
      types: fc.array(fc.constantFrom(...BOX_TYPES), { minLength: 2, maxLength: 12 }),
      pairs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(5)), { maxLength: 30 }),
    })
    .map(({ types, pairs }) => {
      const boxes = types.map((type, at) => boxOf(type, `b${at}`));
      const links = pairs.flatMap(([from, to, back]) => {
        const [source, target] = [boxes[from % boxes.length], boxes[to % boxes.length]];
        if (!source || !target || source.id === target.id) return [];
        const kind = linkKindBetween(source.type, target.type);
        const more = back === 0 ? { feedback: 'yes' } : undefined;
        return [{ ...linkOf(source.id, target.id, kind), ...(more ? { more } : {}) }];
      });
      // A pair drawn twice is a fault of its own and is read once: the first of them.
      return theoryOf(boxes, [...new Map(links.toReversed().map((l) => [l.id, l])).values()]);
    });

  test('is exactly what brute force finds to have lost its last path', () => {
    fc.assert(
      fc.property(anyTheory, fc.nat(), (made, pick) => {
        const things = [...made.boxes, ...made.links];
        const gone = new Set([things[pick % things.length]?.id ?? '']);
        const found = new Set(ids(falls(made, gone).outcomes));
        const had = reachedByPaths(made, new Set());
        const has = reachedByPaths(made, gone);
        for (const { id, type } of made.boxes) {
          if (!isOutcomeType(type) && type !== 'impact') continue;
          expect([id, found.has(id)]).toEqual([id, had.has(id) && !has.has(id) && !gone.has(id)]);
        }
      }),
    );
  });

  /** Warshall's closure over every pair, with nothing shared with what is tested. */
  function reachedByPaths(made: Theory, gone: Set<string>): Set<string> {
    const all = made.boxes.filter(({ id }) => !gone.has(id)).map(({ id }) => id);
    const reaches = new Set(
      made.links
        .filter(
          ({ id, kind, more, source, target }) =>
            kind === 'leadsTo' &&
            more['feedback'] !== 'yes' &&
            ![id, source, target].some((each) => gone.has(each)),
        )
        .map(({ source, target }) => `${source} ${target}`),
    );
    for (const via of all)
      for (const from of all)
        for (const to of all)
          if (reaches.has(`${from} ${via}`) && reaches.has(`${via} ${to}`))
            reaches.add(`${from} ${to}`);
    const activities = made.boxes.filter(({ type }) => type === 'activity').map(({ id }) => id);
    return new Set(all.filter((id) => activities.some((from) => reaches.has(`${from} ${id}`))));
  }
});

describe('assumptions', () => {
  const boxes = [
    boxOf('activity', 'open'),
    boxOf('output', 'sessions'),
    boxOf('earlyOutcome', 'come'),
    boxOf('assumption', 'staff', { label: 'Staff stay' }),
    boxOf('assumption', 'roof', { label: 'The roof holds', more: { critical: 'yes' } }),
  ];
  const theory = theoryOf(boxes, [
    between(boxes, 'open', 'sessions'),
    { ...between(boxes, 'sessions', 'come'), more: { assumes: 'Buses run' } },
    between(boxes, 'staff', 'open'),
  ]);

  test('are those of boxes and of links, what is critical first, then what most rests on', () => {
    const found = assumptionsOf(theory);
    expect(found.map(({ words }) => words)).toEqual(['The roof holds', 'Buses run', 'Staff stay']);
    expect(found[1]).toMatchObject({ kind: 'link', falls: { outcomes: [{ id: 'come' }] } });
    expect(found[2]).toMatchObject({
      steps: [{ words: 'Box open' }],
      falls: { outcomes: [{ id: 'come' }] },
    });
    expect(neighbours(found, 'sessions>come')).toEqual({
      number: 2,
      previous: 'roof',
      next: 'staff',
    });
  });

  test('an outcome that itself rests on one falls with it, unless nothing led to it before', () => {
    const more = [
      ...boxes,
      boxOf('longTermOutcome', 'settle'),
      boxOf('impact', 'alone'),
      boxOf('assumption', 'trust', { label: 'Families trust us' }),
    ];
    const resting = theoryOf(more, [
      ...theory.links,
      between(more, 'come', 'settle'),
      between(more, 'trust', 'settle'),
      between(more, 'trust', 'alone'),
      between(more, 'roof', 'come'),
    ]);
    const [roof, , , trust] = assumptionsOf(resting);
    expect(roof).toMatchObject({ id: 'roof', steps: [{ id: 'come' }] });
    expect(ids(roof?.falls.outcomes ?? [])).toEqual(['come', 'settle']);
    expect(ids(roof?.falls.boxes ?? [])).toEqual(['come', 'settle']);
    expect(trust).toMatchObject({ id: 'trust', steps: [{ id: 'settle' }, { id: 'alone' }] });
    expect(ids(trust?.falls.outcomes ?? [])).toEqual(['settle']);
    expect(trust?.falls.weakened).toEqual([]);
  });

  test('the order stays while they are answered, and progress counts', () => {
    const answered = {
      ...theory,
      boxes: theory.boxes.map((box) =>
        box.id === 'roof' ? { ...box, more: { ...box.more, verdict: 'doubt' } } : box,
      ),
    };
    const found = assumptionsOf(answered);
    expect(found.map(({ id }) => id)).toEqual(assumptionsOf(theory).map(({ id }) => id));
    expect(progressOf(found)).toEqual({
      all: 3,
      answered: 1,
      byVerdict: { holds: 0, doubt: 1, fails: 0 },
      next: 'sessions>come',
    });
  });
});
