import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, theoryOf } from '#test/some-theories.ts';
import { evidenceOn, measureOn, plus, soundSurroundings, soundTheory } from '#test/sound-theory.ts';
import { FAULTS } from '#test/theory-faults.ts';
import type { Theory } from '../graph.ts';
import { applyAll } from '../operations.ts';
import { answering, askOf } from './asks.ts';
import { checkTheory } from './check-theory.ts';
import { RULES, type Finding, type RuleId } from './finding.ts';
import { fixesFor, type Fix } from './fixes.ts';

const around = soundSurroundings();

function ids() {
  let made = 0;
  return () => `made ${(made += 1)}`;
}

function found(theory: Theory, rule: RuleId): Finding {
  const finding = checkTheory(theory, 'approve', around).find(({ id }) => id === rule);
  if (finding === undefined) throw new Error(`${rule} is silent`);
  return finding;
}

function after(theory: Theory, fix: Fix | undefined): Theory {
  const applied = applyAll(theory, fix?.operations ?? []);
  if ('refusal' in applied) throw new Error(JSON.stringify(applied.refusal));
  return applied.theory;
}

/** Rules whose fault a press puts right, so that nothing at all is found. */
const PRESSED: RuleId[] = [
  'TOC-I01',
  'TOC-I02',
  'TOC-I03',
  'TOC-S05',
  'TOC-S06',
  'TOC-S09',
  'TOC-W04',
  'TOC-C03',
  'TOC-C06',
  'TOC-M04',
];

