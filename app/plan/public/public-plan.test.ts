import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planJson } from '#app/plan/export/export-json.ts';
import { aPlanToExport } from '#test/plan-to-export.ts';
import { publicDocument } from './public-document.ts';
import {
  linesByOutcome,
  publicPlanOf,
  roundMoney,
  textsIn,
  type PlanShown,
} from './public-plan.ts';
import { courseOf, moneyWords, whenOf } from './public-words.ts';

const APPROVED = { number: 2, name: 'For the board', approvedOn: '2026-05-04', seal: '4f1c 09ab' };
const SHOWN: PlanShown = {
  summary: 'Help near home.',
  say: 'Tell a hub.',
  names: false,
  money: true,
  cannot: ['bus'],
};
const AROUND = {
  measures: [],
  refusals: [
    { id: 'bus', what: 'A free bus', why: 'The county runs buses' },
    { id: 'pool', what: 'A pool', why: 'Secret until March' },
  ],
};

const published = (shown: Partial<PlanShown> = {}, plan = aPlanToExport()) =>
  publicPlanOf(planJson(plan), APPROVED, AROUND, { ...SHOWN, ...shown });

describe('what everybody reads of a plan', () => {
  test('holds what is named and nothing besides, whatever else a plan comes to hold', () => {
    const data = planJson(aPlanToExport());
    const [first] = data.lines;
    const withMore = {
      ...data,
      comments: [{ words: 'SECRET comment' }],
      risks: 'SECRET',
      lines: data.lines.map((line) => ({
        ...line,
        owner: 'SECRET owner',
        partners: 'SECRET partner',
        risk: { what: 'SECRET risk', likelihood: 3, severity: 3, owner: 'SECRET', response: '' },
        progress: { note: 'SECRET note' },
        communications: 'SECRET',
        equalityEffect: { effect: 'negative', who: 'SECRET', response: '' },
        steps: [{ id: 'SECRET', title: 'A step', owner: 'SECRET', dueOn: null, doneOn: null }],
      })),
    };
    const seen = publicPlanOf(withMore, APPROVED, AROUND, SHOWN);
    expect(JSON.stringify(seen)).not.toContain('SECRET');
    expect(JSON.stringify(seen)).not.toContain('A pool');
    expect(seen.lines[0]).toMatchObject({ title: first?.title, who: '', partners: '' });
    expect(seen.lines[0]?.steps).toEqual([{ title: 'A step', dueOn: null, done: false }]);
    expect(seen.cannot).toEqual([{ what: 'A free bus', why: 'The county runs buses' }]);
    const document = JSON.stringify(publicDocument(seen, aPlanToExport().authority, '/verify'));
    expect(document).not.toContain('SECRET');
  });

  test('says who does it only where somebody said that these are roles', () => {
    expect(published().lines.every(({ who }) => who === '')).toBe(true);
    expect(published({ names: true }).lines.some(({ who }) => who !== '')).toBe(true);
    expect(published({ money: false }).money).toBeNull();
  });

  test('hides how many where fewer than ten may be counted', () => {
    const needs = [
      { statement: 'Later hours', priority: 'high', howMany: '290 of 451 answers' },
      { statement: 'A quiet room', priority: 'low', howMany: '3 families' },
    ];
    expect(published({}, aPlanToExport({ needs })).needs).toEqual([
      { statement: 'Later hours', howMany: '290 of 451 answers' },
      { statement: 'A quiet room', howMany: '' },
    ]);
  });

  test('reads a version that was frozen before lines had steps and outcomes', () => {
    const old = {
      ...planJson(aPlanToExport()),
      formatVersion: 1,
      lines: [
        {
          ...{ id: 'l', title: 'Open later', status: 'planned', owner: 'X', startsOn: null },
          ...{ endsOn: '2027-03-31', milestone: 'Rotas signed', requirements: [] },
        },
      ],
    };
    const seen = publicPlanOf(old, APPROVED, AROUND, SHOWN);
    expect(seen.lines[0]?.steps).toEqual([{ title: 'Rotas signed', dueOn: null, done: false }]);
    expect(linesByOutcome(seen)).toMatchObject([{ outcome: '' }]);
    expect(whenOf(seen.lines[0]!)).toBe('By 31 March 2027.');
  });

  test('finds every text that a reader meets, so that no name slips through', () => {
    const seen = published({ names: true });
    const all = textsIn(seen)
      .map(({ text }) => text)
      .join('\n');
    for (const line of seen.lines) {
      for (const text of [line.title, line.objective, line.who, line.success]) {
        expect(all).toContain(text);
      }
    }
    expect(all).toContain('The county runs buses');
  });
});

describe('money in round words', () => {
  test('is what somebody would say', () => {
    expect(
      [0, 50, 100, 480_000_0, 31_200_000, 164_000_000, 100_000_000, 99_999_999].map(roundMoney),
    ).toEqual([
      ...['nothing', 'less than £1', '£1', '£48,000', 'about £310,000'],
      ...['about £1.6 million', '£1 million', 'about £1 million'],
    ]);
  });

  test('is never further off than a twentieth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 10_000_000_000_00 }), (pence) => {
        const said = roundMoney(pence);
        const figure = Number(said.replace(/[^\d.]/g, '')) * (said.includes('million') ? 1e6 : 1);
        expect(Math.abs(figure - pence / 100)).toBeLessThanOrEqual(pence / 100 / 19.9);
      }),
    );
  });

  test('says what is not known yet', () => {
    const money = { knownPence: 4_800_000_0, unknown: 1, streams: [] };
    const line = published().lines[0]!;
    expect(moneyWords({ ...published(), money, lines: [line, line] })?.all).toBe(
      'What is in this plan costs £480,000 over all its years. We do not know yet what 1 other line costs.',
    );
    const nothing = { knownPence: 0, unknown: 2, streams: [] };
    expect(moneyWords({ ...published(), money: nothing, lines: [line, line] })?.all).toBe(
      'We do not know yet what this costs.',
    );
  });
});

test('where a measure should go is said with its unit and days', () => {
  const measure = {
    ...{ id: 'm', label: 'Ready', about: '', library: '', shared: '', unit: 'per cent' },
    ...{ from: '64.2', fromOn: '2025-07-31', to: '70', toOn: '2029-03-31', newest: '' },
  };
  expect(courseOf(measure)).toBe('From 64.2% on 31 July 2025 to 70% by 31 March 2029');
  expect(courseOf({ ...measure, from: '', fromOn: '', to: '', toOn: '' })).toBe('');
});

test('a document of nothing but a plan without needs, money and measures has no empty section', () => {
  const bare = { ...published({ money: false, cannot: [], say: '' }), needs: [], lines: [] };
  const { sections } = publicDocument(bare, aPlanToExport().authority, '/verify');
  expect(sections.map(({ id }) => id)).toEqual(['why']);
  const whole = publicDocument(published(), aPlanToExport().authority, '/verify');
  expect(whole.sections.map(({ id }) => id)).toEqual(['why', 'lines', 'money', 'say']);
  for (const { blocks } of whole.sections) {
    for (const block of blocks) {
      if (block.type !== 'table') continue;
      for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
    }
  }
});
