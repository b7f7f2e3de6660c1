import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGE_BANDS, ETHNIC_GROUPS, SEXES } from '../member-lists.ts';
import { figuresOf, WAYS, type Facts } from './figures.ts';
import { daysOf, quarterNamed, quarterOf, quartersFrom, sayQuarter } from './quarters.ts';
import { returnRows } from './return-file.ts';
import {
  Answers,
  changedSince,
  checksOf,
  returnOf,
  valueOf,
  type Correction,
  type Return,
} from './return.ts';

const NOTHING: Facts = {
  members: [],
  meetings: [],
  consultations: [],
  surveys: [],
  exercises: [],
  done: [],
};
const member = (
  about: Record<string, string>,
  joinedOn = '2026-01-10',
  leftOn: string | null = null,
) => ({
  kind: 'parent-or-carer',
  about,
  joinedOn,
  leftOn,
});
const SAID = Answers.parse({ offer: 'both', influenced: 'yes', example: 'Evening hours.' });
const correction = (line: string, value: number | null): Correction => ({
  ...{ line, value, reason: 'Held by the charity', byName: 'Priya Shah', on: '2026-07-02' },
});

const PANEL: Facts = {
  ...NOTHING,
  members: [
    member({ sex: 'female', ageBand: '25-34', ethnicGroup: 'white:british' }),
    member({ sex: 'male', ageBand: '35-44', ethnicGroup: 'asian:indian' }, '2026-06-30'),
    member({ sex: 'prefer-not-to-say', ageBand: '25-34' }, '2026-05-01'),
    member({ sex: 'female' }, '2026-01-10', '2026-06-30'),
    member({ sex: 'female' }, '2026-01-10', '2026-07-01'),
    member({ sex: 'male' }, '2026-07-01'),
    { ...member({ sex: 'female' }), kind: 'practitioner' },
  ],
  meetings: [
    { title: 'April', heldOn: '2026-04-01', state: 'held' },
    { title: 'June', heldOn: '2026-06-30', state: 'held' },
    { title: 'July', heldOn: '2026-07-01', state: 'held' },
    { title: 'May', heldOn: '2026-05-12', state: 'cancelled' },
    { title: 'Late June', heldOn: '2026-06-29', state: 'planned' },
  ],
  consultations: [
    { title: 'Hours', kind: 'statements', opensOn: '2026-03-01', closesOn: '2026-04-01' },
    { title: 'Two designs', kind: 'ballot', opensOn: '2026-06-01', closesOn: null },
    { title: 'Before', kind: 'ballot', opensOn: '2026-01-01', closesOn: '2026-03-31' },
    { title: 'After the fair', kind: 'poll', opensOn: '2026-05-05', closesOn: '2026-05-05' },
  ],
  exercises: [
    { title: 'Talks at the clinic', kind: 'one-to-one', heldOn: '2026-05-05' },
    { title: 'Town hall', kind: 'town-hall', heldOn: '2026-06-05' },
  ],
};

describe('quarters', () => {
  it('are those of the calendar year', () => {
    expect(quarterOf('2026-06-30')).toBe('2026-Q2');
    expect(quarterOf('2026-07-01')).toBe('2026-Q3');
    expect(daysOf('2026-Q1')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(sayQuarter('2026-Q4')).toBe('October to December 2026');
    expect(quartersFrom('2025-11-02', '2026-04-01')).toEqual(['2026-Q2', '2026-Q1', '2025-Q4']);
    expect(quartersFrom('2026-11-02', '2026-04-01')).toEqual([]);
    expect([quarterNamed('2026-Q5'), quarterNamed('../x'), quarterNamed('2026-Q1')]).toEqual([
      null,
      null,
      '2026-Q1',
    ]);
  });
});

describe('the figures of the return', () => {
  const lines = returnOf(PANEL, '2026-Q2', SAID, []).lines;
  const value = (name: string) => valueOf(lines, name);

  it('counts members at the end of the quarter, practitioners apart', () => {
    expect(value('SPCP07')).toBe(4);
    expect(lines.find(({ line }) => line === 'SPCP07')?.working).toBe(
      '5 had joined by 30 Jun 2026, less 1 who had left; practitioners are not counted',
    );
    expect([
      value('SPCP08.female'),
      value('SPCP08.male'),
      value('SPCP08.prefer-not-to-say'),
    ]).toEqual([2, 1, 1]);
    expect([value('SPCP09.25-34'), value('SPCP09.not-known')]).toEqual([2, 1]);
    expect([value('SPCP10.white'), value('SPCP10.asian'), value('SPCP10.not-known')]).toEqual([
      1, 1, 2,
    ]);
  });

  it('counts meetings that were held, and says which were not', () => {
    expect(value('SPCP05')).toBe(2);
    expect(lines.find(({ line }) => line === 'SPCP05')?.working).toContain('1 meeting cancelled');
  });

  it('counts each route that was used', () => {
    const routes = Object.fromEntries(
      lines.filter(({ code }) => code === 'SPCP04').map((one) => [one.line.slice(7), one.value]),
    );
    expect(routes).toEqual({
      'panel-meetings': 2,
      'online-forum': 1,
      'feedback-surveys': 1,
      'drop-ins': 1,
      'co-design': 1,
      other: 1,
    });
  });

  it('adds up to the members, whoever they are', () => {
    const value_ = (list: readonly { value: string }[]) =>
      fc.option(fc.constantFrom(...list.map((one) => one.value)), { nil: undefined });
    const someone = fc.record(
      { sex: value_(SEXES), ageBand: value_(AGE_BANDS), ethnicGroup: value_(ETHNIC_GROUPS) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 30 }), (abouts) => {
        const members = abouts.map((about) =>
          member(
            Object.fromEntries(Object.entries(about).filter(([, said]) => said !== undefined)),
          ),
        );
        const all = figuresOf({ ...NOTHING, members }, '2026-Q2');
        for (const { code } of WAYS) {
          const parts = all.filter((one) => one.code === code);
          expect(parts.reduce((sum, one) => sum + one.value, 0)).toBe(members.length);
        }
      }),
    );
  });
});

