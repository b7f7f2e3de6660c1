/** A run of numbers counted together: `from` and everything under `below`. */
export interface Band {
  from: number;
  below: number;
  label: string;
}

const MOST_SINGLE_VALUES = 12;
const MOST_BANDS = 8;
/** Nobody is asked for more than two decimal places. */
const FINEST = 0.01;

/**
 * Parts answers given as numbers into rows of a table: each value on its own when they are few whole
 * numbers, else bands of 1, 2 or 5 times a power of ten. The end bands are open and joined with their
 * neighbours until each holds `least` answers, so that no label points at one family's number.
 */
export function bandsOf(numbers: readonly number[], least: number): Band[] {
  const tally = new Map<number, number>();
  for (const number of numbers) tally.set(number, (tally.get(number) ?? 0) + 1);
  return bandsOfTally(tally, least);
}

/** The same of numbers with how often each was given. */
export function bandsOfTally(tally: ReadonlyMap<number, number>, least: number): Band[] {
  if (tally.size === 0) return [];
  const distinct = [...tally.keys()].sort((a, b) => a - b);
  const lowest = distinct[0] ?? 0;
  const highest = distinct.at(-1) ?? lowest;
  const step =
    distinct.every(Number.isInteger) && highest - lowest < MOST_SINGLE_VALUES
      ? 1
      : niceStep(Math.max((highest - lowest) / MOST_BANDS, FINEST));
  // One step early and until it is passed, because 0.1 + 0.2 is not 0.3; then without the empty ends.
  const start = Math.floor(lowest / step) - 1;
  const edges = [tidy(start * step)];
  while ((edges.at(-1) ?? Infinity) <= highest) edges.push(tidy((start + edges.length) * step));
  while (edges.length > 2 && (edges[1] ?? Infinity) <= lowest) edges.shift();
  joinThinEnds(edges, tally, least);
  return edges.slice(0, -1).map((from, i) => {
    const below = edges[i + 1] ?? from;
    const isLast = i === edges.length - 2;
    return { from, below, label: labelOf(from, below, step, i === 0, isLast) };
  });
}

/** The least of 1, 2 or 5 times a power of ten that is not under `width`. */
function niceStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const factor = [1, 2, 5, 10].find((each) => each * power >= width - Number.EPSILON) ?? 10;
  return factor * power;
}

function joinThinEnds(edges: number[], tally: ReadonlyMap<number, number>, least: number): void {
  const between = (from = -Infinity, below = Infinity) => {
    let given = 0;
    for (const [each, times] of tally) if (each >= from && each < below) given += times;
    return given;
  };
  while (edges.length > 2 && between(edges.at(-2), edges.at(-1)) < least) edges.splice(-2, 1);
  while (edges.length > 2 && between(edges[0], edges[1]) < least) edges.splice(1, 1);
}

function labelOf(from: number, below: number, step: number, isFirst: boolean, isLast: boolean) {
  const whole = Number.isInteger(step);
  const single = whole && below - from === 1;
  if (single) return String(from);
  if (isFirst && isLast) return 'Any number';
  if (isLast) return `${from} or more`;
  if (isFirst) return whole ? `${below - 1} or fewer` : `Under ${below}`;
  return whole ? `${from} to ${below - 1}` : `${from} to under ${below}`;
}

/** 0.30000000000000004 is 0.3. */
const tidy = (number: number) => Number(number.toPrecision(12));