describe('one press', () => {
  test.each(PRESSED)('%s is put right and nothing else is broken by it', (rule) => {
    const { theory = soundTheory(), around: round = around } = FAULTS[rule];
    const [finding] = checkTheory(theory, 'approve', round);
    if (finding === undefined) throw new Error('nothing is found');
    for (const fix of fixesFor(finding, theory, round, ids())) {
      const left = checkTheory(after(theory, fix), 'approve', round).map(({ id }) => id);
      // New boxes of a split have no measure yet, and a link turned round may be a leap.
      const follows = left.filter(
        (id) => !['TOC-M01', 'TOC-S09', 'TOC-S07', 'TOC-W06'].includes(id),
      );
      expect([fix.kind, follows]).toEqual([fix.kind, []]);
      expect(left).not.toContain(rule);
    }
    expect(fixesFor(finding, theory, round, ids())).not.toEqual([]);
  });

  test.each(Object.keys(RULES) as RuleId[])(
    'every fix of %s can be applied and has words',
    (rule) => {
      const { theory = soundTheory(), around: round = around } = FAULTS[rule];
      for (const finding of checkTheory(theory, 'approve', round)) {
        for (const fix of fixesFor(finding, theory, round, ids())) {
          expect(after(theory, fix)).not.toEqual(theory);
          expect(fix.words).toMatch(/^[A-Z].*[^.]$/);
          expect(fix.said).toMatch(/^\S.*\.$/);
        }
      }
    },
  );

  test('two boxes become one with the links, evidence and explanation of both', () => {
    const twin = boxOf('intermediateOutcome', 'twin', {
      label: 'Working parents come to a hub',
      detail: 'Counted at the door',
    });
    const theory = plus(
      [twin],
      [
        ['texts', 'twin'],
        ['twin', 'confident'],
      ],
    );
    const full = { ...theory, pieces: [...theory.pieces, evidenceOn('twin')] };
    const [fix] = fixesFor(found(full, 'TOC-I04'), full, around, ids());
    const merged = after(full, fix);
    expect(merged.boxes.map(({ id }) => id)).not.toContain('twin');
    expect(merged.links.map(({ source, target }) => `${source}>${target}`)).toContain('texts>come');
    expect(merged.links).toHaveLength(soundTheory().links.length + 1);
    expect(merged.pieces.find(({ id }) => id === 'evidence on twin')?.on).toBe('come');
    expect(merged.boxes.find(({ id }) => id === 'come')?.detail).toBe('Counted at the door');
  });

  test('a box is split where its clauses part, and both keep the links', () => {
    const theory = {
      ...soundTheory(),
      boxes: soundTheory().boxes.map((box) =>
        box.id === 'come' ? { ...box, label: 'Parents come to a hub and feel welcome' } : box,
      ),
    };
    const finding: Finding = {
      ...found(FAULTS['TOC-W04'].theory ?? theory, 'TOC-W04'),
      targets: ['come'],
    };
    expect(fixesFor(finding, theory, around, ids())).toEqual([]);
    const clear = {
      ...theory,
      boxes: theory.boxes.map((box) =>
        box.id === 'come' ? { ...box, label: 'Parents find a hub and feel welcome' } : box,
      ),
    };
    const [fix] = fixesFor(found(clear, 'TOC-W04'), clear, around, ids());
    const split = after(clear, fix);
    const labels = split.boxes.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Parents find a hub', 'Parents feel welcome']));
    const made = split.boxes.find(({ label }) => label === 'Parents feel welcome')?.id;
    const ends = split.links.filter(({ source, target }) => source === made || target === made);
    expect(ends).toHaveLength(clear.links.filter(({ id }) => /come/.test(id)).length);
  });

  test('a need is linked to the box whose words are nearest, or to none', () => {
    const need = boxOf('need', 'library', { label: 'No story times in the library on Saturdays' });
    const story = boxOf('activity', 'story', {
      label: 'Hold story times in each library',
      more: { lead: 'Library' },
    });
    const theory = plus([need, story], [['story', 'sessions']]);
    const [fix] = fixesFor(found(theory, 'TOC-N01'), theory, around, ids());
    expect(fix?.words).toBe('Link it to “Hold story times in each library”');
    const strange = plus([boxOf('need', 'damp', { label: 'Damp flats' })]);
    expect(fixesFor(found(strange, 'TOC-N01'), strange, around, ids())).toEqual([]);
  });

  test('a need of the register that was left out is put in', () => {
    const [need] = around.needs;
    if (need === undefined) throw new Error('no need');
    const more = {
      ...around,
      needs: [...around.needs, { ...need, id: 'n-rent', statement: 'Rent' }],
    };
    const theory = soundTheory();
    const finding = checkTheory(theory, 'approve', more).find(({ id }) => id === 'TOC-N01');
    if (finding === undefined) throw new Error('nothing is found');
    const [fix] = fixesFor(finding, theory, more, ids());
    expect(after(theory, fix).boxes.at(-1)).toMatchObject({
      type: 'need',
      label: 'Rent',
      more: { needId: 'n-rent' },
    });
  });

  test('a link that carries evidence is not turned round: that would lose it', () => {
    const { theory = soundTheory() } = FAULTS['TOC-S06'];
    const backed = { ...theory, pieces: [...theory.pieces, evidenceOn('speaking>fathers')] };
    const kinds = fixesFor(found(backed, 'TOC-S06'), backed, around, ids()).map(({ kind }) => kind);
    expect(kinds).toEqual(['feedback']);
  });

  test('what has gone in between has no fix', () => {
    const theory = theoryOf([boxOf('activity', 'a')], [linkOf('a', 'gone')]);
    const finding = found(theory, 'TOC-I01');
    expect(fixesFor(finding, theoryOf([]), around, ids())).toEqual([]);
  });
});

describe('a few words', () => {
  test.each(['TOC-A01', 'TOC-A02', 'TOC-S07', 'TOC-W06', 'TOC-W07', 'TOC-L03', 'TOC-L04'] as const)(
    '%s is put right by an answer',
    (rule) => {
      const { theory = soundTheory() } = FAULTS[rule];
      const ask = askOf(found(theory, rule), theory);
      const operation = ask && answering(ask, ' Because families said so ');
      const applied = applyAll(theory, operation ? [operation] : []);
      if ('refusal' in applied) throw new Error('refused');
      expect(checkTheory(applied.theory, 'approve', around)).toEqual([]);
    },
  );

  test('no words, or the same again, change nothing', () => {
    const { theory = soundTheory() } = FAULTS['TOC-W08'];
    const ask = askOf(found(theory, 'TOC-W08'), theory);
    expect(ask?.value).toBe('Working parents access services');
    expect(ask && answering(ask, '  ')).toBeNull();
    expect(ask && answering(ask, 'Working parents access services')).toBeNull();
  });

  test('nothing is asked of a measure: its page has its own fields', () => {
    const theory = { ...soundTheory(), pieces: [...soundTheory().pieces, measureOn(null)] };
    expect(askOf(found(theory, 'TOC-M04'), theory)).toBeNull();
  });
});
