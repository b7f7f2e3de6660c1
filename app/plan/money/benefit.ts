import type { BenefitCase, BenefitItem, Money3 } from './benefit-types.ts';
import { sayRough, sayShare } from './benefit-words.ts';
import {
  central,
  high,
  low,
  presentCost,
  rounded,
  WHOLE,
  worth,
  type Reading,
} from './present-value.ts';

/**
 * What a plan may save, as a range and never as one number. Everything is reckoned in whole pence and
 * hundredths of a per cent with exact fractions, and rounded once at the end.
 */

/** The rate at which money of later years counts for less: 3.5 % a year in real terms (HM Treasury). */
export const GREEN_BOOK_DISCOUNT = 350;
export const DISCOUNT_SOURCE =
  'HM Treasury, Review of discounting in the Green Book: terms of reference, 16 December 2025';
export const DISCOUNT_URL =
  'https://www.gov.uk/government/publications/green-book-discount-rate-review-2026/review-of-discounting-in-the-green-book-terms-of-reference';

export type { BenefitCase, BenefitItem, Money3, Three } from './benefit-types.ts';

export interface Sensitivity {
  /** What is varied, of which item. */
  what: string;
  item: string;
  /** What it is at its lowest and at its highest, in words. */
  from: string;
  to: string;
  /** The net result with this one at its worst and at its best for the plan, all else central. */
  worst: bigint;
  best: bigint;
}

export interface BenefitResult {
  /** What somebody's budget saves. All that follows is of this and of nothing else. */
  benefit: Money3;
  /** What it is worth to society beside that, where no budget sees it; null where nothing is so. */
  society: Money3 | null;
  cost: Money3;
  /** Benefit less cost: below nought where more is put in than is saved. */
  net: Money3;
  /** How much comes back for each pound, in pence; null where nothing is put in. */
  perPound: Money3 | null;
  /** By whose budget saves. */
  byWho: { who: string; benefit: Money3 }[];
  /** How many a year of each alone, or what share of all counts, would pay the plan back. */
  breakEven: BreakEven;
  sensitivity: Sensitivity[];
}

export interface BreakEven {
  /** The share of the central counts that pays back, in hundredths of a per cent; null where none does. */
  share: number | null;
  /** How many a year of one item alone would pay back: central reading; null where it never does. */
  alone: { id: string; what: string; needed: number | null; hoped: number }[];
}

/**
 * The result of a case: what budgets save against what is put in, and apart from it what the rest is
 * worth to society. The lowest net takes the least saved and the most put in, the highest the reverse.
 */
export function benefitOf(benefit: BenefitCase, every: readonly BenefitItem[]): BenefitResult {
  const items = every.filter(({ counts }) => counts === 'budget');
  const others = every.filter(({ counts }) => counts === 'society');
  const reckon = (those: readonly BenefitItem[]): Money3 => ({
    low: worth(benefit, reading(benefit, those.map(low), benefit.optimism.high)),
    central: worth(benefit, reading(benefit, those.map(central), benefit.optimism.central)),
    high: worth(benefit, reading(benefit, those.map(high), benefit.optimism.low)),
  });
  const all = reckon(items);
  const { overrun } = benefit;
  const cost = {
    low: presentCost(benefit, { overrun: overrun.low }),
    central: presentCost(benefit),
    high: presentCost(benefit, { overrun: overrun.high }),
  };
  return {
    benefit: all,
    society: others.length === 0 ? null : reckon(others),
    cost,
    net: {
      low: all.low - cost.high,
      central: all.central - cost.central,
      high: all.high - cost.low,
    },
    perPound:
      cost.low === 0n
        ? null
        : {
            low: rounded(all.low * 100n, cost.high),
            central: rounded(all.central * 100n, cost.central),
            high: rounded(all.high * 100n, cost.low),
          },
    byWho: [...new Set(items.map(({ whoSaves }) => whoSaves))].map((who) => ({
      who,
      benefit: reckon(items.filter(({ whoSaves }) => whoSaves === who)),
    })),
    breakEven: breakEven(benefit, items, all.central, cost.central),
    sensitivity: sensitivity(benefit, items, cost),
  };
}

