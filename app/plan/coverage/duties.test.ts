import { describe, expect, test } from 'vitest';
import type { Agreement } from '#app/plan/registers/agreement.ts';
import { aLine } from '#test/some-plans.ts';
import {
  dutiesOf,
  mayChangeACentre,
  type DutyPages,
  type DutyRecords,
  type FormalTests,
} from './duties.ts';

const pages: DutyPages = {
  formal: (id) => `/formal/${id}`,
  line: (id) => `/lines/${id}`,
  agreement: (id) => `/sharing/${id}`,
  survey: (id) => `/surveys/${id}`,
};
const NOTHING: DutyRecords = { formal: [], lines: [], agreements: [], surveys: [] };
const of = (id: string, records: Partial<DutyRecords>) => {
  const found = dutiesOf({ ...NOTHING, ...records }, pages).find((one) => one.id === id);
  if (!found) throw new Error(`There is no duty ${id}.`);
  return found;
};

const formal = (change: Partial<FormalTests> = {}): FormalTests => ({
  id: 'c',
  title: 'Opening hours',
  href: '/formal/c',
  childrensCentres: false,
  isDraft: false,
  says: '',
  tests: [
    { number: 1, title: 'The proposal can still change', state: 'met', lacks: [] },
    { number: 2, title: 'People are told enough', state: 'lacks', lacks: ['Give the reasons'] },
    { number: 3, title: 'Time enough', state: 'later', lacks: [] },
  ],
  ...change,
});
const seen = (effect: 'positive' | 'negative', response = '') =>
  aLine({ equalityEffect: { effect, who: 'Young parents', response } });
const agreement = (change: Partial<Agreement> = {}): Agreement => ({
  id: 'a',
  title: 'Health visiting',
  partners: 'NHS',
  data: '',
  purpose: '',
  basis: 'public-task',
  condition: 'none',
  state: 'in-use',
  blockedBy: '',
  signedOn: '2026-01-01',
  reviewOn: '2027-01-01',
  dpia: 'done',
  dpiaOn: '2025-12-01',
  owner: 'Asha',
  lineIds: [],
  requirementKeys: [],
  note: '',
  version: 1,
  ...change,
});

test('where nothing calls for a duty, nothing is said to be missing', () => {
  expect(dutiesOf(NOTHING, pages).map(({ state }) => state)).toEqual([
    'later',
    'later',
    'later',
    'later',
  ]);
});

test('a formal consultation shows test by test what is there and what is not', () => {
  const duty = of('gunning', { formal: [formal()] });
  expect(duty.state).toBe('partly');
  expect(duty.shows).toEqual([
    { words: 'Opening hours: the proposal can still change', href: '/formal/c' },
  ]);
  expect(duty.missing[0]?.words).toBe('Opening hours: Give the reasons');
});

test('a test that is not due yet is not shown: the duty is shown in part at most', () => {
  const [met, , later] = formal().tests;
  const so = (tests: FormalTests['tests']) => of('gunning', { formal: [formal({ tests })] }).state;
  expect(so([met!])).toBe('shown');
  expect(so([met!, later!])).toBe('partly');
  expect(so([later!])).toBe('later');
});

describe('a change of a children’s centre', () => {
  const closing = aLine({ id: 'l', title: 'Close the Eastmoor children’s centre' });
  test('is asked about where a line reads like one, and shown by a consultation that says so', () => {
    expect(of('section-5d', { lines: [closing] })).toMatchObject({
      state: 'not',
      missing: [{ href: '/lines/l' }],
    });
    const says = 'We ask whether to close the Eastmoor children’s centre in April.';
    const asked = formal({ childrensCentres: true, tests: [], says });
    expect(of('section-5d', { lines: [closing], formal: [asked] }).state).toBe('shown');
    const open = { ...asked, tests: formal().tests.slice(2) };
    expect(of('section-5d', { lines: [closing], formal: [open] }).state).toBe('partly');
    expect(of('section-5d', { lines: [{ ...closing, status: 'stopped' }] }).state).toBe('later');
  });

  test('is not answered by a draft, nor by a consultation about another centre', () => {
    const says = 'Close the Eastmoor children’s centre';
    const draft = formal({ childrensCentres: true, tests: [], says, isDraft: true });
    const still = of('section-5d', { lines: [closing], formal: [draft] });
    expect([still.state, still.missing.length]).toEqual(['not', 2]);
    expect(still.missing[0]?.words).toBe('Opening hours: still a draft, so nobody was asked yet');
    const other = aLine({ id: 'm', title: 'Move the Dunsley hub' });
    const asked = { ...draft, isDraft: false };
    expect(of('section-5d', { lines: [closing, other], formal: [asked] })).toMatchObject({
      state: 'partly',
      missing: [{ href: '/lines/m' }],
    });
  });

  test.each([
    ['Move the Dunsley hub to the library', true],
    ['Merge two sites', true],
    ['Closer work with schools', false],
    ['Stay and play in Brookside', false],
  ])('%s', (title, suspect) => {
    expect(mayChangeACentre({ title, objective: '' })).toBe(suspect);
  });
});

describe('due regard', () => {
  test('is shown when every line was looked at and harm is answered', () => {
    expect(of('equality', { lines: [seen('positive'), seen('negative', 'Later hours')] })).toEqual(
      expect.objectContaining({ state: 'shown', missing: [] }),
    );
  });
  test('names harm without an answer before what nobody looked at', () => {
    const duty = of('equality', { lines: [aLine({ title: 'New' }), seen('negative')] });
    expect(duty.state).toBe('partly');
    expect(duty.missing.map(({ words }) => words)).toEqual([
      expect.stringContaining('worse for some groups') as string,
      '1 plan line not looked at yet, first “New”',
    ]);
  });
});

test('an agreement without a basis and a survey without one are named; what has ended is not', () => {
  const duty = of('data', {
    agreements: [agreement(), agreement({ id: 'b', title: 'Schools', basis: '' })],
    surveys: [{ id: 's', title: 'Families', hasBasis: false }],
  });
  expect(duty.state).toBe('partly');
  expect(duty.missing).toEqual([
    { words: '“Schools” lacks a lawful basis', href: '/sharing/b' },
    { words: 'Survey “Families”: its lawful basis is not recorded', href: '/surveys/s' },
  ]);
  expect(of('data', { agreements: [agreement({ state: 'ended', basis: '' })] }).state).toBe(
    'later',
  );
});
