import type { Counts } from './benefit-types.ts';

/** How estimates of money are said. */

export const COUNTS_NAMES: Readonly<Record<Counts, string>> = {
  budget: 'Money that a budget saves',
  society: 'A value to society that saves no budget',
};

/** A share of hundredths of a per cent: "12.5%". */
export function sayShare(share: number): string {
  return `${(share / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })}%`;
}

/** An amount that is an estimate: to three figures, so that it does not look more certain than it is. */
export function sayRough(pence: bigint): string {
  const sign = pence < 0n ? '−' : '';
  const whole = Number((pence < 0n ? -pence : pence) / 100n);
  if (whole < 1000) return `${sign}£${whole}`;
  const size = 10 ** (Math.floor(Math.log10(whole)) - 2);
  return `${sign}£${(Math.round(whole / size) * size).toLocaleString('en-GB')}`;
}
