import { expect, test } from 'vitest';
import { accountsOf } from '#app/plan/money/money.ts';
import { standsBetween } from '#app/plan/sign-off.ts';
import { aLine, bsfh, key } from '#test/some-plans.ts';
import { coverageOf } from './coverage.ts';
import { byPage, chaptersOf, type ReadyFor } from './readiness.ts';

const EMPTY: ReadyFor = {
  needs: { inPlay: 0, answered: 0 },
  theory: { boxes: 0, heavyFindings: 0, findings: 0 },
  lines: [],
  accounts: accountsOf([], []),
  coverages: [],
  duties: [],
  voices: { consultations: 0, answered: 0, themes: 0 },
  versions: [],
};
const chapter = (plan: Partial<ReadyFor>, id: string) =>
  chaptersOf({ ...EMPTY, ...plan }).find((one) => one.id === id);

test('an empty plan says in each chapter that nothing is there, and shows no bar as full', () => {
  const chapters = chaptersOf(EMPTY);
  expect(chapters.map(({ of, done }) => [of, done]).slice(0, 7)).toEqual(
    Array.from({ length: 7 }, () => [0, 0]),
  );
  expect(chapters.every(({ says }) => says.endsWith('.'))).toBe(true);
});

test('lines that have stopped are not counted, and one that nobody pays for is not settled', () => {
  const lines = [
    aLine({ streamId: null }),
    aLine({ costPence: null }),
    aLine({ status: 'stopped', owner: '' }),
    aLine({ owner: '' }),
  ];
  const plan = { lines, accounts: accountsOf(lines, []) };
  expect(chapter(plan, 'lines')).toMatchObject({ done: 2, of: 3 });
  expect(chapter(plan, 'money')).toMatchObject({ done: 0, of: 3 });
});

test('guidance is counted over every pack, and a version that waits is said', () => {
  const lines = [aLine({ requirementKeys: [key('BSFH-DEF-01')] })];
  const one = coverageOf(bsfh(), lines, [], []);
  const guidance = chapter({ coverages: [one, one] }, 'coverage');
  expect(guidance).toMatchObject({ done: 2, of: 2 * one.totals.toCover });
  expect(chapter({ versions: [{ state: 'waiting' }] }, 'sign-off')).toMatchObject({
    done: 0,
    says: 'A version waits for a decision.',
  });
});

test('obstacles stand together by their page, the page of the first one first', () => {
  const harm = aLine({
    title: 'Close on Fridays',
    owner: '',
    costPence: null,
    equalityEffect: { effect: 'negative', who: 'Working parents', response: ' ' },
  });
  const obstacles = standsBetween({
    lines: [harm],
    theory: { boxes: [], links: [] },
    accounts: accountsOf([harm], []),
    coverages: [coverageOf(bsfh(), [harm], [], [])],
    needsWithoutLine: [],
    linesWithoutNeed: new Set(),
  });
  expect(obstacles.map(({ id }) => id)).toContain('harm-unanswered');
  const groups = byPage(obstacles);
  expect(groups[0]?.lead).toBe(obstacles[0]);
  expect(new Set(groups.map(({ fixedOn }) => fixedOn)).size).toBe(groups.length);
  expect(groups.flatMap((group) => group.obstacles)).toHaveLength(obstacles.length);
});
