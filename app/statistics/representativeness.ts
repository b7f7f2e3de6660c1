import { chiSquareTail } from './special-functions.ts';
import { wilsonInterval, type Interval } from './wilson.ts';

/**
 * How like the population those who answered are: per group and as a whole. Pure over counts, so that
 * it serves answers to a survey and members of a panel alike.
 */

/** A group of the population and how many of it answered. */
export interface GroupCount {
  count: number;
  /** Its part of the population, 0 to 1. */
  share: number;
}

/** The index of a group: 100 where its part of the answers is its part of the population. */
export interface GroupIndex {
  /** Its part of the answers, 0 to 1. */
  reached: number;
  index: number;
  /** What the index could be by chance alone, 95 per cent: Wilson bounds of `reached`. */
  interval: Interval;
}

/**
 * 100·q/p with the Wilson bounds of q.
 *
 * @param base all answers that say a group, above 0
 * @param share of the population, above 0
 */
export function indexOf(count: number, base: number, share: number): GroupIndex {
  const reached = count / base;
  const { low, high } = wilsonInterval(reached, base);
  return {
    reached,
    index: (100 * reached) / share,
    interval: { low: (100 * low) / share, high: (100 * high) / share },
  };
}

/** How a group stands. "uncertain": off by a fifth or more, and chance alone could do that. */
export type Standing = 'too-few' | 'too-many' | 'alike' | 'uncertain';

/** An index under 80 or over 120 counts where the population's share lies outside the interval too. */
export function standingOf({ index, interval }: GroupIndex): Standing {
  if (index >= 80 && index <= 120) return 'alike';
  if (interval.high < 100) return 'too-few';
  if (interval.low > 100) return 'too-many';
  return 'uncertain';
}

/**
 * How many more answers of one group would make it `level` of its share in the population (1: all of
 * it), if nobody else answered meanwhile. 0 where it has them; Infinity where that cannot be.
 */
export function moreNeeded(count: number, base: number, share: number, level = 1): number {
  const wanted = share * level;
  if (wanted >= 1) return count >= base && base > 0 ? 0 : Infinity;
  return Math.max(0, Math.ceil((wanted * base - count) / (1 - wanted) - 1e-9));
}

/** How far the answers as a whole are from the population. */
export interface Likeness {
  answers: number;
  /** ½Σ|q−p|: the part of the answers that would have to come from other groups. 0 is perfect. */
  dissimilarity: number;
  chiSquare: number;
  degreesOfFreedom: number;
  /** The chance of a distance this large if the answers were drawn from the population. */
  p: number;
  /** √(X²/n): the distance without the number of answers in it. 0.1 small, 0.3 medium, 0.5 large. */
  cohenW: number;
}

/**
 * Dissimilarity, and the chi-square goodness of fit with Cohen's w (1988), so that many answers do
 * not condemn a small difference nor few excuse a large one. Null where nobody answered.
 */
export function likeness(groups: readonly GroupCount[]): Likeness | null {
  const answers = sum(groups.map(({ count }) => count));
  const population = sum(groups.map(({ share }) => share));
  if (answers === 0 || population === 0) return null;
  let apart = 0;
  let chiSquare = 0;
  for (const { count, share } of groups) {
    const [p, q] = [share / population, count / answers];
    apart += Math.abs(q - p);
    chiSquare += p === 0 ? 0 : (answers * (q - p) ** 2) / p;
  }
  const degreesOfFreedom = groups.length - 1;
  return {
    answers,
    dissimilarity: apart / 2,
    chiSquare,
    degreesOfFreedom,
    p: degreesOfFreedom > 0 ? chiSquareTail(chiSquare, degreesOfFreedom) : 1,
    cohenW: Math.sqrt(chiSquare / answers),
  };
}

/** How evenly the groups took part. */
export interface Participation {
  /** Answers for each of the population, 0 to 1. A response rate only where people were drawn. */
  rate: number;
  /** 1 − 2·S(ρ): 1 when every group took part alike. */
  rIndicator: number;
  /** S(ρ)/ρ̄. */
  variation: number;
  /** The lowest group's rate over the highest's. */
  lowestToHighest: number;
}

/**
 * The R-indicator over groups of known size (Schouten, Cobben and Bethlehem 2009, Survey Methodology
 * 35:101), S weighted by the population and in its population form, and the lowest rate over the
 * highest. Null where a group has no people or nobody answered.
 *
 * @param groups `people` is the number in the population
 */
export function participation(
  groups: readonly { count: number; people: number }[],
): Participation | null {
  const people = sum(groups.map((group) => group.people));
  const answers = sum(groups.map(({ count }) => count));
  if (groups.length === 0 || answers === 0 || groups.some((group) => group.people <= 0))
    return null;
  const rate = answers / people;
  const rates = groups.map((group) => group.count / group.people);
  const variance = sum(
    groups.map((group, at) => (group.people / people) * ((rates[at] ?? 0) - rate) ** 2),
  );
  const spread = Math.sqrt(variance);
  return {
    rate,
    rIndicator: 1 - 2 * spread,
    variation: spread / rate,
    lowestToHighest: Math.min(...rates) / Math.max(...rates),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
