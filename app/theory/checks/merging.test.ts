import fc from 'fast-check';
import { expect, test } from 'vitest';
import { between, boxOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import { LIMITS, type Link, type More, type Theory } from '../graph.ts';
import { applyAll } from '../operations.ts';
import { joiningLinks, merging } from './merging.ts';

let made = 0;
const newId = () => `made ${(made += 1)}`;

const merged = (theory: Theory) => merging(theory, ['b1', 'b0'], null, newId);

function after(theory: Theory, operations: Parameters<typeof applyAll>[1]): Theory {
  const applied = applyAll(theory, operations);
  if ('refusal' in applied) throw new Error(JSON.stringify(applied.refusal));
  return applied.theory;
}

/** Two that say the same, b0 and b1, and others that they are linked with. */
const boxes = ['b0', 'b1', 'b2', 'b3', 'b4'].map((id, at) =>
  boxOf('earlyOutcome', id, { label: at < 2 ? 'Parents come' : `Box ${id}` }),
);

function theoryWith(links: Partial<Link>[], change: Partial<Theory> = {}): Theory {
  const drawn = links.map((link, at) => ({
    ...between(boxes, link.source ?? 'b0', link.target ?? 'b2'),
    ...link,
    id: `link ${at}`,
  }));
  return { ...theoryOf(boxes, drawn), ...change };
}

test('two links to the same box become one with the reasons, facts and evidence of both', () => {
  const theory = theoryWith(
    [
      { source: 'b0', target: 'b2', reason: 'Word spreads', more: { assumes: 'Buses run' } },
      {
        ...{ source: 'b1', target: 'b2', reason: 'Friends tell friends' },
        more: { assumes: 'Hubs are warm', confidence: 'high' },
      },
    ],
    { pieces: [pieceOf('p', 'evidence', 'link 1', { what: 'A study' })] },
  );
  const now = after(theory, merged(theory)?.operations ?? []);
  expect(now.boxes.map(({ id }) => id)).toEqual(['b0', 'b2', 'b3', 'b4']);
  expect(now.links).toMatchObject([
    {
      reason: 'Word spreads Friends tell friends',
      more: { assumes: 'Buses run; Hubs are warm', confidence: 'high' },
    },
  ]);
  expect(now.pieces).toMatchObject([{ id: 'p', on: now.links[0]?.id }]);
});

test('the explanations and facts of both boxes stay', () => {
  const theory = theoryWith([], {
    boxes: boxes.map((box) => {
      if (box.id === 'b0') return { ...box, detail: 'In winter', more: { benefits: 'Fathers' } };
      if (box.id === 'b1') return { ...box, detail: 'In June', more: { benefits: 'Mothers' } };
      return box;
    }),
  });
  expect(after(theory, merged(theory)?.operations ?? []).boxes[0]).toMatchObject({
    detail: 'In winter\n\nIn June',
    more: { benefits: 'Fathers; Mothers' },
  });
});

test('nothing is offered where something would be lost', () => {
  const links = (one: Partial<Link>, two: Partial<Link>) =>
    merged(theoryWith([one, { source: 'b1', ...two }]));
  expect(links({}, {})).not.toBeNull();
  expect(links({ more: { confidence: 'high' } }, { more: { confidence: 'low' } })).toBeNull();
  expect(links({ more: { feedback: 'yes' } }, {})).toBeNull();
  expect(links({}, { target: 'b0', reason: 'One brings the other' })).toBeNull();
  expect(links({}, { target: 'b0', reason: '' })).not.toBeNull();
  const long = (letter: string) => ({ reason: letter.repeat(LIMITS.reason - 10) });
  expect(links(long('a'), long('b'))).toBeNull();
  const led = boxes.map((box) => (box.id === 'b1' ? { ...box, more: { partnerLed: 'yes' } } : box));
  expect(merged(theoryWith([], { boxes: led }))).toBeNull();
});

test('of two links the evidence of the one that goes moves to the one that stays', () => {
  const theory = theoryWith([{ reason: 'One' }, { reason: 'Two', more: { delay: 'A year' } }], {
    pieces: [pieceOf('p', 'evidence', 'link 1')],
  });
  const [stays, goes] = theory.links as [Link, Link];
  const now = after(theory, joiningLinks(theory, stays, goes) ?? []);
  expect(now.links).toMatchObject([{ reason: 'One Two', more: { delay: 'A year' } }]);
  expect(now.pieces[0]?.on).toBe('link 0');
});

const words = fc.constantFrom('', 'Word spreads', 'Friends tell friends', 'Buses run');
const linkFacts: fc.Arbitrary<More> = fc.dictionary(
  fc.constantFrom('assumes', 'owner', 'confidence', 'feedback', 'delayMonths'),
  fc.constantFrom('yes', 'high', '3', 'Priya'),
  { maxKeys: 2 },
);
const anyTwins: fc.Arbitrary<Theory> = fc
  .record({
    links: fc.array(fc.tuple(fc.nat(4), fc.nat(4), words, linkFacts), { maxLength: 8 }),
    details: fc.tuple(words, words),
    facts: fc.array(
      fc.dictionary(fc.constantFrom('benefits', 'part', 'partnerLed'), words, { maxKeys: 2 }),
      { minLength: 2, maxLength: 2 },
    ),
    pieces: fc.array(fc.nat(12), { maxLength: 6 }),
  })
  .map(({ links, details, facts, pieces }) => {
    const theory = theoryWith(
      links
        .filter(([from, to]) => from !== to)
        .map(([from, to, reason, more]) => ({
          ...{ source: `b${from}`, target: `b${to}`, reason, more },
        })),
    );
    const twins = boxes.map((box, at) =>
      at > 1 ? box : { ...box, detail: details[at] ?? '', more: facts[at] ?? {} },
    );
    const things = [...theory.boxes, ...theory.links];
    return {
      ...theory,
      boxes: twins,
      pieces: pieces.map((on, at) =>
        pieceOf(`p${at}`, 'evidence', things[on % things.length]?.id ?? null),
      ),
    };
  });

/** Everything that anybody wrote down, word by word. */
function said({ boxes: all, links }: Theory): Set<string> {
  const texts = [
    ...all.flatMap(({ detail, more }) => [detail, ...Object.values(more)]),
    ...links.flatMap(({ reason, more }) => [reason, ...Object.values(more)]),
  ];
  return new Set(texts.flatMap((text) => text.split(/[\s;]+/)).filter((word) => word !== ''));
}

test('whatever hangs on two boxes, every piece, reason, fact and explanation is still there', () => {
  let offered = 0;
  fc.assert(
    fc.property(anyTwins, (theory) => {
      const fix = merged(theory);
      if (fix === null) return;
      offered += 1;
      const now = after(theory, fix.operations);
      expect(now.boxes).toHaveLength(theory.boxes.length - 1);
      expect(now.pieces.map(({ id }) => id)).toEqual(theory.pieces.map(({ id }) => id));
      const there = new Set([...now.boxes, ...now.links].map(({ id }) => id));
      for (const { on } of now.pieces) expect(there.has(on ?? '')).toBe(true);
      expect([...said(now)].sort()).toEqual([...said(theory)].sort());
      const pairs = (links: readonly Link[]) =>
        new Set(
          links
            .map(({ source, target }) => [source, target].map((id) => (id === 'b1' ? 'b0' : id)))
            .filter(([source, target]) => source !== target)
            .map((pair) => pair.join('>')),
        );
      expect(pairs(now.links)).toEqual(pairs(theory.links));
    }),
    { numRuns: 500 },
  );
  expect(offered).toBeGreaterThan(100);
});
