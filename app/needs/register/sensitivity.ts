import { CRITERIA, pointsOf, type Scores, type Weights } from './priority.ts';

/**
 * How much the order of needs hangs on the weights that somebody chose. The order is worked out anew
 * for every way to share 20 parts between the four criteria (1,771 weightings, steps of 5 per cent):
 * all of them, no sample, so that the same register always gives the same answer. Scores are whole
 * numbers, so ties are exact. (The question is that of SMAA, Lahdelma, Hokkanen and Salminen 1998,
 * Eur J Oper Res 106:137, with the weights taken from a grid.)
 */

const PARTS = 20;

/** Every way to share `parts` between the criteria, in a fixed order. */
export function weightings(parts = PARTS): number[][] {
  const found: number[][] = [];
  for (let a = 0; a <= parts; a += 1)
    for (let b = 0; a + b <= parts; b += 1)
      for (let c = 0; a + b + c <= parts; c += 1) found.push([a, b, c, parts - a - b - c]);
  return found;
}

export interface Ranked {
  id: string;
  /** Out of 100 by the chosen weights, unrounded. */
  points: number;
  /** 1 is first; equal points share the better rank. */
  rank: number;
  /** How many others have the same points. */
  tiedWith: number;
}

/** The order by the chosen weights, first first; those with equal points in the order given. */
export function ranked(
  needs: readonly { id: string; scores: Scores }[],
  weights: Weights,
): Ranked[] {
  const lines = needs.map(({ id, scores }) => ({
    id,
    // Compared as whole numbers: 0.1 + 0.2 must not part two equal needs.
    sum: CRITERIA.reduce((sum, criterion) => sum + weights[criterion] * scores[criterion], 0),
    points: pointsOf(scores, weights),
  }));
  return lines
    .map(({ id, sum, points }) => ({
      id,
      points,
      rank: 1 + lines.filter((other) => other.sum > sum).length,
      tiedWith: lines.filter((other) => other.sum === sum).length - 1,
    }))
    .sort((a, b) => a.rank - b.rank);
}

export interface Sensitivity {
  id: string;
  best: number;
  worst: number;
  /** The share of weightings, 0 to 1, under which it is among the first `top`. */
  inTop: number;
  /** Its scores are as good as the other's on every criterion, and better on one: by id. */
  alwaysBefore: string[];
}

export interface SensitivityOf {
  weightings: number;
  top: number;
  needs: Sensitivity[];
}

/**
 * Best rank, worst rank and the share of weightings in the first `top`, for each need.
 * Equal needs share the better rank. Takes |weightings| × |needs| steps: ranks are counted, not sorted.
 */
export function sensitivityOf(
  needs: readonly { id: string; scores: Scores }[],
  top: number,
  parts = PARTS,
): SensitivityOf {
  const grid = weightings(parts);
  const scores = needs.map((need) => CRITERIA.map((criterion) => need.scores[criterion]));
  const best = needs.map(() => needs.length);
  const worst = needs.map(() => 1);
  const inTop = needs.map(() => 0);
  const highest = parts * Math.max(1, ...scores.flat());
  for (const weights of grid) {
    const sums = scores.map((each) =>
      each.reduce((sum, score, at) => sum + score * weights[at]!, 0),
    );
    const above = countAbove(sums, highest);
    sums.forEach((sum, at) => {
      const rank = 1 + above[sum]!;
      if (rank < best[at]!) best[at] = rank;
      if (rank > worst[at]!) worst[at] = rank;
      if (rank <= top) inTop[at]! += 1;
    });
  }
  return {
    weightings: grid.length,
    top,
    needs: needs.map(({ id }, at) => ({
      id,
      best: best[at] ?? 1,
      worst: worst[at] ?? 1,
      inTop: (inTop[at] ?? 0) / grid.length,
      alwaysBefore: needs
        .filter((_, other) => dominates(scores[at], scores[other]))
        .map((n) => n.id),
    })),
  };
}

/** above[s]: how many sums are greater than s. */
function countAbove(sums: readonly number[], highest: number): number[] {
  const counts = new Array<number>(highest + 2).fill(0);
  for (const sum of sums) counts[sum]! += 1;
  const above = new Array<number>(highest + 2).fill(0);
  for (let sum = highest; sum >= 0; sum -= 1) above[sum] = above[sum + 1]! + counts[sum + 1]!;
  return above;
}

function dominates(a: readonly number[] = [], b: readonly number[] = []): boolean {
  return (
    a.every((score, at) => score >= (b[at] ?? 0)) && a.some((score, at) => score > (b[at] ?? 0))
  );
}

/** How firm a need's place is, in words. */
export function sayFirmness({ best, worst, inTop }: Sensitivity, top: number): string {
  if (best === worst) return `Always number ${best}, however the criteria are weighed.`;
  if (inTop === 1) return `Always among the first ${top}; between ${best} and ${worst}.`;
  if (inTop === 0) return `Never among the first ${top}; between ${best} and ${worst}.`;
  const share = Math.min(99, Math.max(1, Math.round(inTop * 100)));
  return `Among the first ${top} under ${share}% of weightings; between ${best} and ${worst}.`;
}
