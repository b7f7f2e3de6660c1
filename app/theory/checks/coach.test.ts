import { describe, expect, test } from 'vitest';
import { boxOf, theoryOf } from '#test/some-theories.ts';
import { soundSurroundings } from '#test/sound-theory.ts';
import { FAULTS } from '#test/theory-faults.ts';
import type { Box } from '../graph.ts';
import { checkTheory } from './check-theory.ts';
import { about, coached, KINDS, kindOf } from './coach.ts';
import { RULES, type RuleId, type Stage } from './finding.ts';

function says(boxes: Box[], stage: Stage = 'draft') {
  const theory = theoryOf(boxes);
  return coached(checkTheory(theory, stage), theory, stage);
}

const need = boxOf('need', 'need', { label: 'Evenings' });
const change = boxOf('intermediateOutcome', 'change', { label: 'Parents come to a hub' });
const activity = boxOf('activity', 'open', { label: 'Open hubs on Thursdays' });

describe('in a theory that has hardly begun', () => {
  test('nothing is said of an empty one', () => {
    expect(says([])).toEqual({ first: null, step: null, rest: [], more: 0 });
  });

  test.each([
    ['needs alone', [need], 'longTermOutcome'],
    ['work alone', [activity], 'longTermOutcome'],
    ['an impact without the way to it', [boxOf('impact', 'far')], 'intermediateOutcome'],
    ['changes that nobody brings about', [need, change], 'activity'],
  ] as const)('%s: what to draw next is said, and no fault is found', (_, boxes, type) => {
    const { first, step } = says([...boxes]);
    expect([first, step?.type]).toEqual([null, type]);
  });

  test('and it is not told what is not there yet', () => {
    const { rest } = says([need, boxOf('need', 'other', { label: 'Buses' })]);
    expect(rest.flatMap(({ findings }) => findings.map(({ id }) => id))).toEqual([
      'TOC-N03',
      'TOC-N03',
    ]);
  });

  test('once there is work and change, the first thing is that they are not linked', () => {
    expect(says([need, change, activity]).first?.id).toBe('TOC-I05');
  });

  test('a board that is asked to approve is told what is missing', () => {
    const { step, first } = says([need], 'approve');
    expect([step, first?.severity]).toEqual([null, 'error']);
  });
});

describe('of many findings', () => {
  const { theory = theoryOf([]) } = FAULTS['TOC-S02'];
  const bare = { ...theory, pieces: [], more: {} };
  const around = soundSurroundings();

  test('a draft hears what leads to what first, and of measures and the plan last', () => {
    const draft = coached(checkTheory(bare, 'draft', around), bare, 'draft');
    expect(draft.first?.id).toBe('TOC-S02');
    expect(draft.rest.map(({ kind }) => kind)).toEqual(['C', 'M', 'L']);
  });

  test('each box is spoken of once, and every finding stands in its kind', () => {
    const all = checkTheory(bare, 'approve', around);
    const { first, rest, more } = coached(all, bare, 'approve');
    const heard = [...(first ? [first] : []), ...rest.flatMap(({ findings }) => findings)];
    expect(heard).toHaveLength(more + 1);
    const spoken = heard.map(({ targets, key }) => targets[0] ?? key);
    expect(new Set(spoken).size).toBe(spoken.length);
    for (const { kind, findings } of rest) {
      for (const finding of findings) expect(kindOf(finding)).toBe(kind);
    }
  });

  test('those of one box can be asked for', () => {
    const all = checkTheory(bare, 'approve', around);
    expect(about(all, 'invite').map(({ id }) => id)).toContain('TOC-S02');
    expect(about(all, 'nothing')).toEqual([]);
  });
});

test('every rule belongs to a kind', () => {
  for (const id of Object.keys(RULES) as RuleId[])
    expect(Object.keys(KINDS)).toContain(kindOf({ id }));
});
