import { meetsQuotas, countOf, type Pool } from '../selection/pool.ts';
import type { Quota } from '../selection/pool.ts';
import { sayQuota, type BalanceBy } from './open-call.ts';

/** One group of people who are alike in what the quotas ask. */
export interface ChanceLine {
  who: string;
  people: number;
  /** Of each of them to be drawn, 0 to 1. */
  chance: number;
}

/** The chances before a draw: groups in words, the smallest chance first. */
export function chanceLines(
  pool: Pool,
  chances: readonly number[],
  by: readonly BalanceBy[],
): ChanceLine[] {
  return pool.groups
    .map(({ ids, counts }, at) => ({
      who: sayAlike(pool.quotas, counts, by),
      people: ids.length,
      chance: chances[at] ?? 0,
    }))
    .sort((a, b) => a.chance - b.chance || a.who.localeCompare(b.who, 'en-GB'));
}

/** "Male, 25 to 34": the quotas that these people count towards. */
function sayAlike(
  quotas: readonly Quota[],
  counts: readonly boolean[],
  by: readonly BalanceBy[],
): string {
  const said = quotas.flatMap((quota, at) => {
    if (!counts[at]) return [];
    const way = by.find(({ about }) => about === quota.about);
    return [way?.values.find(({ value }) => value === quota.value)?.label ?? quota.value];
  });
  return said.length === 0 ? 'Everybody else' : said.join(', ');
}

/** "about 1 in 3"; "certain"; "none". */
export function sayChance(chance: number): string {
  if (chance >= 0.9995) return 'certain';
  if (chance <= 0) return 'none';
  return `${(100 * chance).toFixed(chance < 0.1 ? 1 : 0)} in 100`;
}

/** A quota beside what was drawn. */
export interface QuotaLine {
  quota: string;
  drawn: number;
  met: boolean;
}

/** Whether a drawn panel has its size and meets each quota. */
export function quotaLines(
  pool: Pool,
  drawn: readonly string[],
  by: readonly BalanceBy[],
): { lines: QuotaLine[]; allMet: boolean } {
  const composition = pool.groups.map(({ ids }) => ids.filter((id) => drawn.includes(id)).length);
  return {
    lines: pool.quotas.map((quota, at) => {
      const here = countOf(pool, composition, at);
      return {
        quota: sayQuota(quota, by, pool.size),
        drawn: here,
        met: here >= quota.min && here <= quota.max,
      };
    }),
    allMet: meetsQuotas(pool, composition),
  };
}

/** Who is asked next: those drawn who have not said no, and for each who did, the next alike them. */
export function askedNow(
  pool: Pool,
  draw: { drawn: readonly string[]; reserves: readonly (readonly string[])[] },
  declined: ReadonlySet<string>,
): { asked: string[]; withoutSubstitute: number } {
  const asked: string[] = [];
  let withoutSubstitute = 0;
  pool.groups.forEach(({ ids }, group) => {
    const first = draw.drawn.filter((id) => ids.includes(id));
    const order = [...first, ...(draw.reserves[group] ?? [])].filter((id) => !declined.has(id));
    asked.push(...order.slice(0, first.length));
    withoutSubstitute += Math.max(0, first.length - order.length);
  });
  return { asked, withoutSubstitute };
}
