import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { sayQuarter } from '../quarters.ts';
import type { SeenReach } from './seen-reach.ts';

/** The newest counts of all sites together in a sentence, each beside the quarter before. */
export function sayReach({ totals, quarters }: SeenReach): string {
  const said = totals.flatMap(({ name, all }) => {
    const [before, now] = [all.at(-2) ?? null, all.at(-1) ?? null];
    if (now === null) return [];
    const was = before === null ? '' : ` (${figure(before)} the quarter before)`;
    return [`${name.toLowerCase()} ${figure(now)}${was}`];
  });
  const newest = quarters.at(-1);
  if (said.length === 0) {
    return newest === undefined ? '' : `Nothing was counted in ${sayQuarter(newest.quarter)}.`;
  }
  const words = said.join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const figure = (shown: Shown) => (shown === HIDDEN ? shown : shown.toLocaleString('en-GB'));

/** What the bars of children reached say, for somebody who does not see them. */
export function sayRates(rates: SeenReach['rates']): string {
  const said = rates.map(({ tenth, rate }) => `tenth ${tenth} ${rate.toFixed(1)}`).join(', ');
  return `Children reached of each hundred who live there, by tenth of deprivation: ${said}.`;
}

export const tenthName = (tenth: number) => (tenth === 1 ? '1 (most deprived)' : String(tenth));
