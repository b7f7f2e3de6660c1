import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCost, aLine, aStep, aStream, someLines } from '#test/some-plans.ts';
import type { CostLine } from '#app/plan/money/costs.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import { sayShortDay } from '#app/ui/words.ts';
import type { FundingStream, PlanLine } from '#app/plan/plan.ts';
import { clashesByLine, clashesOf, MANY_AT_ONCE, type PlanOfDays } from './clashes.ts';

const plan = (lines: readonly PlanLine[], more: Partial<PlanOfDays> = {}): PlanOfDays => ({
  lines,
  programme: { startsOn: '2026-04-01', endsOn: '2029-03-31' },
  accounts: { streams: [] },
  activityNames: new Map(),
  today: '2026-04-01',
  ...more,
});
const kinds = (lines: readonly PlanLine[], more: Partial<PlanOfDays> = {}) =>
  clashesOf(plan(lines, more)).map(({ kind, weight }) => `${weight}: ${kind}`);

const rotas = aLine({ id: 'rotas', title: 'Agree rotas', endsOn: '2026-08-31' });
const waits = (lagDays: number, change: Partial<PlanLine> = {}) =>
  aLine({
    id: 'open',
    title: 'Open later',
    startsOn: '2026-09-01',
    dependsOn: [{ lineId: 'rotas', lagDays }],
    ...change,
  });

describe('the clashes of a plan', () => {
  test('begin on the day after what is waited for, and the days between', () => {
    expect(kinds([rotas, waits(0)])).toEqual([]);
    expect(kinds([rotas, waits(-3, { startsOn: '2026-08-29' })])).toEqual([]);
    expect(clashesOf(plan([rotas, waits(14)]))).toEqual([
      {
        kind: 'before-waited',
        weight: 'clash',
        lineIds: ['open', 'rotas'],
        says: `“Open later” starts on ${sayShortDay('2026-09-01')} and waits for “Agree rotas”, which ends on 31 Aug 2026: 14 days too early`,
        todo: `Start it on ${sayShortDay('2026-09-15')} or later, or end the other sooner.`,
      },
    ]);
    expect(kinds([{ ...rotas, status: 'stopped' }, waits(0)])).toEqual([
      'clash: waits-for-stopped',
    ]);
    expect(kinds([rotas, waits(14, { status: 'stopped' })])).toEqual([]);
    expect(kinds([{ ...rotas, endsOn: null }, waits(14)])).toEqual([]);
  });

  test('are days outside the programme and after the money', () => {
    const stream = aStream({ id: 's', endsOn: '2027-03-31' });
    expect(kinds([aLine({ startsOn: '2026-03-31', status: 'under-way' })])).toEqual([
      'look: outside-programme',
    ]);
    expect(kinds([aLine({ endsOn: '2029-04-01' })])).toEqual(['clash: outside-programme']);
    const paid = (line: PlanLine, streams: FundingStream[], costs: CostLine[] = []) =>
      kinds([line], { accounts: accountsOf([line], streams, costs) });
    expect(paid(aLine({ streamId: 's', endsOn: '2027-03-31' }), [stream])).toEqual([]);
    expect(paid(aLine({ streamId: 's', endsOn: '2027-04-01' }), [stream])).toEqual([
      'clash: after-stream',
    ]);
  });

  test('are not days after the money where other money pays then, and are by whatever pays last', () => {
    const streams = [
      aStream({ id: 's', name: 'First', endsOn: '2027-03-31' }),
      aStream({ id: 't', name: 'Second', endsOn: '2028-03-31' }),
    ];
    const costs = [
      aCost({ lineId: 'l', streamId: 's', year: '2026-27' }),
      aCost({ lineId: 'l', streamId: 't', year: '2027-28' }),
    ];
    const told = (line: PlanLine) =>
      clashesOf(plan([line], { accounts: accountsOf([line], streams, costs) }));
    expect(told(aLine({ id: 'l', streamId: 's', endsOn: '2028-03-31' }))).toEqual([]);
    // The line itself names no stream: what its costs are paid from counts.
    const longer = told(aLine({ id: 'l', endsOn: '2028-09-30' }));
    expect(longer.map(({ kind }) => kind)).toEqual(['after-stream']);
    expect(longer[0]?.says).toContain('Second pays until');
  });

  test('are steps outside their line, and what is late', () => {
    const line = (dueOn: string, change: Partial<PlanLine> = {}, doneOn: string | null = null) =>
      aLine({ steps: [aStep({ dueOn, doneOn })], status: 'under-way', ...change });
    const today = '2026-07-02';
    expect(kinds([line('2026-03-31', {}, '2026-03-31')])).toEqual(['clash: step-outside']);
    expect(kinds([line('2027-04-01')])).toEqual(['clash: step-outside']);
    expect(kinds([line('2026-07-02')], { today })).toEqual([]);
    expect(kinds([line('2026-07-01')], { today })).toEqual(['clash: step-overdue']);
    expect(kinds([line('2026-07-01', {}, '2026-07-01')], { today })).toEqual([]);
    expect(kinds([line('2026-07-01', { status: 'done' })], { today })).toEqual([]);
    expect(kinds([aLine({ status: 'planned' })], { today })).toEqual(['clash: line-overdue']);
    expect(kinds([aLine({ status: 'under-way', endsOn: '2026-07-01' })], { today })).toEqual([
      'clash: line-overdue',
    ]);
  });

  test('count what one owner carries at once, however the name is spaced', () => {
    const many = (days: [string, string], owner: string) =>
      aLine({ owner, startsOn: days[0], endsOn: days[1] });
    const first = Array.from({ length: MANY_AT_ONCE - 1 }, () =>
      many(['2026-04-01', '2026-06-30'], 'Jo Marsh'),
    );
    expect(kinds([...first, many(['2026-07-01', '2026-09-30'], 'jo  marsh ')])).toEqual([]);
    const all = [...first, many(['2026-06-30', '2026-09-30'], 'jo  marsh ')];
    expect(clashesOf(plan(all))).toMatchObject([
      { kind: 'owner-busy', says: 'Jo Marsh answers for 6 lines at once from 30 Jun 2026' },
    ]);
    expect(kinds(all.map((line) => ({ ...line, owner: '' })))).toEqual([]);
  });

  test('are lines of one activity at the same time', () => {
    const activityNames = new Map([['a', 'Open later']]);
    const line = (startsOn: string, endsOn: string) =>
      aLine({ startsOn, endsOn, activityIds: ['a'] });
    const apart = [line('2026-04-01', '2026-06-30'), line('2026-07-01', '2026-09-30')];
    expect(kinds(apart, { activityNames })).toEqual([]);
    const over = [...apart, line('2026-09-30', '2026-12-31')];
    expect(clashesOf(plan(over, { activityNames }))).toMatchObject([
      { kind: 'same-activity', lineIds: [over[1]?.id, over[2]?.id] },
    ]);
  });

  test('are none among lines that were stopped, and each names lines of the plan', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const all = clashesOf(plan(lines, { today: '2027-12-31' }));
        const running = new Set(
          lines.filter(({ status }) => status !== 'stopped').map(({ id }) => id),
        );
        for (const { lineIds } of all) expect(running.has(lineIds[0] ?? '')).toBe(true);
        const byLine = clashesByLine(all);
        expect([...byLine.keys()].every((id) => lines.some((line) => line.id === id))).toBe(true);
        const stopped = lines.map((line) => ({ ...line, status: 'stopped' as const }));
        expect(clashesOf(plan(stopped))).toEqual([]);
      }),
    );
  });
});
