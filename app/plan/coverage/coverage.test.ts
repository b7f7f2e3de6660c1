import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packById } from '#templates/frameworks/index.ts';
import {
  coverageOf,
  filtered,
  missingFirst,
  strandsOf,
  type Coverage,
  type CoverageState,
  type Judgement,
  type TaggedActivity,
} from './coverage.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { aLine, bsfh, key, someLines } from '#test/some-plans.ts';

const pack = bsfh();
const hub = key('BSFH-DEF-01');
const of = (coverage: Coverage, at = hub) => {
  const found = coverage.requirements.find((row) => row.key === at);
  if (!found) throw new Error(`There is no ${at}.`);
  return found;
};

describe('a requirement is', () => {
  test('not covered while nothing is tied to it', () => {
    const row = of(coverageOf(pack, [aLine()], [], []));
    expect(row).toMatchObject({ state: 'not', because: 'No plan line is tied to it.', by: [] });
  });

  test('covered by a tied line with an owner, dates and a milestone', () => {
    const line = aLine({ title: 'Open Mill Lane hub', requirementKeys: [hub] });
    const row = of(coverageOf(pack, [line], [], []));
    expect(row.state).toBe('covered');
    expect(row.because).toBe('“Open Mill Lane hub” has an owner, dates and a milestone.');
    expect(row.by).toMatchObject([{ kind: 'plan-line', id: line.id, lacks: [] }]);
  });

  test.each([
    [{ owner: ' ' }, 'an owner'],
    [{ startsOn: null }, 'a start date'],
    [{ endsOn: null, milestone: '' }, 'an end date and a milestone'],
  ])('covered in part while its line has %o', (lack, says) => {
    const row = of(coverageOf(pack, [aLine({ ...lack, requirementKeys: [hub] })], [], []));
    expect(row.state).toBe('partly');
    expect(row.because).toContain(`still lacks ${says}.`);
  });

  test('covered in part by an activity alone, and by nothing once its line has stopped', () => {
    const activity = { id: 'b', label: 'Stay and play', requirementKeys: [hub] };
    expect(of(coverageOf(pack, [], [activity], [])).state).toBe('partly');
    const stopped = aLine({ status: 'stopped', requirementKeys: [hub] });
    const row = of(coverageOf(pack, [stopped], [], []));
    expect(row).toMatchObject({
      state: 'not',
      because: expect.stringContaining('has stopped') as string,
    });
  });

  test('not applicable where it only says what a word means', () => {
    expect(of(coverageOf(pack, [], [], []), key('BSFH-SITE-02')).state).toBe('not-applicable');
  });

  test('to be confirmed where it was recalled and not read, whatever is tied to it', () => {
    const older = packById('fhsl-2025-26');
    if (!older) throw new Error('The older pack is gone.');
    const at = 'fhsl-2025-26:FHSL-SVC-02';
    const line = aLine({ requirementKeys: [at] });
    const coverage = coverageOf(older, [line], [], []);
    expect(of(coverage, at).state).toBe('to-be-confirmed');
    expect(coverage.totals['to-be-confirmed']).toBe(17);
    expect(coverage.totals.toCover).toBe(51 - 17);
  });

  test('what a person decided, with the reason, and what was computed stays beside it', () => {
    const judged: Judgement = {
      packId: 'bsfh-2026',
      requirementId: 'BSFH-DEF-01',
      state: 'not-applicable',
      reason: 'No hub before 2027: cabinet decision 12.',
      decidedBy: 'Carol Okafor',
      decidedAt: new Date('2026-02-01'),
    };
    const row = of(coverageOf(pack, [aLine({ requirementKeys: [hub] })], [], [judged]));
    expect(row).toMatchObject({ state: 'not-applicable', because: judged.reason, judged });
    expect(row.computed.state).toBe('covered');
  });
});

test('totals count every requirement once', () => {
  const { totals, requirements } = coverageOf(pack, [aLine({ requirementKeys: [hub] })], [], []);
  const { toCover, ...states } = totals;
  expect(Object.values(states).reduce((sum, count) => sum + count)).toBe(requirements.length);
  expect(toCover).toBe(totals.covered + totals.partly + totals.not);
  expect(totals).toMatchObject({ covered: 1, 'not-applicable': 3 });
});

test('what is missing begins with what binds, and with what nothing covers', () => {
  const partly = aLine({ owner: '', requirementKeys: [key('BSFH-DEF-01')] });
  const missing = missingFirst(coverageOf(pack, [partly], [], []));
  const kinds = missing.map(({ requirement }) => requirement.kind);
  expect(kinds.lastIndexOf('minimum')).toBeLessThan(kinds.indexOf('data-return'));
  const minimum = missing.filter(({ requirement }) => requirement.kind === 'minimum');
  expect(minimum.at(-1)?.requirement.id).toBe('BSFH-DEF-01');
});

test('the page is filtered by strand and by state', () => {
  const coverage = coverageOf(pack, [aLine({ requirementKeys: [hub] })], [], []);
  expect(strandsOf(pack)).toContain('Infant feeding support');
  expect(filtered(coverage, { strand: 'Hub definition' })).toHaveLength(12);
  expect(filtered(coverage, { strand: 'Hub definition', state: 'covered' })).toHaveLength(1);
  expect(filtered(coverage, {})).toHaveLength(pack.requirements.length);
});

describe('coverage never rises when something is removed', () => {
  const rank: Record<CoverageState, number> = {
    not: 0,
    partly: 1,
    covered: 2,
    'not-applicable': 3,
    'to-be-confirmed': 3,
  };
  const removals = fc.constantFrom(
    'line',
    'tie',
    'owner',
    'startsOn',
    'endsOn',
    'milestone',
    'activity',
  );
  const someActivities: fc.Arbitrary<TaggedActivity[]> = fc
    .array(fc.subarray([hub, key('BSFH-DEF-02'), key('BSFH-PAR-01')]), { maxLength: 4 })
    .map((all) =>
      all.map((requirementKeys, at) => ({ id: `box-${at}`, label: 'Box', requirementKeys })),
    );

  const less = (lines: PlanLine[], at: number, what: string): PlanLine[] => {
    if (what === 'line') return lines.filter((_, index) => index !== at);
    return lines.map((line, index) => {
      if (index !== at) return line;
      switch (what) {
        case 'tie':
          return { ...line, requirementKeys: line.requirementKeys.slice(1) };
        case 'startsOn':
        case 'endsOn':
          return { ...line, [what]: null };
        case 'owner':
        case 'milestone':
          return { ...line, [what]: '' };
        default:
          return line;
      }
    });
  };

  test('for any plan, any activities and any removal', () => {
    fc.assert(
      fc.property(
        someLines,
        someActivities,
        fc.nat(11),
        removals,
        (lines, activities, at, what) => {
          const before = coverageOf(pack, lines, activities, []);
          const fewer = what === 'activity' ? activities.slice(1) : activities;
          const after = coverageOf(pack, less(lines, at, what), fewer, []);
          before.requirements.forEach((row, index) => {
            const then = after.requirements[index];
            expect(then && rank[then.state]).toBeLessThanOrEqual(rank[row.state]);
          });
          expect(after.totals.covered).toBeLessThanOrEqual(before.totals.covered);
        },
      ),
    );
  });
});
