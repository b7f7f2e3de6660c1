import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeUnder } from '#app/statistics/linear-program.ts';
import { HIDDEN, isSmall, type Shown } from '#app/statistics/small-numbers.ts';
import { maskedTotals } from './masked-totals.ts';
import type { Count } from './reach.ts';
import { seenBreakdowns } from './seen-breakdowns.ts';

const count = (siteName: string, what: string, figure: number, by = '', group = ''): Count => ({
  ...{ siteId: '', siteName, what, breakdown: by, group, count: figure },
});

interface Place {
  children: number;
  adults: number;
  online: number;
}

const countsOf = (places: readonly Place[]): Count[] =>
  places.flatMap(({ children, adults, online }, at) => [
    count(`S${at}`, 'users', children + adults),
    count(`S${at}`, 'children', children),
    count(`S${at}`, 'adults', adults),
    count(`S${at}`, 'online', Math.min(online, children + adults)),
  ]);

/** Whether a sum of unknowns is settled by other sums of them that are known (Gauss). */
function isSettled(known: readonly number[][], asked: readonly number[]): boolean {
  const rows: { pivot: number; row: number[] }[] = [];
  const reduced = (vector: readonly number[]) => {
    let left = [...vector];
    for (const { pivot, row } of rows) {
      const by = left[pivot] ?? 0;
      left = left.map((one, at) => one - by * (row[at] ?? 0));
    }
    return left;
  };
  for (const vector of known) {
    const left = reduced(vector);
    const pivot = left.findIndex((one) => Math.abs(one) > 1e-9);
    if (pivot < 0) continue;
    const by = left[pivot] ?? 1;
    rows.push({ pivot, row: left.map((one) => one / by) });
  }
  return reduced(asked).every((one) => Math.abs(one) < 1e-9);
}

