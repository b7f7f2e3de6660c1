import { kmeans } from 'ml-kmeans';
import { PCA } from 'ml-pca';
import { silhouette } from './silhouette.ts';
import type { VoteTable } from './vote-table.ts';

/**
 * Groups of people who vote alike, found as deliberation tools publish it (Small and others 2021,
 * Recerca 26:2): missing votes stand at the mean of their statement, two principal components, each
 * person drawn out from the middle by √(statements / own votes), then k-means with the number of
 * groups that sets them apart best.
 */

/** Groups are looked for among more people than this. */
const GROUPS_ABOVE = 50;
/** People who voted on fewer statements are in no group: too little is known of them. */
const VOTES_NEEDED = 7;
/** No group that is shown is smaller. */
export const SMALLEST_GROUP = 10;
const MOST_GROUPS = 5;
/** k-means begins in as many ways, each from its own seed; the tightest is taken. */
const STARTS = 10;
const SEED = 20_210_426;
/** The sides on which groups are said to stand apart at all. */
const APART = 0.2;

export type Found =
  | {
      found: true;
      /** Places of the voters, largest group first. */
      groups: number[][];
      /** Where each group's people stand in the picture, in the order of `groups`. */
      points: [number, number][][];
      /** -1 to 1: how well the groups stand apart. */
      silhouette: number;
      /** Of all differences between votes, how much the picture shows: 0 to 1. */
      shown: number;
      /** How many voted too little to be in a group. */
      left: number;
    }
  | { found: false; why: 'too-few' | 'alike' };

/** Looks for groups; says why where there are none to show. The same votes always give the same. */
export function findGroups(table: VoteTable): Found {
  const columns = table.statements.flatMap(({ asked }, at) => (asked ? [at] : []));
  const needed = Math.min(VOTES_NEEDED, columns.length);
  const voters = table.voters.flatMap((votes, at) => {
    const own = columns.map((column) => votes[column] ?? null);
    const cast = own.filter((vote) => vote !== null).length;
    return cast >= needed && cast > 0 ? [{ at, own, cast }] : [];
  });
  if (voters.length <= GROUPS_ABOVE) return { found: false, why: 'too-few' };
  const map = mapOf(voters.map(({ own }) => own));
  if (!map) return { found: false, why: 'alike' };
  const points = map.points.map(([x, y], at): [number, number] => {
    const drawnOut = Math.sqrt(columns.length / (voters[at]?.cast ?? 1));
    return [x * drawnOut, y * drawnOut];
  });
  const best = bestGroups(points);
  if (!best) return { found: false, why: 'alike' };
  return {
    found: true,
    groups: best.groups.map((group) => group.map((one) => voters[one]?.at ?? 0)),
    points: best.groups.map((group) => group.map((one) => points[one] ?? [0, 0])),
    silhouette: best.silhouette,
    shown: map.shown,
    left: table.voters.length - voters.length,
  };
}

/** Two principal components of the votes; null where nobody differs from anybody. */
function mapOf(
  rows: readonly (readonly (number | null)[])[],
): { points: [number, number][]; shown: number } | null {
  const width = rows[0]?.length ?? 0;
  const means = Array.from({ length: width }, (_, column) => {
    const cast = rows.flatMap((row) => row[column] ?? []);
    return cast.length === 0 ? 0 : cast.reduce((sum: number, vote) => sum + vote, 0) / cast.length;
  });
  // Each vote as its distance from the mean of its statement: a missing one stands at 0.
  const centred = rows.map((row) =>
    row.map((vote, column) => (vote === null ? 0 : vote - (means[column] ?? 0))),
  );
  const all = centred.reduce((sum, row) => sum + squares(row), 0);
  if (width < 2 || all < 1e-9) return null;
  const found = new PCA(centred, { center: false, method: 'NIPALS', nCompNIPALS: 2 });
  const projected = found.predict(centred, { nComponents: 2 });
  const axes = found.getEigenvectors();
  // A component may come out either way round: the heaviest statement points to the right, or up.
  const turns = [0, 1].map((axis) => turnOf(axes.getColumn(axis)));
  const points = centred.map((_, row): [number, number] => [
    projected.get(row, 0) * (turns[0] ?? 1),
    projected.get(row, 1) * (turns[1] ?? 1),
  ]);
  const drawn = points.reduce((sum, [x, y]) => sum + x * x + y * y, 0);
  return { points, shown: Math.min(1, drawn / all) };
}

const squares = (row: readonly number[]) => row.reduce((sum, one) => sum + one * one, 0);

function turnOf(weights: readonly number[]): 1 | -1 {
  const heaviest = weights.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0);
  return heaviest < 0 ? -1 : 1;
}

/** The number of groups with the best silhouette, of those in which no group is too small. */
function bestGroups(points: readonly [number, number][]) {
  let best: { groups: number[][]; silhouette: number } | null = null;
  for (let k = 2; k <= MOST_GROUPS; k += 1) {
    const clusters = tightest(points, k);
    const groups = Array.from({ length: k }, (_, group) =>
      clusters.flatMap((cluster, at) => (cluster === group ? [at] : [])),
    );
    if (groups.some((group) => group.length < SMALLEST_GROUP)) continue;
    const apart = silhouette(points, clusters);
    if (apart >= APART && (!best || apart > best.silhouette)) {
      groups.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
      best = { groups, silhouette: apart };
    }
  }
  return best;
}

function tightest(points: readonly [number, number][], k: number): number[] {
  const data = points.map((point) => [...point]);
  let best: { clusters: number[]; spread: number } | null = null;
  for (let start = 0; start < STARTS; start += 1) {
    const { clusters, centroids } = kmeans(data, k, { seed: SEED + start, maxIterations: 200 });
    const spread = data.reduce((sum, [x = 0, y = 0], at) => {
      const [cx = 0, cy = 0] = centroids[clusters[at] ?? 0] ?? [];
      return sum + (x - cx) ** 2 + (y - cy) ** 2;
    }, 0);
    if (!best || spread < best.spread - 1e-9) best = { clusters, spread };
  }
  return best?.clusters ?? [];
}