describe('corrections', () => {
  it('stand in place of what is counted, with who and why, until they are taken back', () => {
    const corrected = returnOf(PANEL, '2026-Q2', SAID, [correction('SPCP05', 3)]);
    expect(corrected.lines.find(({ line }) => line === 'SPCP05')).toMatchObject({
      value: 3,
      computed: 2,
      correction: { byName: 'Priya Shah', reason: 'Held by the charity' },
    });
    const back = returnOf(PANEL, '2026-Q2', SAID, [
      correction('SPCP05', 3),
      correction('SPCP05', null),
    ]);
    expect(valueOf(back.lines, 'SPCP05')).toBe(2);
    const fewer = returnOf(PANEL, '2026-Q2', SAID, [correction('SPCP08.female', 1)]);
    expect(valueOf(fewer.lines, 'SPCP08.not-known'), 'what is left follows').toBe(1);
  });

  it('that pass the total are refused', () => {
    const over = returnOf(PANEL, '2026-Q2', SAID, [correction('SPCP08.female', 9)]);
    expect(errorsOf(over)).toEqual([
      'Sex: the parts add up to 11, more than the 4 members (SPCP07).',
    ]);
    expect(valueOf(over.lines, 'SPCP08.not-known')).toBe(-7);
  });
});

const errorsOf = (it_: Return, today = '2026-07-05') =>
  checksOf(it_, today).flatMap(({ weight, message }) => (weight === 'error' ? [message] : []));

describe('the rules', () => {
  it('let a return that holds together be submitted once the quarter is over', () => {
    expect(errorsOf(returnOf(PANEL, '2026-Q2', SAID, []))).toEqual([]);
    expect(errorsOf(returnOf(PANEL, '2026-Q2', SAID, []), '2026-06-30')[0]).toMatch(/not over yet/);
  });

  it('ask for what nobody said, and hold a route against its figure', () => {
    const empty = returnOf(NOTHING, '2026-Q2', Answers.parse({}), []);
    expect(errorsOf(empty)).toHaveLength(3);
    const without = returnOf(PANEL, '2026-Q2', SAID, [correction('SPCP05', 0)]);
    expect(errorsOf(without)[0]).toMatch(/exactly when there were any/);
  });

  it.each([
    ['Sam, aged 23, asked for evenings', true],
    ['a 3-year-old waited', true],
    ['since 12/05/2026', true],
    ['Evening hours since May, for parents in their twenties', false],
  ])('warn of what tells who somebody is: %s', (example, warned) => {
    const said = Answers.parse({ ...SAID, example });
    const checks = checksOf(returnOf(PANEL, '2026-Q2', said, []), '2026-07-05');
    expect(checks.some(({ line }) => line === 'example')).toBe(warned);
  });

  it('show what would come out otherwise than it was submitted', () => {
    const then = returnOf(PANEL, '2026-Q2', SAID, []);
    const late = {
      ...PANEL,
      meetings: [...PANEL.meetings, { title: 'X', heldOn: '2026-05-30', state: 'held' }],
    };
    const now = returnOf(late, '2026-Q2', SAID, []);
    expect(changedSince(then, now).map(({ line, now: n }) => [line.line, n])).toEqual([
      ['SPCP04.panel-meetings', 3],
      ['SPCP05', 3],
    ]);
    expect(changedSince(then, then)).toEqual([]);
  });
});

describe('the file', () => {
  it('holds every question by its code, and what is kept apart as not sent', () => {
    const rows = returnRows(returnOf(PANEL, '2026-Q2', SAID, [correction('SPCP05', 3)]));
    const codes = new Set(rows.slice(1).map(([code]) => code));
    for (const code of ['SPCP01', 'SPCP04', 'SPCP05', 'SPCP06', 'SPCP06a', 'SPCP07', 'SPCP08']) {
      expect(codes).toContain(code);
    }
    expect(rows.find(([code]) => code === 'SPCP05')).toEqual([
      'SPCP05',
      'Panel meetings in the quarter',
      3,
      expect.stringContaining('1 Apr 2026'),
      '2 computed. Held by the charity',
    ]);
    expect(rows.filter(([, label]) => String(label).includes('(not sent)'))).toHaveLength(3);
  });
});