const reading = (
  { discount }: BenefitCase,
  items: Reading['items'],
  optimism: number,
  rate = discount,
): Reading => ({ optimism, discount: rate, items });

function breakEven(
  benefit: BenefitCase,
  items: readonly BenefitItem[],
  central3: bigint,
  cost: bigint,
): BreakEven {
  return {
    share: central3 <= 0n ? null : Number((cost * BigInt(WHOLE) + central3 - 1n) / central3),
    alone: items.map((item) => {
      // A large count keeps the worth of one exact to far below a penny.
      const many = 1_000_000;
      const ofMany = worth(
        benefit,
        reading(benefit, [{ ...central(item), count: many }], benefit.optimism.central),
      );
      const needed = ofMany <= 0n ? null : Number((cost * BigInt(many) + ofMany - 1n) / ofMany);
      return { id: item.id, what: item.what, needed, hoped: item.count.central };
    }),
  };
}

const VARIED = ['count', 'value', 'attribution', 'deadweight'] as const;
const VARIED_NAMES = {
  count: 'How many a year',
  value: 'What one costs',
  attribution: 'Share due to the plan',
  deadweight: 'Share that would have come anyway',
} as const;

/** One thing at a time from its lowest to its highest, all else central; the widest first. */
function sensitivity(
  benefit: BenefitCase,
  items: readonly BenefitItem[],
  cost: Money3,
): Sensitivity[] {
  const net = (those: Reading['items'], optimism = benefit.optimism.central, rate?: number) =>
    worth(benefit, reading(benefit, those, optimism, rate)) -
    (rate === undefined ? cost.central : presentCost(benefit, { rate }));
  const centrals = items.map(central);
  const ofItems = items.flatMap((item, at) =>
    VARIED.map((what): Sensitivity => {
      const at3 = (side: 'low' | 'high') =>
        net(
          centrals.map((each, place) =>
            place === at ? { ...each, [what]: item[what][side] } : each,
          ),
        );
      const [one, other] = [at3('low'), at3('high')];
      return {
        ...{ what: VARIED_NAMES[what], item: item.what },
        from: sayOf(what, item[what].low),
        to: sayOf(what, item[what].high),
        worst: one < other ? one : other,
        best: one < other ? other : one,
      };
    }),
  );
  const { optimism, discount, overrun } = benefit;
  const saved = net(centrals) + cost.central;
  const whole: Sensitivity[] =
    items.length === 0
      ? []
      : [
          {
            ...{ what: 'Allowance for high hopes', item: '' },
            from: sayShare(optimism.low),
            to: sayShare(optimism.high),
            worst: net(centrals, optimism.high),
            best: net(centrals, optimism.low),
          },
          {
            ...{ what: 'More put in than was reckoned', item: '' },
            from: sayShare(overrun.low),
            to: sayShare(overrun.high),
            worst: saved - cost.high,
            best: saved - cost.low,
          },
          {
            ...{ what: 'Discount rate', item: '' },
            from: sayShare(Math.max(0, discount - 150)),
            to: sayShare(discount + 150),
            ...ordered(
              net(centrals, optimism.central, Math.max(0, discount - 150)),
              net(centrals, optimism.central, discount + 150),
            ),
          },
        ];
  return [...ofItems, ...whole].sort((a, b) => {
    const [first, second] = [a.best - a.worst, b.best - b.worst];
    return first === second ? 0 : first > second ? -1 : 1;
  });
}

function ordered(one: bigint, other: bigint): { worst: bigint; best: bigint } {
  return one < other ? { worst: one, best: other } : { worst: other, best: one };
}

function sayOf(what: (typeof VARIED)[number], value: number): string {
  switch (what) {
    case 'count':
      return value.toLocaleString('en-GB');
    case 'value':
      return sayRough(BigInt(value));
    case 'attribution':
    case 'deadweight':
      return sayShare(value);
  }
}
