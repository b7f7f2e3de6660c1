import { describe, expect, test } from 'vitest';
import { aPlanToExport } from '#test/plan-to-export.ts';
import { aCost, aLine, aStep, aStream } from '#test/some-plans.ts';
import { planJson } from '#app/plan/export/export-json.ts';
import type { CostLine } from '#app/plan/money/costs.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { changesBetween } from './changes.ts';

describe('what changed between two versions', () => {
  const hubs = aStream({ id: 'hubs', name: 'Hubs' });
  const data = (lines: PlanLine[], costs: CostLine[] = [], streams = [hubs]) => {
    const accounts = accountsOf(lines, streams, costs);
    return planJson(aPlanToExport({ lines, streams, coverages: [], accounts }));
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
      'changed Money: The whole plan',
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

  test('is said where a cost of the whole programme came', () => {
    const cost = aCost({ id: 'lead', what: 'A lead', amountPence: 200_000_00 });
    const found = changesBetween(data(old), data(old, [cost]));
    expect(found.map(({ what, about }) => `${what} ${about}`)).toEqual([
      'added Cost: A lead (The whole programme)',
      'changed Money: The whole plan',
    ]);
    expect(found[0]?.now).toContain('Cost: £200,000\nFinancial year: 2026-27');
    expect(found[1]?.now).toContain('Known costs: £201,001');
  });

  test('is said where a cost moved to another year and stream, though no total is another', () => {
    const cost = aCost({ id: 'rent', what: 'Rent', lineId: 'a', streamId: 'hubs' });
    const streams = [hubs, aStream({ id: 'health', name: 'Health' })];
    const moved = { ...cost, year: '2027-28', streamId: 'health' };
    expect(changesBetween(data(old, [cost], streams), data(old, [moved], streams))).toEqual([
      {
        what: 'changed',
        about: 'Cost: Rent (Hours)',
        before: 'Financial year: 2026-27\nPaid from: Hubs',
        now: 'Financial year: 2027-28\nPaid from: Health',
      },
    ]);
  });

  test('is said of the steps of a line, what it waits for and what it is to achieve', () => {
    const [first, second] = [aLine({ id: 'a' }), aLine({ id: 'b', title: 'Bus' })];
    const steps = [aStep({ title: 'Rota agreed', dueOn: '2026-05-01' })];
    const now = {
      ...first,
      ...{ objective: 'Evenings for all', partners: 'The NHS', steps },
      dependsOn: [{ lineId: 'b', lagDays: 2 }],
    };
    const [found, ...more] = changesBetween(data([first, second]), data([now, second]));
    expect(more).toEqual([]);
    expect(found?.now).toBe(
      'Objective: Evenings for all\nPartners: The NHS\nSteps: Milestone: Rota agreed, due 1 May 2026\nWaits for: Bus, and 2 days more',
    );
  });

  test('is said of what a stream may pay for and when', () => {
    const now = {
      ...hubs,
      ...{ kind: 'health' as const, pays: 'capital' as const, startsOn: '2026-04-01' },
      ...{ ringStrands: ['parenting'], ringKinds: ['staffing'], conditions: 'A report each June' },
      years: [{ year: '2026-27', amountPence: 400_000 }],
    };
    const [found, ...more] = changesBetween(data(old), data(old, [], [now]));
    expect(more).toEqual([]);
    for (const words of [
      '2026-27 £4,000',
      'Capital',
      '1 Apr 2026',
      'Staff',
      'A report each June',
    ]) {
      expect(found?.now).toContain(words);
    }
  });

  test('is not what a version of long ago did not say', () => {
    const now = data([aLine({ id: 'a', objective: 'New', partners: 'New' })], [aCost()]);
    const { costs: _, ...money } = now.money;
    const lines = now.lines.map(
      ({ objective: _o, partners: _p, steps: _s, waitsFor: _w, risk: _r, ...line }) => line,
    );
    const streams = now.streams.map(({ years: _y, kind: _k, conditions: _c, ...stream }) => stream);
    expect(changesBetween({ ...now, money, lines, streams }, now)).toEqual([]);
    const later = { ...now, lines: now.lines.map((line) => ({ ...line, milestone: 'Open' })) };
    expect(changesBetween({ ...now, money, lines, streams }, later)).toMatchObject([
      { before: 'Milestone: Ten groups running', now: 'Milestone: Open' },
    ]);
  });
});
