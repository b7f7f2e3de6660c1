import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, cleanTheory, linkOf, operationOn, pieceOf, theoryOf } from '#test/some-theories.ts';
import { processorTime } from '#test/processor-time.ts';
import { emptyTheory, type Theory } from '../graph.ts';
import { apply, applyAll, type Operation } from '../operations.ts';
import { differenceOf, isSame, movedTier } from './difference.ts';
import { restoring } from './restoring.ts';
import { beginningOf, theoryAt, type Replayed } from './theory-at.ts';
import { wordDifference } from './word-difference.ts';

/** Operations that were applied one after another, and every state in between. */
function lived(seeds: readonly number[], from: Theory, name = 'new') {
  const states = [from];
  const history: Replayed[] = [];
  for (const [at, seed] of seeds.entries()) {
    const now = states.at(-1) ?? from;
    const operation = operationOn(now, seed, `${name}-${at}`);
    const applied = apply(now, operation);
    if ('refusal' in applied) continue;
    const sequence = now.sequence + 1;
    history.push({ sequence, operation });
    states.push({ ...applied.theory, sequence });
  }
  return { states, history };
}

const seeds = fc.array(fc.nat(1_000_000), { maxLength: 60 });

/** Without the order in which things were added, which nothing shows. */
const content = ({ title, more, boxes, links, pieces }: Theory) => {
  const byId = <T extends { id: string }>(all: readonly T[]) =>
    all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { title, more, boxes: byId(boxes), links: byId(links), pieces: byId(pieces) };
};

describe('a theory at a moment', () => {
  test('is every state that it ever had', () => {
    fc.assert(
      fc.property(seeds, (list) => {
        const { states, history } = lived(list, emptyTheory('t', 'Begun'));
        const now = states.at(-1) as Theory;
        for (const [at, state] of states.entries()) {
          expect(theoryAt(beginningOf(now, history), history, at)).toEqual(state);
          // From a state that was kept it is the same.
          expect(theoryAt(states[at >> 1] as Theory, history, at)).toEqual(state);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is not made up where the history has a hole', () => {
    const { history } = lived([0, 8, 16], emptyTheory('t', 'Begun'));
    expect(() => theoryAt(emptyTheory('t', ''), history.slice(1), 9)).toThrow('Step 1');
  });

  test('of five thousand operations is there in a blink', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => at * 7919);
    const { history, states } = lived(many, emptyTheory('t', 'Begun'));
    const begun = processorTime();
    const again = theoryAt(emptyTheory('t', 'Begun'), history, Infinity);
    expect(processorTime() - begun).toBeLessThan(1_000);
    expect(again).toEqual(states.at(-1));
  });
});

describe('going back', () => {
  test('makes a theory what it was, and can be taken back itself', () => {
    fc.assert(
      fc.property(seeds, seeds, (first, second) => {
        const then = lived(first, cleanTheory()).states.at(-1) as Theory;
        const now = lived(second, then, 'later').states.at(-1) as Theory;
        const back = restored(now, restoring(now, then));
        expect(content(back)).toEqual(content(then));
        expect(content(restored(back, restoring(back, now)))).toEqual(content(now));
      }),
      { numRuns: 100 },
    );
  });

  test('changes nothing where nothing differs', () => {
    expect(restoring(cleanTheory(), cleanTheory())).toEqual([]);
  });
});

function restored(theory: Theory, operations: Operation[]): Theory {
  const applied = applyAll(theory, operations);
  if ('refusal' in applied) throw new Error(JSON.stringify(applied.refusal));
  return applied.theory;
}

describe('the difference', () => {
  const before = theoryOf(
    [boxOf('activity', 'a'), boxOf('impact', 'i'), boxOf('output', 'o')],
    [linkOf('a', 'i'), linkOf('o', 'i')],
  );
  const after: Theory = {
    ...before,
    title: 'A new title',
    more: { ceiling: 'impact' },
    boxes: [
      boxOf('intermediateOutcome', 'a', { label: 'Box a now', x: 4, position: 9 }),
      boxOf('impact', 'i', { x: 9, position: 3 }),
      boxOf('risk', 'r', { more: { likelihood: 'high' } }),
    ],
    links: [{ ...linkOf('a', 'i'), more: { confidence: 'low' } }],
    pieces: [pieceOf('e', 'evidence', 'a', { what: 'Forty came' })],
  };

  test('says what was added, changed, moved and removed, by the names of the fields', () => {
    const found = differenceOf(before, after);
    expect(found.facts).toMatchObject([
      { name: 'Title', before: 'A theory', after: 'A new title' },
      { name: 'How far we account for what changes', before: '', after: 'Impact' },
    ]);
    expect(found.boxes.added.map(({ id }) => id)).toEqual(['r']);
    expect(found.boxes.removed.map(({ id }) => id)).toEqual(['o']);
    expect(found.boxes.changed.map(movedTier)).toEqual([true]);
    expect(found.boxes.changed[0]?.fields).toMatchObject([
      { name: 'Type', before: 'Activity', after: 'Intermediate outcome' },
      { name: 'What it says', before: 'Box a', after: 'Box a now' },
    ]);
    expect(found.links.changed[0]?.fields).toMatchObject([
      { name: 'How sure we are of this step', before: '', after: 'Low' },
    ]);
    expect(found.links.removed.map(({ id }) => id)).toEqual(['o>i']);
    expect(found.pieces.added.map(({ id }) => id)).toEqual(['e']);
  });

  test('is none exactly where going back would change nothing but places', () => {
    fc.assert(
      fc.property(seeds, (list) => {
        const from = cleanTheory();
        const now = lived(list, from).states.at(-1) as Theory;
        const telling = restoring(now, from).filter(({ kind }) => kind !== 'moveBox');
        expect(isSame(differenceOf(from, now))).toBe(telling.length === 0);
      }),
      { numRuns: 100 },
    );
  });

  test('of words makes both texts again, to the letter', () => {
    const words = fc
      .array(fc.constantFrom('a ', 'b ', 'two\n', ' ', 'ہب ', '<b>', '🙂'), { maxLength: 20 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const stretches = wordDifference(one, other);
        const without = (is: string) =>
          stretches.flatMap((each) => (each.is === is ? [] : [each.text])).join('');
        expect([without('new'), without('gone')]).toEqual([one, other]);
      }),
    );
  });

  test('of words is no longer than what was changed', () => {
    expect(wordDifference('Open on Thursday evenings', 'Open on Saturday mornings too')).toEqual([
      { is: 'same', text: 'Open on ' },
      { is: 'gone', text: 'Thursday evenings' },
      { is: 'new', text: 'Saturday mornings too' },
    ]);
    expect(wordDifference('Eighty sessions', 'Eighty sessions in two hubs')).toEqual([
      { is: 'same', text: 'Eighty sessions' },
      { is: 'new', text: ' in two hubs' },
    ]);
  });
});
