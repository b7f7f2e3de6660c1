import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { poissonInterval } from '#app/statistics/intervals.ts';
import type { Quarter } from '../quarters.ts';
import { COUNTED, type WhatId } from './counting.ts';
import { maskedTotals, type MaskedTotals } from './masked-totals.ts';
import { standingReturns, wholeOf, type ReachReturn } from './reach.ts';
import { seenBreakdowns, type SeenBreakdown } from './seen-breakdowns.ts';

/** How many children live in each tenth of deprivation, from an area file, with where it comes from. */
export interface Children {
  source: string;
  /** byTenth[0] is the most deprived; null where no area of the tenth is there. */
  byTenth: readonly (number | null)[];
}

/** Reach as everybody may see it: small numbers are hidden, on pages, in files and in documents. */
export interface SeenReach {
  /** Oldest first, at most eight. */
  quarters: { quarter: Quarter; isDraft: boolean; number: number }[];
  /** One a kind of count that was given in some quarter, in the order of the list. */
  totals: SeenTotals[];
  /** The newest quarter broken down, over all sites. */
  breakdowns: SeenBreakdown[];
  /** Children reached of those who live there, by tenth of deprivation; empty while it cannot be had. */
  rates: SeenRate[];
  rateSource: string;
  /** Why there are no rates; empty where there are. */
  noRates: string;
}

export interface SeenTotals {
  what: string;
  name: string;
  /** Of all together, a figure a quarter; null where it was not given. */
  all: (Shown | null)[];
  /** Whether the newest figure of all together is a sum of sites, so that people may be in it twice. */
  isSum: boolean;
  sites: { name: string; counts: (Shown | null)[] }[];
}

export interface SeenRate {
  tenth: number;
  reached: number;
  children: number;
  /** Reached of each hundred who live there, with the exact 95 per cent interval of the count. */
  rate: number;
  low: number;
  high: number;
}

const MOST_QUARTERS = 8;

/** What may be seen of the returns of a programme; null where there is none. */
export function seenReach(
  returns: readonly ReachReturn[],
  children: Children | null,
): SeenReach | null {
  const standing = standingReturns(returns)
    .filter(({ counts }) => counts.length > 0)
    .slice(0, MOST_QUARTERS)
    .reverse();
  const newest = standing.at(-1);
  if (newest === undefined) return null;
  const masks = standing.map(({ counts }) => maskedTotals(counts));
  const breakdowns = seenBreakdowns(newest.counts);
  return {
    quarters: standing.map(({ quarter, submittedAt, number }) => ({
      ...{ quarter, number },
      isDraft: submittedAt === null,
    })),
    totals: COUNTED.flatMap(({ id, name }) => seenTotals(id, name, standing, masks) ?? []),
    breakdowns,
    ...ratesOf(breakdowns, children),
  };
}

function seenTotals(
  what: WhatId,
  name: string,
  standing: readonly ReachReturn[],
  masks: readonly ((what: WhatId) => MaskedTotals)[],
): SeenTotals | null {
  const masked = masks.map((mask) => mask(what));
  if (masked.every(({ all }) => all === null)) return null;
  const names = [...new Set(masked.flatMap(({ sites }) => [...sites.keys()]))];
  const newest = standing.at(-1)?.counts ?? [];
  return {
    ...{ what, name },
    all: masked.map(({ all }) => all),
    isSum: wholeOf(newest, what)?.given === false,
    sites: names
      .toSorted((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
      .map((site) => ({ name: site, counts: masked.map(({ sites }) => sites.get(site) ?? null) })),
  };
}

function ratesOf(
  breakdowns: readonly SeenBreakdown[],
  children: Children | null,
): Pick<SeenReach, 'rates' | 'rateSource' | 'noRates'> {
  const none = (noRates: string) => ({ rates: [], rateSource: '', noRates });
  const counted = breakdowns.find(
    ({ what, breakdown }) => what === 'children' && breakdown === 'idaciDecile',
  );
  if (counted === undefined) {
    return none(
      'Count children by tenth of deprivation (IDACI) to see how many of each are reached.',
    );
  }
  if (children === null) {
    return none('Bring in an area file with deprivation and the number of children under Needs.');
  }
  const rates = counted.groups.flatMap(({ group, count }): SeenRate[] => {
    const tenth = Number(group);
    const live = children.byTenth[tenth - 1] ?? null;
    if (count === HIDDEN || live === null || live === 0 || !Number.isInteger(tenth)) return [];
    const { low, high } = poissonInterval(count);
    const of = (part: number) => (part / live) * 100;
    return [
      { tenth, reached: count, children: live, rate: of(count), low: of(low), high: of(high) },
    ];
  });
  return rates.length === 0
    ? none('No tenth has both a count that may be shown and a number of children.')
    : { rates, rateSource: children.source, noRates: '' };
}
