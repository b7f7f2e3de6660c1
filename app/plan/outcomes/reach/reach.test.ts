import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import {
  quarterNamed,
  quarterOf,
  quartersFrom,
  daysOf,
  quarterAfter,
  sayQuarter,
} from '../quarters.ts';
import { checksOf, type Around } from './check-reach.ts';
import { standingReturns, underNames, wholeOf, type Count, type ReachReturn } from './reach.ts';
import { seenReach } from './seen-reach.ts';

const count = (
  siteName: string,
  what: string,
  figure: number,
  [breakdown, group]: [string, string] = ['', ''],
): Count => ({ siteId: '', siteName, what, breakdown, group, count: figure });

const AROUND: Around = { quarter: '2026-27-Q1', today: '2026-11-22', sites: [], before: [] };
const messages = (counts: Count[], around: Partial<Around> = {}) =>
  checksOf(counts, { ...AROUND, ...around }).map(({ weight, message }) => `${weight}: ${message}`);

const aReturn = (counts: Count[], more: Partial<ReachReturn> = {}): ReachReturn => ({
  ...{ id: 'r1', quarter: '2026-27-Q1', number: 1, note: '', reason: '', createdBy: 'Priya' },
  ...{ createdAt: new Date(0), submittedAt: new Date(1), submittedBy: 'Priya', version: 1 },
  counts,
  ...more,
});

describe('quarters of the financial year', () => {
  it('are named, dated and said', () => {
    expect(quarterOf('2026-04-01')).toBe('2026-27-Q1');
    expect(quarterOf('2027-03-31')).toBe('2026-27-Q4');
    expect(quarterOf('2026-03-31')).toBe('2025-26-Q4');
    expect(daysOf('2026-27-Q4')).toEqual({ start: '2027-01-01', end: '2027-03-31' });
    expect(quarterAfter('2026-27-Q4')).toBe('2027-28-Q1');
    expect(quarterAfter('2026-27-Q1', -1)).toBe('2025-26-Q4');
    expect(sayQuarter('2026-27-Q4')).toBe('January to March 2027');
    expect(quartersFrom('2026-04-01', '2026-11-22')).toEqual([
      '2026-27-Q3',
      '2026-27-Q2',
      '2026-27-Q1',
    ]);
    expect(['2026-28-Q1', '2026-27-Q5', '../x', '2099-00-Q1'].map(quarterNamed)).toEqual([
      null,
      null,
      null,
      '2099-00-Q1',
    ]);
  });
});

describe('a site that was renamed', () => {
  it('stands once, under its present name, also where counts came under both', () => {
    const of = (siteName: string, what: string, figure: number) => ({
      ...count(siteName, what, figure),
      siteId: 's1',
    });
    const counts = [of('Old', 'users', 40), of('New', 'users', 50), of('Old', 'families', 9)];
    const strange = count('Hall', 'users', 7);
    expect(underNames([...counts, strange], [{ id: 's1', name: 'New' }])).toEqual([
      of('New', 'users', 50),
      of('New', 'families', 9),
      strange,
    ]);
  });
});

describe('what does not add up in a return', () => {
  it('no breakdown may be more than its total, and a slip of digits is said', () => {
    const counts = [
      count('Brookside', 'users', 156),
      count('Brookside', 'users', 101, ['sex', 'Female']),
      count('Brookside', 'users', 64, ['sex', 'Male']),
    ];
    expect(messages(counts)).toEqual([
      'error: Brookside: people who used a service by sex adds up to 165, more than the total of 156. The digits are the same in another order.',
    ]);
  });

  it('points out what is in no group, and many unknown', () => {
    const counts = [
      count('', 'users', 100),
      count('', 'users', 50, ['sex', 'Female']),
      count('', 'users', 40, ['sex', 'Unknown']),
    ];
    const said = messages(counts).join('\n');
    expect(said).toContain('10 of the total of 100 stand in no group');
    expect(said).toContain('40 of 90 are unknown (44%)');
    expect(messages(counts.slice(1)).join()).toContain('the total is not given. Give the total.');
  });

  it('lays sites beside all together: people may be at two, an attendance cannot', () => {
    const sites = (what: string, all: number) => [
      count('', what, all),
      count('A', what, 60),
      count('B', what, 50),
    ];
    expect(messages(sites('users', 100)).join()).toContain(
      'right only if 10 were counted at a second site',
    );
    expect(messages(sites('users', 120)).join()).toContain('10 were reached at no site');
    expect(messages(sites('attendances', 100)).join()).toMatch(/^error:.*add up to more: 110/);
    expect(messages(sites('users', 110))).toEqual([]);
  });

  it('compares counts of one site with one another', () => {
    const counts = [
      count('A', 'users', 50),
      count('A', 'online', 60),
      count('A', 'families', 70),
      count('A', 'attendances', 10),
    ];
    expect(messages(counts)).toHaveLength(2);
    expect(messages([count('A', 'users', 50), count('A', 'attendances', 40)]).join()).toContain(
      'Each of them came at least once',
    );
  });

  it('says a jump that chance does not make, and not a small one', () => {
    const before = [count('A', 'users', 400), count('B', 'users', 12), count('C', 'users', 400)];
    const now = [count('A', 'users', 190), count('B', 'users', 19), count('C', 'users', 520)];
    expect(messages(now, { before })).toEqual([
      'warning: A: people who used a service: 190, after 400 in the quarter before. Check that nothing is missing or counted twice.',
    ]);
  });

  it('names open sites that gave nothing, and sites that are not in the register', () => {
    const sites = [
      { id: '1', name: 'A', isOpen: true },
      { id: '2', name: 'B', isOpen: true },
      { id: '3', name: 'C', isOpen: false },
    ];
    const said = messages([count('A', 'users', 50), count('Old hall', 'users', 50)], { sites });
    expect(said.join()).toContain('1 open site gave no count: B.');
    expect(said.join()).toContain('Old hall is not in the register');
  });

  it('a return of a quarter that is not over, or with nothing in it, cannot be submitted', () => {
    expect(messages([], { quarter: '2026-27-Q3' }).map((one) => one.slice(0, 5))).toEqual([
      'error',
      'error',
    ]);
  });

  it('a code that stands for two questions is said', () => {
    const counts = [count('A', 'users', 50), count('A', 'users', 50, ['age', '0-2'])];
    expect(messages(counts).join()).toContain('QSU12 asks for age in one place');
  });

  it('is silent exactly where a breakdown makes its total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { minLength: 5, maxLength: 5 }),
        fc.integer(),
        (parts, off) => {
          const names = ['Female', 'Male', 'Other', 'Prefer not to say', 'Unknown'];
          const sum = parts.reduce((total, each) => total + each, 0);
          const total = Math.max(0, sum + (off % 3));
          const counts = [
            count('A', 'families', total),
            ...parts.map((part, at) => count('A', 'families', part, ['sex', names[at] ?? ''])),
          ];
          const found = checksOf(counts, AROUND).filter(
            ({ message }) => !message.includes('unknown ('),
          );
          expect(found.map(({ weight }) => weight)).toEqual(
            sum > total ? ['error'] : sum < total ? ['warning'] : [],
          );
        },
      ),
    );
  });
});

