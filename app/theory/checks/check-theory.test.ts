import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Theory } from '../graph.ts';
import { applyAll } from '../operations.ts';
import { boxOf, linkOf, operationOn, theoryOf } from '#test/some-theories.ts';
import { plus, saying, soundSurroundings, soundTheory, withLinks } from '#test/sound-theory.ts';
import { FAULTS } from '#test/theory-faults.ts';
import { checkTheory } from './check-theory.ts';
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
});
