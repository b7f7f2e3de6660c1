import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOX_MORE, BOX_TYPES, LINK_MORE, PIECE_KINDS, type Theory } from '../graph.ts';
import { applyAll } from '../operations.ts';
import { between, boxOf, linkOf, operationOn, pieceOf, theoryOf } from '#test/some-theories.ts';
import {
  evidenceOn,
  measureOn,
  plus,
  saying,
  soundSurroundings,
  soundTheory,
  telling,
  withLinks,
} from '#test/sound-theory.ts';
import { FAULTS } from '#test/theory-faults.ts';
import { checkTheory } from './check-theory.ts';
import { monthsAfter } from './days.ts';
import { RULES, type RuleId, type Stage } from './finding.ts';

const clean = soundTheory();
const round = soundSurroundings();
const found = (theory: Theory, stage: Stage = 'approve', around = round) =>
  checkTheory(theory, stage, around);

/** What is found in the theory with the fault of a rule. */
function withFault(rule: RuleId, stage: Stage = 'approve') {
  const { theory = clean, around = round } = FAULTS[rule];
  return checkTheory(theory, stage, around);
}

describe('one fault in a sound theory', () => {
  test('the sound theory has nothing found in it, at any stage', () => {
    for (const stage of ['draft', 'consult', 'approve', 'live'] as const) {
      expect(found(clean, stage)).toEqual([]);
      expect(checkTheory(clean, stage)).toEqual([]);
    }
  });

  test.each(Object.keys(RULES) as RuleId[])('%s finds its own fault and nothing else', (rule) => {
    expect(withFault(rule).map(({ id, key }) => [id, key])).toEqual([
      [rule, `${rule}:${FAULTS[rule].about}`],
    ]);
  });
});

test('an assumption that did not hold in the stress test is spoken of', () => {
  const failed = {
    ...clean,
    boxes: clean.boxes.map((box) =>
      box.id === 'staff' ? { ...box, more: { ...box.more, verdict: 'fails' } } : box,
    ),
  };
  expect(found(failed).map(({ id, message }) => [id, message])).toEqual([
    ['TOC-A04', 'In the stress test “Staff stay for two years” did not hold.'],
  ]);
});

/** How many rules of each kind the field's list has; N09 is ours. */
const RULES_OF = { I: 6, S: 13, C: 7, W: 8, A: 7, N: 9, M: 8, P: 7, L: 4 };

test('every rule of the list is there', () => {
  const listed = Object.entries(RULES_OF).flatMap(([kind, many]) =>
    Array.from({ length: many }, (_, at) => `TOC-${kind}${String(at + 1).padStart(2, '0')}`),
  );
  expect(Object.keys(RULES).toSorted()).toEqual(listed.toSorted());
});

describe('what is said', () => {
  test.each(Object.keys(RULES) as RuleId[])('%s says what, why and what to do', (rule) => {
    for (const finding of withFault(rule)) {
      for (const sentence of [finding.message, finding.why, finding.todo]) {
        expect(sentence).toMatch(/^\S.*\.$/s);
        expect(sentence).not.toMatch(/undefined|null/);
      }
    }
  });

  test('a theory without a single link is told so once, not box by box', () => {
    const findings = checkTheory({ ...clean, links: [] }, 'approve');
    expect(findings.map(({ id }) => id)).toEqual(['TOC-I05']);
    expect(findings[0]?.message).toBe('No link is drawn: 17 boxes stand side by side.');
    expect(findings[0]?.targets).toHaveLength(17);
  });

  test('an aim stands for the impact when no impact is stated', () => {
    const aimed = {
      ...clean,
      boxes: clean.boxes.map((box) =>
        box.id === 'ready' ? { ...box, type: 'aim' as const } : box,
      ),
    };
    expect(found(aimed)).toEqual([]);
  });

  test('a loop that is said to be meant is no fault', () => {
    const { theory: loop = clean } = FAULTS['TOC-S05'];
    const meant = loop.links.map((link) =>
      link.id === 'fathers>come' ? { ...link, more: { feedback: 'yes' } } : link,
    );
    expect(found({ ...loop, links: meant }).map(({ id }) => id)).not.toContain('TOC-S05');
  });

  test('a leap that says what happens in between is no fault', () => {
    const { theory: leap = clean } = FAULTS['TOC-S07'];
    const told = leap.links.map((link) =>
      link.id === 'sessions>sooner' ? { ...link, more: { mechanism: 'Parents ask for it' } } : link,
    );
    expect(found({ ...leap, links: told })).toEqual([]);
  });

  test('a need is answered through what lies behind it', () => {
    const answered = plus(
      [boxOf('need', 'money'), boxOf('rootCause', 'hours')],
      [
        ['hours', 'money'],
        ['open', 'hours'],
      ],
    );
    expect(found(answered)).toEqual([]);
  });
});

