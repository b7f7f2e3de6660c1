import { toldAgain } from './ledger.ts';

/** What counting gave. */
export interface Found<Made> {
  made: Made;
  /** How many answers were read for it, those that were set aside among them. */
  answers: number;
  bytes: number;
}

interface Kept<Made> {
  /** Where it changes, all is counted anew. */
  settings: string;
  /** How many were counted. */
  answers: number;
  countedAt: number;
  usedAt: number;
  counting: Promise<Made>;
  isUnderWay: boolean;
  bytes: number;
}

const A_DAY = 24 * 60 * 60_000;

/**
 * What was counted, kept until enough answers have come or gone, and for a day at the longest: between two
 * counts that differ by fewer than the threshold, subtraction would say what those few people answered.
 */
export class KeptCounts<Made> {
  private readonly kept = new Map<string, Kept<Made>>();

  /** @param mostBytes beside the largest */
  constructor(
    private readonly mostBytes: number,
    private readonly threshold: number,
  ) {}

  /**
   * What was counted before, or else a new count.
   *
   * @param answers how many there are now
   * @param now in milliseconds of a clock that only goes forward
   */
  of(
    key: string,
    settings: string,
    answers: number,
    now: number,
    count: () => Promise<Found<Made>>,
  ): Promise<Made> {
    this.forgetUnused(now);
    const known = this.kept.get(key);
    const before =
      known?.settings === settings && now - known.countedAt < A_DAY ? known : undefined;
    // Two counts side by side could read a few more and a few less, so that who comes meanwhile waits.
    if (before && (before.isUnderWay || this.isStill(before, answers))) {
      before.usedAt = now;
      this.kept.delete(key);
      this.kept.set(key, before);
      return before.counting;
    }
    const fresh: Kept<Made> = {
      ...{ settings, answers, countedAt: now, usedAt: now, isUnderWay: true, bytes: 0 },
      counting: count().then(
        (found) => this.keep(key, fresh, before, found),
        (error: unknown) => {
          if (this.kept.get(key) === fresh) this.kept.delete(key);
          throw error;
        },
      ),
    };
    this.kept.delete(key);
    this.kept.set(key, fresh);
    return fresh.counting;
  }

  has(key: string): boolean {
    return this.kept.has(key);
  }

  /** Answers come and go while they are read: it is what was read that must differ by enough. */
  private keep(
    key: string,
    fresh: Kept<Made>,
    before: Kept<Made> | undefined,
    { made, answers, bytes }: Found<Made>,
  ): Made | Promise<Made> {
    if (before && this.isStill(before, answers)) {
      before.usedAt = fresh.usedAt;
      if (this.kept.get(key) === fresh) this.kept.set(key, before);
      return before.counting;
    }
    Object.assign(fresh, { answers, bytes, isUnderWay: false });
    this.letGo();
    return made;
  }

  private isStill(known: Kept<Made>, answers: number): boolean {
    return toldAgain(known, answers, this.threshold);
  }

  private forgetUnused(now: number): void {
    for (const [key, { usedAt, isUnderWay }] of this.kept) {
      if (!isUnderWay && now - usedAt >= A_DAY) this.kept.delete(key);
    }
  }

  /**
   * What was used longest ago goes first. The largest is not counted: beside it the others have their room
   * as ever. Counted, one survey of a million would drive out all others, and they it, at each look at the
   * home of its programme, which counts them all. What is still being counted stays: without it the next
   * page would begin a second count beside it.
   */
  private letGo(): void {
    const [largest, ...others] = [...this.kept.values()].sort((a, b) => b.bytes - a.bytes);
    let bytes = others.reduce((sum, each) => sum + each.bytes, 0);
    for (const [key, each] of this.kept) {
      if (bytes <= this.mostBytes) return;
      if (each === largest || each.isUnderWay) continue;
      this.kept.delete(key);
      bytes -= each.bytes;
    }
  }
}
