import { HIDDEN, maskCounts, THRESHOLD, type Shown } from '#app/statistics/small-numbers.ts';
import { VOTE_NAMES, voteOf, VOTES, type Vote } from '#app/themes/votes.ts';

export { VOTE_NAMES, voteOf, VOTES, type Vote };

/** A statement with its votes counted: one a person, the last one. */
export interface Tally {
  statementId: string;
  text: string;
  counts: Readonly<Record<Vote, number>>;
  /** How many people voted on it. */
  base: number;
}

/** Counts the votes of each statement, in the order of the statements. */
export function tallyOf(
  statements: readonly { id: string; text: string }[],
  votes: readonly { statementId: string; vote: string }[],
): Tally[] {
  const none = (): Record<Vote, number> => ({ agree: 0, disagree: 0, unsure: 0 });
  const counts = new Map(statements.map(({ id }) => [id, none()]));
  for (const { statementId, vote: word } of votes) {
    const of = counts.get(statementId);
    const vote = voteOf(word);
    if (of && vote) of[vote] += 1;
  }
  return statements.map(({ id, text }) => {
    const of = counts.get(id) ?? none();
    return { statementId: id, text, counts: of, base: of.agree + of.disagree + of.unsure };
  });
}

/**
 * A share smoothed towards a half, so that two votes of two do not count for more than eighteen of
 * twenty: (n + 1) / (all + 2), as Polis does (Small et al. 2021, Recerca 26:2).
 */
export function smoothedShare(votes: number, base: number): number {
  return (votes + 1) / (base + 2);
}

/**
 * How far a share stands from a half, in standard errors: the one-sample test of a proportion with
 * one more vote added, 2·√(n+1)·((s+1)/(n+1) − ½).
 */
export function standsOut(votes: number, base: number): number {
  return 2 * Math.sqrt(base + 1) * ((votes + 1) / (base + 1) - 0.5);
}

/** The 90th percentile of the normal distribution: one in ten would stand out so far by chance. */
const CLEAR = 1.2816;
/** The smaller side of a statement that divides holds this much of the votes at least. */
const SIDE = 0.25;

/** What a statement does to those who voted on it. */
export const LEANINGS = ['agreed', 'refused', 'divides', 'mixed', 'too-few'] as const;
export type Leaning = (typeof LEANINGS)[number];

const LEANING_NAMES: Readonly<Record<Leaning, string>> = {
  agreed: 'Unites: people agree',
  refused: 'Unites: people disagree',
  divides: 'Divides',
  mixed: 'No clear view',
  'too-few': 'Too few votes to say',
};

/**
 * Whether a statement unites people, divides them, or neither. It unites when one side stands out
 * from a half; it divides when neither does and each side holds a quarter or more (smoothed).
 */
export function leaningOf({ counts, base }: Pick<Tally, 'counts' | 'base'>): Leaning {
  if (base < THRESHOLD) return 'too-few';
  if (standsOut(counts.agree, base) > CLEAR) return 'agreed';
  if (standsOut(counts.disagree, base) > CLEAR) return 'refused';
  return dividing({ counts, base }) >= SIDE ? 'divides' : 'mixed';
}

/** How far a statement divides, 0 to 0.5: the smoothed share of its smaller side. */
export function dividing({ counts, base }: Pick<Tally, 'counts' | 'base'>): number {
  return Math.min(smoothedShare(counts.agree, base), smoothedShare(counts.disagree, base));
}

/** How far a statement unites, 0 to 1: the smoothed share of its larger side. */
export function uniting({ counts, base }: Pick<Tally, 'counts' | 'base'>): number {
  return Math.max(smoothedShare(counts.agree, base), smoothedShare(counts.disagree, base));
}

/** A tally as somebody may see it. */
export interface ShownTally {
  statementId: string;
  text: string;
  counts: Record<Vote, Shown>;
  /** Of all who voted, 0 to 1; null where the count is hidden. */
  shares: Record<Vote, number | null>;
  base: Shown;
  /** In words: what the statement does, or only which way most go where the counts are hidden. */
  leaning: string;
}

/**
 * What somebody sees of a tally. Those who may read single answers see every count. For others small
 * counts are hidden, and with them whatever they could be worked out from; which way most people go
 * is then said only if the words leave every hidden count in as much doubt as the mask does.
 */
export function shownTally(tally: Tally, closely: boolean): ShownTally {
  const { statementId, text, base } = tally;
  const ours = VOTES.map((vote) => tally.counts[vote]);
  const { counts, total } = closely ? { counts: ours, total: base } : maskCounts(ours);
  const at = (index: number): Shown => counts[index] ?? HIDDEN;
  const shown = { agree: at(0), disagree: at(1), unsure: at(2) };
  const share = (count: Shown) => (count === HIDDEN || base === 0 ? null : count / base);
  const someHidden = counts.includes(HIDDEN);
  return {
    statementId,
    text,
    base: total,
    counts: shown,
    shares: {
      agree: share(shown.agree),
      disagree: share(shown.disagree),
      unsure: share(shown.unsure),
    },
    leaning: someHidden ? mostGo(tally, shown) : LEANING_NAMES[leaningOf(tally)],
  };
}

const MOST: Readonly<Record<Vote | 'none', string>> = {
  agree: 'Most agree',
  disagree: 'Most disagree',
  unsure: 'Most are unsure',
  none: 'No majority',
};

/** Which way more than half go, in words; nothing where even that would tell too much. */
function mostGo({ counts, base }: Tally, shown: Readonly<Record<Vote, Shown>>): string {
  const most = majorityOf(counts, base);
  return leavesDoubt(most, base, shown) ? MOST[most] : LEANING_NAMES['too-few'];
}

function majorityOf(counts: Readonly<Record<Vote, number>>, base: number): Vote | 'none' {
  return VOTES.find((vote) => counts[vote] * 2 > base) ?? 'none';
}

/** Whether each hidden count could still be any of a range as wide as the threshold. */
function leavesDoubt(
  most: Vote | 'none',
  base: number,
  shown: Readonly<Record<Vote, Shown>>,
): boolean {
  if (base < THRESHOLD) return false;
  const fits = (vote: Vote, count: number) => shown[vote] === HIDDEN || shown[vote] === count;
  const ranges = VOTES.map(() => ({ low: Infinity, high: -Infinity }));
  for (let agree = 0; agree <= base; agree += 1) {
    if (!fits('agree', agree)) continue;
    for (let disagree = 0; agree + disagree <= base; disagree += 1) {
      const unsure = base - agree - disagree;
      if (!fits('disagree', disagree) || !fits('unsure', unsure)) continue;
      if (majorityOf({ agree, disagree, unsure }, base) !== most) continue;
      [agree, disagree, unsure].forEach((count, at) => {
        const range = ranges[at];
        if (!range) return;
        range.low = Math.min(range.low, count);
        range.high = Math.max(range.high, count);
      });
    }
  }
  return VOTES.every((vote, at) => {
    const range = ranges[at];
    return shown[vote] !== HIDDEN || (range && range.high - range.low >= THRESHOLD);
  });
}
