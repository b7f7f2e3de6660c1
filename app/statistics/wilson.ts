/** The lowest and highest share (0 to 1) that chance alone leaves plausible. */
export interface Interval {
  low: number;
  high: number;
}

/** The 97.5th percentile of the normal distribution: two-sided 95 per cent. */
const Z = 1.959964;

/**
 * The Wilson score interval of a share, 95 per cent (Wilson 1927, JASA 22:209; Newcombe 1998, Stat
 * Med 17:857, method 3). It never leaves 0 to 1 and holds for small bases and shares near 0 or 1.
 *
 * @param share 0 to 1
 * @param base the number of answers, or their effective number when they are weighted; above 0
 */
export function wilsonInterval(share: number, base: number, z = Z): Interval {
  const zz = (z * z) / base;
  const centre = (share + zz / 2) / (1 + zz);
  const half = (z * Math.sqrt((share * (1 - share)) / base + zz / (4 * base))) / (1 + zz);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** What must stand beside every interval of a survey that people chose to answer. */
export const OPEN_LINK_CAVEAT =
  'These people chose to answer. The range says how far chance alone could move a figure among people who answer like them. It does not say how close the figure is to all families.';
