import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPlanToExport } from '#test/plan-to-export.ts';
import { aLine, aStream } from '#test/some-plans.ts';
import { planJson } from '../export-json.ts';
import { accountsOf } from '../money.ts';
import type { PlanLine } from '../plan.ts';
import { canonical, changesBetween, readSeal, sealOf, standingLines } from './frozen.ts';
import { digestOf } from './put-up.server.ts';

describe('what is sealed', () => {
  test('is one text however its keys stand, after any store that keeps JSON', () => {
    expect(canonical({ b: 1, a: [true, null, 'é"'], c: undefined })).toBe(
      '{"a":[true,null,"é\\""],"b":1}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shuffled = JSON.parse(JSON.stringify(value), (_, one: unknown) =>
          typeof one === 'object' && one !== null && !Array.isArray(one)
            ? Object.fromEntries(Object.entries(one).reverse())
            : one,
        ) as unknown;
        expect(canonical(shuffled)).toBe(canonical(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  test('has another seal when one penny is another', () => {
    const plan = (costPence: number) => {
      const lines = [aLine({ id: 'line', costPence })];
      return planJson(aPlanToExport({ lines, accounts: accountsOf(lines, []) }));
    };
    expect(digestOf(plan(100))).toBe(digestOf(plan(100)));
    expect(digestOf(plan(100))).not.toBe(digestOf(plan(101)));
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  test('is read as it is printed, and refused where figures are missing', () => {
    const digest = digestOf('a plan');
    expect(sealOf(digest)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(readSeal(` ${sealOf(digest).toUpperCase()} `)).toBe(digest.slice(0, 32));
    expect(readSeal(sealOf(digest).slice(0, -1))).toBeNull();
    expect(readSeal('x'.repeat(32))).toBeNull();
    expect(readSeal('%'.repeat(40))).toBeNull();
  });
});

test('the cover says who approved, on which conditions, and where the seal can be checked', () => {
  const standing = {
    number: 2,
    name: 'For the board',
    state: 'approved' as const,
    putUpName: 'Priya',
    putUpOn: '2026-03-01',
    decidedName: 'Grace',
    decidedOn: '2026-03-03',
    words: 'Costs by May.',
    digest: digestOf('a plan'),
  };
  const lines = standingLines(standing, 'https://hubs.example.org/verify');
  expect(lines.slice(1, 3)).toEqual([
    'Approved by Grace on Tuesday 3 March 2026.',
    'On these conditions: Costs by May.',
  ]);
  expect(lines[3]).toContain(`${sealOf(standing.digest)}. Check it at https://hubs`);
  const back = { ...standing, state: 'returned' as const };
  expect(standingLines(back, '').at(-1)).toBe(
    'Sent back by Grace on Tuesday 3 March 2026. Costs by May.',
  );
  expect(standingLines({ ...standing, decidedOn: null }, '').at(-1)).toBe('Not decided yet.');
});

describe('what changed between two versions', () => {
  const data = (lines: PlanLine[]) => {
    const streams = [aStream({ id: 'hubs', name: 'Hubs' })];
    const coverages: never[] = [];
    return planJson(
      aPlanToExport({ lines, streams, coverages, accounts: accountsOf(lines, streams) }),
    );
  };
  const old = [
    aLine({ id: 'a', title: 'Hours', costPence: 100 }),
    aLine({ id: 'b', title: 'Bus' }),
  ];

  test('is each line that came, went or says something else, and only what differs of it', () => {
    const now = [
      { ...old[0], costPence: 200, owner: 'Ann' } as PlanLine,
      aLine({ id: 'c', title: 'Crèche' }),
    ];
    const found = changesBetween(data(old), data(now));
    expect(found.map(({ what, about }) => `${what} ${about}`)).toEqual([
      'changed Plan line: Hours',
      'added Plan line: Crèche',
      'removed Plan line: Bus',
    ]);
    expect(found[0]).toMatchObject({
      before: 'Owner: Early help\nCost: £1',
      now: 'Owner: Ann\nCost: £2',
    });
  });

  test('is said too where a line delivers something else', () => {
    const labels = aPlanToExport().theory?.boxes.filter(({ type }) => type === 'activity') ?? [];
    const [first, second] = labels.map(({ id }) => id);
    const line = (activity = '') => [aLine({ id: 'a', activityIds: [activity] })];
    const [found] = changesBetween(data(line(first)), data(line(second)));
    expect([found?.before, found?.now]).toEqual(labels.map(({ label }) => `Delivers: ${label}`));
  });

  test('is nothing between a plan and itself', () => {
    expect(changesBetween(data(old), data(old))).toEqual([]);
  });
});
