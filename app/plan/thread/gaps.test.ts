import { describe, expect, test } from 'vitest';
import type { EvidenceRow } from '#app/plan/evidence.ts';
import type { ThreadEnd, ThreadKind } from '#app/thread/kinds.ts';
import { endKey, indexOf, type Hop, type Thing } from '#app/thread/trace.ts';
import {
  allBehind,
  linesWithoutFamily,
  needsWithoutAnswer,
  restingOn,
  staleSteps,
} from './gaps.ts';
import { planThread, sayNumbers } from './plan-thread.ts';
import { threadBlocks } from './thread-blocks.ts';
import { DRAWN, twoSides, twoSidesAlt, twoSidesSvg } from './two-sides.ts';

const end = (kind: ThreadKind, id: string): ThreadEnd => ({ kind, id });
const hop = (from: ThreadEnd, to: ThreadEnd, change: Partial<Hop> = {}): Hop => ({
  from,
  to,
  way: 'tied',
  note: '',
  by: 'Priya Shah',
  at: new Date('2026-02-03T10:00:00Z'),
  wordsThen: from.id,
  wordsNow: from.id,
  ...change,
});
const thing = (one: ThreadEnd): Thing => ({ end: one, what: one.kind, title: one.id });

const [dads, evening, late] = [end('theme', 'dads'), end('need', 'evening'), end('need', 'late')];
const [groups, hubs, rent] = [
  end('box', 'groups'),
  end('plan-line', 'hubs'),
  end('plan-line', 'rent'),
];
const [shares, rule] = [end('measure', 'shares'), end('requirement', 'pack:R-1')];
const ends = [dads, evening, late, groups, hubs, rent, shares, rule];
const hops = [
  hop(dads, evening),
  hop(evening, groups),
  hop(groups, hubs),
  hop(hubs, shares),
  hop(hubs, rule),
];
const lines = [
  { id: 'hubs', title: 'Hubs in the evening', status: 'planned' as const },
  { id: 'rent', title: 'Pay the rent', status: 'planned' as const },
  { id: 'old', title: 'Given up', status: 'stopped' as const },
];
const row = (lineId: string, needId: string | null): EvidenceRow => ({
  lineId,
  line: lineId,
  themes: [],
  figures: [],
  needId,
  need: needId,
  activities: [],
  requirements: [],
});
const evidence = [row('hubs', 'evening'), row('rent', null), row('old', null)];

describe('what is missing between needs and lines', () => {
  const reason = { lineId: 'rent', because: 'The lease', by: 'Grace', at: new Date() };

  test('a line that goes on with no need, until somebody gives a reason', () => {
    expect(linesWithoutFamily(lines, evidence, []).open.map(({ id }) => id)).toEqual(['rent']);
    const { open, kept } = linesWithoutFamily(lines, evidence, [reason]);
    expect(open).toEqual([]);
    expect(kept[0]).toMatchObject({ id: 'rent', reason: { because: 'The lease' } });
  });

  test('a need in play with no line that goes on', () => {
    const needs = [
      { id: 'evening', statement: 'Evenings', who: '', notNowBecause: '' },
      { id: 'late', statement: 'Later still', who: 'Fathers', notNowBecause: '' },
      { id: 'never', statement: 'Not now', who: '', notNowBecause: 'No money' },
    ];
    const found = needsWithoutAnswer(needs, lines, [...evidence, row('old', 'late')], () => []);
    expect(found.map(({ id }) => id)).toEqual(['late']);
  });

  test('what lies behind and what follows are each other’s mirror', () => {
    const index = indexOf(hops);
    expect(allBehind(index, hubs)).toEqual(new Set([hubs, groups, evening, dads].map(endKey)));
    expect(restingOn(index, dads, 'plan-line')).toEqual([hubs]);
    expect(restingOn(index, rent, 'plan-line')).toEqual([]);
  });
});