describe('reach as everybody may see it', () => {
  const counts = [
    count('', 'users', 210),
    count('A', 'users', 150),
    count('B', 'users', 57),
    count('C', 'users', 3),
    count('', 'children', 120),
    ...['1', '2', '3'].map((tenth, at) =>
      count('', 'children', [70, 30, 20][at] ?? 0, ['idaciDecile', tenth]),
    ),
  ];

  it('hides a small site and the next, so that it does not follow from the total', () => {
    const seen = seenReach([aReturn(counts)], null)!;
    const users = seen.totals.find(({ what }) => what === 'users')!;
    expect(users.all).toEqual([210]);
    expect(users.sites.map(({ name, counts: [one] }) => [name, one])).toEqual([
      ['A', 150],
      ['B', HIDDEN],
      ['C', HIDDEN],
    ]);
  });

  it('lays children beside those who live there, with the exact interval of the count', () => {
    const byTenth = [1400, 900, null, 500];
    const seen = seenReach([aReturn(counts)], { source: 'Children 2022', byTenth })!;
    expect(seen.rates.map(({ tenth, rate }) => [tenth, Number(rate.toFixed(2))])).toEqual([
      [1, 5],
      [2, 3.33],
    ]);
    // Garwood's limits of 70 are 54.57 and 88.44.
    expect(seen.rates[0]!.low * 14).toBeCloseTo(54.57, 2);
    expect(seen.rates[0]!.high * 14).toBeCloseTo(88.44, 2);
    expect(seenReach([aReturn(counts)], null)!.noRates).toContain('Bring in an area file');
  });

  it('takes the newest submitted version of each quarter, and a draft where there is no other', () => {
    const returns = [
      aReturn(counts, { id: 'a', number: 1 }),
      aReturn(counts, { id: 'b', number: 2 }),
      aReturn(counts, { id: 'c', number: 3, submittedAt: null }),
      aReturn(counts, { id: 'd', quarter: '2026-27-Q2', submittedAt: null }),
    ];
    expect(standingReturns(returns).map(({ id }) => id)).toEqual(['d', 'b']);
    expect(seenReach([], null)).toBeNull();
  });

  it('adds sites up where no figure of all together is given', () => {
    expect(wholeOf(counts.slice(1, 4), 'users')).toEqual({ count: 210, given: false });
    expect(wholeOf(counts, 'adults')).toBeNull();
  });

  it('tells no hidden site from the total, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 2, maxLength: 7 }),
        fc.nat(6),
        (sites, more) => {
          const sum = sites.reduce((total, each) => total + each, 0);
          const all = sites.map((one, at) => count(`S${at}`, 'users', one));
          const seen = seenReach([aReturn([count('', 'users', sum + more), ...all])], null)!;
          const users = seen.totals[0]!;
          const shown = users.sites.map(({ counts: [one] }) => one!);
          sites.forEach((one, at) => {
            if (one > 0 && one < 5) expect(shown[at]).toBe(HIDDEN);
          });
          const hidden = shown.filter((one) => one === HIDDEN).length;
          // One hidden number beside a shown total must have the rest that is at no site to hide in.
          if (hidden === 1 && users.all[0] !== HIDDEN) expect(more).toBeGreaterThan(0);
        },
      ),
    );
  });
});
