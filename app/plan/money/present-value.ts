import type { BenefitCase, BenefitItem } from './benefit-types.ts';

/** What comes and goes over the years of a case, at the price of the first, in exact fractions. */

/** The whole, in hundredths of a per cent. */
export const WHOLE = 10_000;

/** One reading of everything, by which a result is reckoned. */
export interface Reading {
  optimism: number;
  discount: number;
  items: readonly {
    value: number;
    count: number;
    attribution: number;
    deadweight: number;
    fromYear: number;
  }[];
}

/** The worst reading for the plan: fewest, cheapest, least of it ours, most of it without us. */
export const low = (item: BenefitItem) => ({
  value: item.value.low,
  count: item.count.low,
  attribution: item.attribution.low,
  deadweight: item.deadweight.high,
  fromYear: item.fromYear,
});
/** The likeliest reading. */
export const central = (item: BenefitItem) => ({
  value: item.value.central,
  count: item.count.central,
  attribution: item.attribution.central,
  deadweight: item.deadweight.central,
  fromYear: item.fromYear,
});
/** The best reading for the plan. */
export const high = (item: BenefitItem) => ({
  value: item.value.high,
  count: item.count.high,
  attribution: item.attribution.high,
  deadweight: item.deadweight.low,
  fromYear: item.fromYear,
});

/** What the items are worth at the price of the first year, in pence. */
export function worth(benefit: Pick<BenefitCase, 'years'>, reading: Reading): bigint {
  const grows = BigInt(WHOLE + reading.discount);
  const whole = BigInt(WHOLE);
  const steps = BigInt(Math.max(0, benefit.years - 1));
  let sum = 0n;
  for (let year = 1; year <= benefit.years; year += 1) {
    const here = reading.items
      .filter(({ fromYear }) => fromYear <= year)
      .reduce((all, item) => all + aYear(item), 0n);
    // Over the common denominator grows ** steps, so that nothing is rounded on the way.
    sum += here * whole ** BigInt(year - 1) * grows ** (steps - BigInt(year - 1));
  }
  const optimism = BigInt(WHOLE - reading.optimism);
  return rounded(sum * optimism, whole ** 3n * grows ** steps);
}

function aYear(item: Reading['items'][number]): bigint {
  return (
    BigInt(item.count) *
    BigInt(item.value) *
    BigInt(item.attribution) *
    BigInt(WHOLE - item.deadweight)
  );
}

/**
 * What is put in, at the price of the first year, in pence.
 *
 * @param overrun by how much more it is than was reckoned, in hundredths of a per cent
 */
export function presentCost(
  { costPence, discount, overrun: { central } }: BenefitCase,
  { rate = discount, overrun = central } = {},
): bigint {
  const grows = BigInt(WHOLE + rate);
  const whole = BigInt(WHOLE);
  const steps = BigInt(Math.max(0, costPence.length - 1));
  const sum = costPence.reduce(
    (all, pence, at) => all + BigInt(pence) * whole ** BigInt(at) * grows ** (steps - BigInt(at)),
    0n,
  );
  return rounded(sum * BigInt(WHOLE + overrun), whole * grows ** steps);
}

/** To the nearest whole number; halves go up. Both are nought or more. */
export function rounded(top: bigint, bottom: bigint): bigint {
  return (2n * top + bottom) / (2n * bottom);
}
