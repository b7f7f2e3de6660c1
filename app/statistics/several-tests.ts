/**
 * What p-values mean when several are looked at together: the more one looks, the more chance shows
 * something. Both return adjusted values in the order given.
 */

/** Holm (1979, Scand. J. Statist. 6:65): the chance of even one false alarm among all is kept. */
export function holm(ps: readonly number[]): number[] {
  const m = ps.length;
  let least = 0;
  return inOrder(ps, (p, rank) => {
    least = Math.max(least, Math.min(1, (m - rank) * p));
    return least;
  });
}

/** Benjamini and Hochberg (1995, JRSS B 57:289): the share of false alarms among alarms is kept. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const m = ps.length;
  let most = 1;
  return inOrder(
    ps,
    (p, rank) => {
      most = Math.min(most, (m / (rank + 1)) * p);
      return most;
    },
    'largest first',
  );
}

function inOrder(
  ps: readonly number[],
  adjust: (p: number, rank: number) => number,
  from: 'smallest first' | 'largest first' = 'smallest first',
): number[] {
  const ranked = ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  const adjusted = ps.map(() => 0);
  const steps = ranked.map(({ p, at }, rank) => ({ p, at, rank }));
  if (from === 'largest first') steps.reverse();
  for (const { p, at, rank } of steps) adjusted[at] = adjust(p, rank);
  return adjusted;
}
