import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { drawPanel } from './draw.ts';
import { fairLottery, type Lottery } from './fair-lottery.server.ts';
import { meetsQuotas, poolOf, type Candidate, type Pool, type Quota } from './pool.ts';

const people = (...groups: [count: number, about: Record<string, string>][]): Candidate[] =>
  groups.flatMap(([count, about], group) =>
    Array.from({ length: count }, (_, at) => ({ id: `${group}-${at}`, about })),
  );

async function possible(pool: Pool) {
  const lottery = await fairLottery(pool);
  if (!lottery.possible) throw new Error(`No panel is possible: ${JSON.stringify(lottery)}`);
  return lottery;
}

describe('the fairest lottery', () => {
  test('gives everybody the same chance where the quotas allow it', async () => {
    const pool = poolOf(people([10, { sex: 'female' }], [10, { sex: 'male' }]), [], 5);
    const { chances, least } = await possible(pool);
    expect(chances).toEqual([0.25]);
    expect(least).toBeCloseTo(0.25, 9);
  });

  test('takes all fathers where there are only as many as the quota asks', async () => {
    const quotas: Quota[] = [{ about: 'sex', value: 'male', min: 2, max: 4 }];
    const pool = poolOf(people([8, { sex: 'female' }], [2, { sex: 'male' }]), quotas, 4);
    const { least, chances } = await possible(pool);
    expect(least).toBeCloseTo(0.25, 9);
    expect([...chances].sort()).toEqual([expect.closeTo(0.25, 9), expect.closeTo(1, 9)]);
  });

  test('says who can never be drawn', async () => {
    const quotas: Quota[] = [{ about: 'area', value: 'Eastmoor', min: 3, max: 3 }];
    const candidates = people([5, { area: 'Eastmoor' }], [5, { area: 'Dunsley' }]);
    const { never, chances } = await possible(poolOf(candidates, quotas, 3));
    expect(never).toHaveLength(1);
    expect(chances[never[0] ?? -1]).toBe(0);
  });

  test('says which quotas cannot be met, and by how many', async () => {
    const quotas: Quota[] = [
      { about: 'sex', value: 'male', min: 4, max: 6 },
      { about: 'sex', value: 'female', min: 2, max: 3 },
    ];
    const pool = poolOf(people([10, { sex: 'female' }], [2, { sex: 'male' }]), quotas, 6);
    const lottery = await fairLottery(pool);
    expect(lottery).toMatchObject({ possible: false, tooFewPeople: false });
    const unmet = lottery.possible ? [] : lottery.unmet;
    expect(unmet.find(({ quota }) => quota.value === 'male')).toMatchObject({
      wrong: 'too-few',
      by: 2,
    });
    expect(await fairLottery(poolOf(people([2, {}]), [], 3))).toMatchObject({ tooFewPeople: true });
  });

  test('on 200 people and four quotas meets every quota in every draw', async () => {
    const random = fc.sample(
      fc.record({
        sex: fc.constantFrom('female', 'female', 'female', 'male'),
        ageBand: fc.constantFrom('18-24', '25-34', '35-44'),
        ethnicGroup: fc.constantFrom('white', 'white', 'asian', 'black'),
        area: fc.constantFrom('A', 'B', 'C', 'D'),
      }),
      { numRuns: 200, seed: 7 },
    );
    const candidates = random.map((about, at) => ({ id: `p${at}`, about }));
    const quotas: Quota[] = [
      { about: 'sex', value: 'male', min: 8, max: 10 },
      { about: 'ageBand', value: '18-24', min: 5, max: 8 },
      { about: 'ethnicGroup', value: 'asian', min: 4, max: 6 },
      { about: 'area', value: 'D', min: 6, max: 6 },
    ];
    const pool = poolOf(candidates, quotas, 20);
    const lottery = await possible(pool);
    expect(lottery.least).toBeGreaterThan(0.05);
    for (let seed = 0; seed < 50; seed += 1) {
      const { drawn } = drawPanel(pool, lottery.panels, `seed ${seed}`);
      const composition = pool.groups.map(
        ({ ids }) => ids.filter((id) => drawn.includes(id)).length,
      );
      expect(new Set(drawn).size).toBe(20);
      expect(meetsQuotas(pool, composition)).toBe(true);
    }
    expect(drawPanel(pool, lottery.panels, 'a')).toEqual(drawPanel(pool, lottery.panels, 'a'));
  });

  test('draws everybody as often as it says (20,000 draws)', async () => {
    const quotas: Quota[] = [{ about: 'sex', value: 'male', min: 2, max: 2 }];
    const pool = poolOf(people([9, { sex: 'female' }], [3, { sex: 'male' }]), quotas, 5);
    const { panels, chances } = await possible(pool);
    const times = new Map<string, number>();
    for (let draw = 0; draw < 20_000; draw += 1) {
      for (const id of drawPanel(pool, panels, `draw ${draw}`).drawn) {
        times.set(id, (times.get(id) ?? 0) + 1);
      }
    }
    pool.groups.forEach(({ ids }, group) => {
      for (const id of ids) {
        // Five standard errors: one run in a million would miss it by chance, and the seeds are fixed.
        expect(Math.abs((times.get(id) ?? 0) / 20_000 - (chances[group] ?? 0))).toBeLessThan(0.018);
      }
    });
  });

  test('is as fair as the best of all lotteries over every panel (small pools, by brute force)', async () => {
    const highs = await loadHighs();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ sex: fc.constantFrom('f', 'm'), area: fc.constantFrom('A', 'B') }), {
          minLength: 4,
          maxLength: 8,
        }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 2 }),
        async (abouts, men, fromA) => {
          const candidates = abouts.map((about, at) => ({ id: `p${at}`, about }));
          const quotas: Quota[] = [
            { about: 'sex', value: 'm', min: men, max: 2 },
            { about: 'area', value: 'A', min: fromA, max: 3 },
          ];
          const pool = poolOf(candidates, quotas, 3);
          const panels = allPanels(candidates, 3).filter((panel) => fits(panel, quotas));
          const lottery = await fairLottery(pool);
          expect(lottery.possible).toBe(panels.length > 0);
          if (!lottery.possible) return;
          expect(lottery.least).toBeCloseTo(bruteForce(highs, candidates, panels), 6);
          checkChances(pool, lottery);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Everybody's chance is at least the least (never-drawn people apart), and they add up to the size. */
function checkChances(pool: Pool, lottery: Extract<Lottery, { possible: true }>) {
  const all = lottery.chances.reduce(
    (sum, chance, at) => sum + chance * (pool.groups[at]?.ids.length ?? 0),
    0,
  );
  expect(all).toBeCloseTo(pool.size, 6);
  lottery.chances.forEach((chance, at) => {
    if (!lottery.never.includes(at)) expect(chance).toBeGreaterThan(lottery.least - 1e-6);
  });
}

function allPanels(candidates: readonly Candidate[], size: number): Candidate[][] {
  if (size === 0) return [[]];
  return candidates.flatMap((first, at) =>
    allPanels(candidates.slice(at + 1), size - 1).map((rest) => [first, ...rest]),
  );
}

const fits = (panel: readonly Candidate[], quotas: readonly Quota[]) =>
  quotas.every(({ about, value, min, max }) => {
    const here = panel.filter((person) => person.about[about] === value).length;
    return here >= min && here <= max;
  });

/** The maximin chance by one linear programme over every panel, person by person. */
function bruteForce(
  highs: Awaited<ReturnType<typeof loadHighs>>,
  candidates: readonly Candidate[],
  panels: readonly Candidate[][],
): number {
  const drawable = candidates.filter((person) => panels.some((panel) => panel.includes(person)));
  const rules = drawable.map((person, at) => {
    const holding = panels.flatMap((panel, number) =>
      panel.includes(person) ? [`w${number}`] : [],
    );
    return `c${at}: ${holding.join(' + ')} - least >= 0`;
  });
  const text = [
    'Maximize',
    'fair: least',
    'Subject To',
    ...rules,
    `all: ${panels.map((_, at) => `w${at}`).join(' + ')} = 1`,
    'End',
  ].join('\n');
  return highs.solve(text).ObjectiveValue;
}
