/** What one run of a case found. All numbers are in the case's unit. */
export interface Measurements {
  /** One number a repetition. */
  samples: number[];
  /** What nothing could beat: measured in the same run, on the same machine and data. */
  limit: number;
  /** What else was seen, in a sentence with its figures. */
  note?: string;
}

export interface RunOptions {
  /** Less data and fewer repetitions: to see that the case runs. */
  quick: boolean;
  /** Minutes of load that the soak lasts. */
  soakMinutes: number;
}

/** Something that a user would feel, measured. A file in bench/cases exports one as `default`. */
export interface Case {
  id: string;
  /** One plain sentence: what a user would notice if it got worse. */
  what: string;
  /** Such as "ms", "MB" or "a second". */
  unit: string;
  /** Whether a smaller number is better (a time) or a larger one (how many a second). */
  better: 'less' | 'more';
  /** What the limit is, in words: "one bare pass over the same columns". */
  limitIs: string;
  /** The ratio that must be reached: within 3 times a limit is 1/3. */
  goal: number;
  /** The ratio is that of the middle, unless nobody may ever meet a worse one. */
  judgedBy?: 'middle' | 'worst';
  run(options: RunOptions): Promise<Measurements> | Measurements;
}

/** A case's figures. `ratio` says how near to the limit: 1 is at it, and more is better. */
export interface Figures {
  id: string;
  unit: string;
  median: number;
  p99: number;
  limit: number;
  ratio: number;
}

export function figuresOf({ id, unit, better, judgedBy }: Case, found: Measurements): Figures {
  const median = quantile(found.samples, 0.5);
  // The slow end: the largest times, or the smallest rates.
  const p99 = quantile(found.samples, better === 'less' ? 0.99 : 0.01);
  const judged = judgedBy === 'worst' ? quantile(found.samples, better === 'less' ? 1 : 0) : median;
  const ratio = better === 'less' ? found.limit / judged : judged / found.limit;
  return { id, unit, median, p99, limit: found.limit, ratio };
}

/** The nearest-rank quantile of some numbers. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1));
  return sorted[at] ?? NaN;
}

/** The middle one of some numbers. */
export function middle(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** Milliseconds of each of `times` repetitions, after `warm` that are not counted. */
export async function timed(
  times: number,
  work: () => unknown,
  warm = Math.min(3, times),
): Promise<number[]> {
  const samples: number[] = [];
  for (let i = -warm; i < times; i += 1) {
    const began = performance.now();
    await work();
    if (i >= 0) samples.push(performance.now() - began);
  }
  return samples;
}