describe('how loud it is', () => {
  test('a draft is coached and not judged, but what is broken stays broken', () => {
    expect(withFault('TOC-S02', 'draft')[0]?.severity).toBe('hint');
    expect(withFault('TOC-S02', 'consult')[0]?.severity).toBe('warn');
    expect(withFault('TOC-S02', 'approve')[0]?.severity).toBe('error');
    expect(withFault('TOC-I01', 'draft')[0]?.severity).toBe('error');
  });

  test('a missing reason weighs most from what we deliver to what changes', () => {
    const silent = withLinks((links) => links.map((link) => ({ ...link, reason: '' })));
    const loud = found(silent).filter(({ severity }) => severity === 'error');
    expect(loud.map(({ key }) => key)).toEqual([
      'TOC-A01:sessions>come',
      'TOC-A01:trained>spotted',
      'TOC-A01:texts>fathers',
    ]);
  });

  test('the worst comes first', () => {
    const theory = plus([boxOf('need', 'money')], [], saying('open', 'Improved opening hours'));
    expect(found(theory).map(({ id }) => id)).toEqual(['TOC-N01', 'TOC-W02']);
  });
});

describe('any theory', () => {
  test('is checked without a crash, the same way twice, and points only at what is there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (seeds) => {
        let theory: Theory = theoryOf([]);
        seeds.forEach((seed, index) => {
          const applied = applyAll(theory, [operationOn(theory, seed, `x${index}`)]);
          if ('theory' in applied) theory = applied.theory;
        });
        const findings = found(theory);
        expect(found(theory)).toEqual(findings);
        const all = [...theory.boxes, ...theory.links, ...theory.pieces];
        const there = new Set(all.map(({ id }) => id));
        for (const target of findings.flatMap(({ targets }) => targets)) {
          expect(there.has(target)).toBe(true);
        }
      }),
    );
  });

  test('of a chain of two thousand boxes is read without exhausting the stack', () => {
    const boxes = Array.from({ length: 2_000 }, (_, i) => boxOf('intermediateOutcome', `box ${i}`));
    const links = boxes.slice(1).map((box, i) => linkOf(`box ${i}`, box.id));
    expect(() => checkTheory(theoryOf(boxes, links), 'approve')).not.toThrow();
  });

  const keysOf = (fields: readonly { key: string }[]) => fields.map(({ key }) => key);
  const BOX_KEYS = ['partnerLed', 'verdict', ...keysOf(Object.values(BOX_MORE).flat())];
  const LINK_KEYS = [...keysOf(LINK_MORE), 'verdict'];
  const PIECE_KEYS = [...Object.keys(measureOn(null).more), ...Object.keys(evidenceOn('').more)];

  /** What a file or somebody at the wire may write for any fact, besides what the fields offer. */
  const anyFact = fc.oneof(
    fc.constantFrom('-12', '9999999', '1e9', 'Infinity', 'NaN', '-0.5', '9999', ' ', 'yes', 'high'),
    fc.constantFrom('2028-06-30', '+275760-09-13', '0000-00-00', '31/12/2028', '{}', '[[]]'),
    fc.string({ maxLength: 20 }),
  );
  const facts = (keys: readonly string[]) =>
    fc.dictionary(fc.constantFrom(...keys), anyFact, { maxKeys: 6 });
  const anyGraph: fc.Arbitrary<Theory> = fc
    .record({
      boxes: fc.array(fc.tuple(fc.constantFrom(...BOX_TYPES), facts(BOX_KEYS)), { maxLength: 12 }),
      ends: fc.array(fc.tuple(fc.nat(12), fc.nat(12), facts(LINK_KEYS)), { maxLength: 30 }),
      pieces: fc.array(fc.tuple(fc.constantFrom(...PIECE_KINDS), fc.nat(14), facts(PIECE_KEYS)), {
        maxLength: 12,
      }),
      more: facts(['ceiling', 'reviewedOn', 'unintended', 'afterwards']),
    })
    .map(({ boxes, ends, pieces, more }) => {
      const made = boxes.map(([type, box], at) => boxOf(type, `b${at}`, { more: box }));
      const links = ends.map(([source, target, link], at) => ({
        ...between(made, `b${source}`, `b${target}`),
        id: `link ${at}`,
        more: link,
      }));
      return {
        ...theoryOf(made, links),
        more,
        pieces: pieces.map(([kind, on, piece], at) =>
          pieceOf(`piece ${at}`, kind, on > 12 ? null : `b${on}`, piece),
        ),
      };
    });

  test('with any facts at all is checked to the end', () => {
    fc.assert(
      fc.property(anyGraph, (theory) => {
        for (const stage of ['draft', 'approve', 'live'] as const) found(theory, stage);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the months until a change shows', () => {
  /** Which outcomes come too late, with this delay on both links of a loop. */
  const late = (delayMonths: string) => {
    const looped = plus([], [['come', 'sessions']], telling('sessions>come', { delayMonths }));
    return found(telling('come>sessions', { delayMonths }, looped))
      .filter(({ id }) => id === 'TOC-M05')
      .map(({ targets }) => targets[0]);
  };

  test('never run backwards round a loop, and what is no number of months is none', () => {
    expect(late('-3')).toEqual([]);
    expect(late('9999')).toEqual(['come']);
    for (const words of ['9999999', '1e300', 'soon', '-0']) expect(late(words)).toEqual([]);
  });
});

test.each([
  ['2026-01-31', 1, '2026-03-03'],
  ['2026-04-01', 9_999, '2859-07-01'],
  ['2026-04-01', 9_999_999, '9999-12-31'],
  ['2026-04-01', 110_000, '9999-12-31'],
  ['2026-04-01', -9_999_999, '0000-01-01'],
  ['2026-04-01', NaN, '2026-04-01'],
])('%s and %d months is %s', (day, months, then) => {
  expect(monthsAfter(day, months)).toBe(then);
});