describe('steps that no longer hold', () => {
  const things = ends.map(thing);

  test('are told once with the lines that they carry, and may be let stand', () => {
    const changed = [...hops, hop(late, groups, { wordsNow: 'Other words' })];
    const [step, ...rest] = staleSteps(lines, changed, things);
    expect(rest).toEqual([]);
    expect(step).toMatchObject({ mayStand: true, lines: [{ id: 'hubs' }] });
    expect(step?.says).toContain('It said: “late” It says now: “Other words”');
  });

  test('a measure with another target, and one that left the theory', () => {
    const at = { toWordsThen: 'Target 70', toWordsNow: 'Target 60' };
    const [moved] = staleSteps(lines, [hop(hubs, shares, at)], things);
    expect(moved?.says).toBe(
      'The measure was changed since. It said: “Target 70” It says now: “Target 60”',
    );
    const gone = things.filter(({ end: one }) => one !== shares);
    const [left] = staleSteps(lines, [hop(hubs, shares, { ...at, toWordsNow: null })], gone);
    expect(left).toMatchObject({ mayStand: false });
    expect(left?.says).toContain('taken out of the theory');
  });

  test('that somebody looked at again hold until the words change once more', () => {
    const again = { words: 'Other words', toWords: '', by: 'Tom', at: new Date() };
    const looked = hop(late, groups, { wordsNow: 'Other words', again });
    expect(staleSteps(lines, [...hops, looked], things)).toEqual([]);
    const more = [...hops, { ...looked, wordsNow: 'Yet other' }];
    expect(staleSteps(lines, more, things)[0]?.says).toContain('Yet other');
  });

  test('do not count where no line that goes on rests on them', () => {
    const beside = hop(dads, late, { wordsNow: 'Other words' });
    expect(staleSteps(lines, [beside], things)).toEqual([]);
  });
});

describe('the thread of a whole plan', () => {
  const parts = {
    lines,
    hops,
    things: ends.map(thing),
    reasons: [],
    voices: (id: string) => (id === 'dads' ? 'fewer than 5 people' : undefined),
    outcomesOf: () => ['Fathers take part'],
  };

  test('has every step once, in the order of the line, and the numbers of each line’s', () => {
    const thread = planThread(parts);
    expect(thread.steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(thread.steps.map(({ to }) => to.kind)).toEqual([
      'need',
      'box',
      'plan-line',
      'measure',
      'requirement',
    ]);
    expect(thread.lines[0]).toMatchObject({
      themes: ['dads (fewer than 5 people)'],
      needs: ['evening'],
      theory: ['box: groups', 'Towards: Fathers take part'],
      requirements: ['pack'],
      steps: [1, 2, 3, 4, 5],
      stale: 0,
    });
    expect(thread.lines[1]).toMatchObject({ needs: [], steps: [] });
  });

  test('is printed bounded: a long plan says how many steps are left to the spreadsheet', () => {
    const many = Array.from({ length: 900 }, (_, at) => hop(end('need', `n${at}`), hubs));
    const blocks = threadBlocks({ thread: planThread({ ...parts, hops: many }) });
    const tables = blocks.flatMap((block) => (block.type === 'table' ? [block.rows.length] : []));
    expect(tables).toEqual([3, 800]);
    expect(JSON.stringify(blocks)).toContain('The first 800 of 900 steps are printed');
  });

  test.each([
    [[3, 1, 2, 9, 12, 13], '1–3, 9, 12–13'],
    [[], ''],
    [[7], '7'],
  ])('numbers %j are written %j', (numbers, said) => {
    expect(sayNumbers(numbers)).toBe(said);
  });
});

describe('the picture of both sides', () => {
  const side = (id: string) => ({ id, words: `<b>${id}</b> & more` });

  test('says in words what has no thread, and holds no markup of anybody’s', () => {
    const picture = twoSides(
      [side('evening'), side('late')],
      [side('hubs'), side('rent')],
      evidence,
      new Set(),
    );
    const svg = twoSidesSvg(picture);
    expect(svg.match(/<path /g)).toHaveLength(1);
    expect(svg).toContain('>no line<');
    expect(svg).toContain('>no family<');
    expect(svg).not.toContain('<b>');
    expect(twoSidesAlt(picture)).toContain('1 need has no line. 1 line has no need.');
  });

  test('draws a bounded number and says so', () => {
    const lots = Array.from({ length: 150 }, (_, at) => side(`l${at}`));
    const picture = twoSides([side('evening')], lots, [row('l149', 'evening')], new Set(['l149']));
    expect(twoSidesSvg(picture).match(/<rect /g)).toHaveLength(1 + 1 + DRAWN);
    expect(twoSidesAlt(picture)).toContain(`The first ${DRAWN} of each side are drawn`);
  });
});