describe('totals as everybody may see them', () => {
  it('does not tell three adults by showing users and children of the same site', () => {
    const mask = maskedTotals(countsOf([{ children: 20, adults: 3, online: 0 }]));
    expect((['users', 'children', 'adults'] as const).map((what) => mask(what).all)).toEqual([
      23,
      HIDDEN,
      HIDDEN,
    ]);
    expect(mask('children').sites.get('S0')).toBe(HIDDEN);
  });

  it('shows all of it where nothing is small', () => {
    const mask = maskedTotals(countsOf([{ children: 20, adults: 30, online: 10 }]));
    expect(mask('adults').sites.get('S0')).toBe(30);
    expect(mask('online').all).toBe(10);
  });

  it('shows children of all together where only users are counted at sites', () => {
    const counts = [count('', 'users', 90), count('', 'children', 50), count('A', 'users', 60)];
    const mask = maskedTotals(counts);
    expect([mask('users').all, mask('users').sites.get('A'), mask('children').all]).toEqual([
      90, 60, 50,
    ]);
  });

  it('lets no small number be reckoned from users, children, adults and online', () => {
    const place = fc.record({ children: fc.nat(30), adults: fc.nat(12), online: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), (places) => {
        const mask = maskedTotals(countsOf(places));
        // Unknown at each site: children, adults and those who came online.
        const width = places.length * 3;
        const unit = (at: number, of: number[]) =>
          Array.from({ length: width }, (_, cell) =>
            Math.floor(cell / 3) === at || at < 0 ? (of[cell % 3] ?? 0) : 0,
          );
        const sums = {
          children: [1, 0, 0],
          adults: [0, 1, 0],
          users: [1, 1, 0],
          online: [0, 0, 1],
        };
        const known: number[][] = [];
        const secret: number[][] = [];
        for (const [what, of] of Object.entries(sums)) {
          const { all, sites } = mask(what as keyof typeof sums);
          const add = (at: number, shown: Shown | null | undefined) =>
            (shown === HIDDEN ? secret : known).push(unit(at, of));
          add(-1, all);
          places.forEach((_, at) => add(at, sites.get(`S${at}`)));
        }
        places.forEach(({ children, adults, online }, at) => {
          const users = children + adults;
          if (isSmall(users - Math.min(online, users))) secret.push(unit(at, [1, 1, -1]));
          for (const [what, figure] of Object.entries({ children, adults, users })) {
            const seen = mask(what as keyof typeof sums).sites.get(`S${at}`);
            if (isSmall(figure)) expect(seen).toBe(HIDDEN);
          }
        });
        for (const one of secret) expect(isSettled(known, one)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('totals put together, when nobody can be fewer than none', () => {
  const figure = fc.oneof(fc.nat(5), fc.nat(30));
  const place = fc.record({ children: figure, adults: figure, online: figure });

  /** Unknown at each site: children, adults, who came online and who did not; then all the others. */
  const SUMS = {
    children: [1, 0, 0, 0],
    adults: [0, 1, 0, 0],
    users: [1, 1, 0, 0],
    online: [0, 0, 1, 0],
  };

  /** All who came online fill up who used a service, which is hidden: six at the first, one of them a child. */
  const ALL_ONLINE = [
    { children: 1, adults: 5, online: 6 },
    { children: 5, adults: 0, online: 5 },
  ];

  it('pin no small number', () => {
    let secrets = 0;
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (drawn) => {
        const places = drawn.map(({ children, adults, online }) => {
          const users = children + adults;
          return { children, adults, users, online: Math.min(online, users) };
        });
        const mask = maskedTotals(countsOf(places));
        const sumAt = (at: number, of: readonly number[]) => [
          ...places.flatMap((_, each) => (at < 0 || at === each ? of : [0, 0, 0, 0])),
          0,
        ];
        // Children and adults are who came online and who did not; and nothing is without end.
        const known = places.map((_, at) => ({ sum: sumAt(at, [1, 1, -1, -1]), value: 0 }));
        known.push({ sum: [...places.flatMap(() => [1, 1, 0, 0]), 1], value: 10_000 });
        const secret = places.flatMap(({ users, online }, at) =>
          isSmall(users - online) ? [sumAt(at, [0, 0, 0, 1])] : [],
        );
        for (const [what, of] of Object.entries(SUMS)) {
          const { all, sites } = mask(what as keyof typeof SUMS);
          const counted = places.map((each) => each[what as keyof typeof SUMS]);
          const figures = [counted.reduce((sum, each) => sum + each, 0), ...counted];
          [all, ...places.map((_, at) => sites.get(`S${at}`))].forEach((shown, at) => {
            const value = figures[at] ?? 0;
            if (shown !== HIDDEN) {
              expect(isSmall(value)).toBe(false);
              known.push({ sum: sumAt(at - 1, of), value });
            } else if (isSmall(value)) secret.push(sumAt(at - 1, of));
          });
        }
        for (const sum of secret) {
          secrets += 1;
          const rows = known.map((each) => each.sum);
          const { min, max } = rangeUnder(
            rows,
            known.map((each) => each.value),
            sum,
          );
          expect(max - min).toBeGreaterThan(1e-6);
        }
      }),
      { numRuns: 300, examples: [[ALL_ONLINE]] },
    );
    expect(secrets).toBeGreaterThan(100);
  });
});

describe('breakdowns as everybody may see them', () => {
  const shown = (counts: Count[], what: string, by: string) =>
    seenBreakdowns(counts)
      .find((one) => one.what === what && one.breakdown === by)
      ?.groups.map((group) => group.count);
  const age = (what: string, figures: number[]) =>
    ['0-2', '3-4', '26 and over'].flatMap((group, at) =>
      figures[at] === undefined ? [] : [count('', what, figures[at], 'age', group)],
    );

  it('shows children by age only where users by age are not there', () => {
    const children = [count('', 'children', 40), ...age('children', [20, 20])];
    expect(shown(children, 'children', 'age')).toEqual([20, 20]);
    const both = [...children, count('', 'users', 70), ...age('users', [20, 20, 30])];
    expect(shown(both, 'children', 'age')).toBeUndefined();
    expect(shown(both, 'users', 'age')).toEqual([20, 20, 30]);
  });

  it('hides users by age whole where children would give away what is hidden in it', () => {
    const users = [count('', 'users', 53), ...age('users', [3, 20, 30])];
    expect(shown(users, 'users', 'age')).toEqual([HIDDEN, HIDDEN, 30]);
    const both = [...users, count('', 'children', 23)];
    expect(shown(both, 'users', 'age')).toEqual([HIDDEN, HIDDEN, HIDDEN]);
  });

  it('does not tell three girls by users and adults of each sex', () => {
    const sex = (what: string, female: number, male: number) => [
      count('', what, female + male),
      count('', what, female, 'sex', 'Female'),
      count('', what, male, 'sex', 'Male'),
    ];
    const near = [...sex('users', 23, 40), ...sex('adults', 20, 20)];
    expect(shown(near, 'adults', 'sex')).toEqual([HIDDEN, HIDDEN]);
    expect(shown(near, 'users', 'sex')).toEqual([23, 40]);
    const apart = [...sex('users', 60, 40), ...sex('adults', 20, 20)];
    expect(shown(apart, 'adults', 'sex')).toEqual([20, 20]);
  });

  it('does not give a hidden total away by its parts', () => {
    const counts = [
      ...[count('', 'users', 43), count('', 'children', 40), count('', 'adults', 3)],
      ...['1', '2'].map((tenth) => count('', 'children', 20, 'idaciDecile', tenth)),
    ];
    expect(shown(counts, 'children', 'idaciDecile')).toEqual([HIDDEN, HIDDEN]);
  });
});
