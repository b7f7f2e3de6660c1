import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLine, someLines } from '#test/some-plans.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import { LINE_STATUSES, type PlanLine } from '#app/plan/plan.ts';
import { findLines, readAsked, ROWS_A_PAGE } from './find-lines.ts';
import { planPage } from './plan-page.ts';

const groupsOf = (lines: readonly PlanLine[]) =>
  planPage({
    ...{ lines, streams: [], theory: null, coverages: [], obstacles: [], clashes: [], drift: [] },
    accounts: accountsOf(lines, []),
  }).groups;
const asking = (query: string) => readAsked(new URLSearchParams(query));
const titles = (lines: readonly PlanLine[], query: string) =>
  findLines(groupsOf(lines), asking(query)).groups.flatMap(({ rows }) => rows.map((r) => r.title));

describe('looking for lines', () => {
  const lines = [
    aLine({ title: 'Open two hubs', owner: 'Jo Marsh', startsOn: '2026-09-01', strand: 'send' }),
    aLine({ title: 'Text families', owner: '', status: 'done', startsOn: '2026-05-01' }),
  ];

  test('finds by words, owner, status, strand and what is lacking', () => {
    expect(titles(lines, 'words=HUBS+open')).toEqual(['Open two hubs']);
    expect(titles(lines, 'owner=jo+marsh')).toEqual(['Open two hubs']);
    expect(titles(lines, 'status=done')).toEqual(['Text families']);
    expect(titles(lines, 'strand=send')).toEqual(['Open two hubs']);
    expect(titles(lines, 'standing=lacks')).toEqual(['Text families']);
    expect(titles(lines, 'standing=late')).toEqual([]);
    expect(titles(lines, 'sort=day')).toEqual(['Text families', 'Open two hubs']);
    expect(titles(lines, 'page=-4&status=nonsense')).toEqual([]);
  });

  test('shows each line that fits on one page and one only', () => {
    const many = Array.from({ length: 2 * ROWS_A_PAGE + 7 }, (_, at) => aLine({ id: `l${at}` }));
    const pages = [1, 2, 3, 99].map((page) => findLines(groupsOf(many), asking(`page=${page}`)));
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 3]);
    const ids = pages.slice(0, 3).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(many.length);
    expect(ids).toHaveLength(many.length);
  });

  test('statuses part the plan: each line fits exactly one', () => {
    fc.assert(
      fc.property(someLines, (some) => {
        const found = LINE_STATUSES.map((s) => findLines(groupsOf(some), asking(`status=${s}`)));
        expect(found.reduce((sum, one) => sum + one.found, 0)).toBe(some.length);
      }),
    );
  });
});
