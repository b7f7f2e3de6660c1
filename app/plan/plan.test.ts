import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOME_TYPES } from '#app/theory/graph.ts';
import { coverageOf } from '#app/plan/coverage/coverage.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import {
  activitiesWithoutLine,
  groupByOutcome,
  lacksOf,
  linesWithoutActivity,
  outcomesReached,
  type PlanLine,
  type TheoryOfPlan,
} from './plan.ts';
import { aBox, aCost, aLine, aLink, aStream, bsfh, key, someLines } from '#test/some-plans.ts';
import type { CostLine } from '#app/plan/money/costs.ts';
import { standsBetween } from './sign-off.ts';

const theory: TheoryOfPlan = {
  boxes: [
    aBox('activity', 'Stay and play'),
    aBox('activity', 'Evening groups', { position: 2 }),
    aBox('activity', 'A website', { position: 3 }),
    aBox('output', 'Forty sessions'),
    aBox('intermediateOutcome', 'Parents feel less alone'),
    aBox('intermediateOutcome', 'Fathers take part', { position: 2 }),
    aBox('longTermOutcome', 'Children start school ready'),
    aBox('aim', 'Every family gets help early'),
  ],
  links: [
    aLink('Stay and play', 'Parents feel less alone'),
    aLink('Evening groups', 'Forty sessions'),
    aLink('Forty sessions', 'Fathers take part'),
    aLink('Forty sessions', 'Evening groups'),
    aLink('Parents feel less alone', 'Children start school ready'),
    aLink('A website', 'Every family gets help early'),
  ],
};

test('an activity reaches the nearest outcomes, round a loop too, and never the aim', () => {
  const reached = outcomesReached(theory);
  const labels = (id: string) => reached(id).map((box) => box.label);
  expect(labels('Stay and play')).toEqual(['Parents feel less alone']);
  expect(labels('Evening groups')).toEqual(['Fathers take part']);
  expect(labels('A website')).toEqual([]);
});

test.each(OUTCOME_TYPES)('every tier of outcomes counts: %s', (type) => {
  const boxes = [aBox('activity', 'Open late'), aBox(type, 'What changes')];
  const reached = outcomesReached({ boxes, links: [aLink('Open late', 'What changes')] });
  expect(reached('Open late').map((box) => box.label)).toEqual(['What changes']);
});

describe('the plan grouped by outcome', () => {
  test('follows the theory and puts what serves no outcome last', () => {
    const lines = [
      aLine({ id: '1', position: 1, activityIds: ['A website'] }),
      aLine({ id: '2', position: 2, activityIds: ['Evening groups'] }),
      aLine({ id: '3', position: 3, activityIds: ['Stay and play', 'Evening groups'] }),
      aLine({ id: '4', position: 4, activityIds: ['gone'] }),
    ];
    const groups = groupByOutcome(lines, theory).map((group) => ({
      outcome: group.outcome?.label ?? null,
      lines: group.lines.map(({ line }) => line.id),
      also: group.lines.flatMap(({ also }) => also.map((box) => box.label)),
    }));
    expect(groups).toEqual([
      { outcome: 'Parents feel less alone', lines: ['3'], also: ['Fathers take part'] },
      { outcome: 'Fathers take part', lines: ['2'], also: [] },
      { outcome: null, lines: ['1', '4'], also: [] },
    ]);
    expect(linesWithoutActivity(lines, theory).map((line) => line.id)).toEqual(['4']);
  });

  test('holds each line exactly once', () => {
    const ids = theory.boxes.map((box) => box.id);
    fc.assert(
      fc.property(someLines, fc.array(fc.subarray(ids)), (lines, activities) => {
        const tied = lines.map((line, at) => ({ ...line, activityIds: activities[at] ?? [] }));
        const grouped = groupByOutcome(tied, theory).flatMap((group) => group.lines);
        expect(grouped.map(({ line }) => line.id).sort()).toEqual(
          tied.map((line) => line.id).sort(),
        );
      }),
    );
  });
});

test('activities that no line delivers are named', () => {
  const lines = [aLine({ activityIds: ['Stay and play'] })];
  expect(activitiesWithoutLine(lines, theory).map((box) => box.label)).toEqual([
    'Evening groups',
    'A website',
  ]);
});

test('a line says what it lacks in the order of the form', () => {
  expect(lacksOf(aLine())).toEqual([]);
  expect(lacksOf(aLine({ owner: '', endsOn: null }))).toEqual(['an owner', 'an end date']);
});

describe('what stands between the plan and sign-off', () => {
  const between = (
    lines: PlanLine[],
    streams = [aStream({ id: 's' })],
    costs: readonly CostLine[] = [],
  ) =>
    standsBetween({
      lines,
      theory,
      accounts: accountsOf(lines, streams, costs),
      coverages: [coverageOf(bsfh(), lines, [], [])],
      needsWithoutLine: [],
      linesWithoutNeed: new Set(),
    });

  test('is one thing while there is no line', () => {
    expect(between([])).toMatchObject([{ id: 'no-lines', fixedOn: 'plan' }]);
  });

  test('counts a line once that outlives two streams', () => {
    const streams = ['s', 't'].map((id) => aStream({ id, endsOn: '2027-03-31' }));
    const costs = streams.map(({ id }) => aCost({ lineId: 'l', streamId: id }));
    const found = between([aLine({ id: 'l', endsOn: '2028-03-31' })], streams, costs);
    expect(found.find(({ id }) => id === 'outlive-money')).toMatchObject({
      says: '1 plan line goes on after the money ends',
      about: ['Line l'],
    });
  });

  test('comes first thing first', () => {
    const lines = [
      aLine({ activityIds: ['Stay and play'], streamId: 's', costPence: 2_000_000, owner: '' }),
      aLine({ costPence: null }),
    ];
    expect(between(lines).map((obstacle) => obstacle.id)).toEqual([
      'binding-requirement',
      'over-committed',
      'incomplete-lines',
      'activities-without-line',
      'lines-without-activity',
      'costs-unknown',
      'unfunded',
      'other-requirements',
    ]);
  });

  test('is nothing when everything is covered, costed and tied', () => {
    const every = bsfh().requirements.map((requirement) => key(requirement.id));
    const activities = theory.boxes.filter((box) => box.type === 'activity').map((box) => box.id);
    const line = aLine({ activityIds: activities, streamId: 's', requirementKeys: every });
    expect(between([line])).toEqual([]);
  });
});
