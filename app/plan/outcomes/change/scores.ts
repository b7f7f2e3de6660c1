import { isSmall, maskCounts, HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { wilsonInterval } from '#app/statistics/wilson.ts';
import { sayPeriod } from '#app/theory/measures/periods.ts';
import { many } from '#app/ui/words.ts';
import type { Tool } from './tools.ts';
import { meanChange, reliableChange, type MeanChange, type Paired } from './paired.ts';

/** Scores of a validated tool before and after support, of a group of people. */
export interface ToolScores extends Paired {
  id: string;
  toolId: string;
  /** The measure of the theory that it speaks of, or empty. */
  measureId: string;
  service: string;
  start: string;
  end: string;
  improved: number | null;
  worsened: number | null;
  onlyBefore: number | null;
  /** As whoever counted `improved` took it; null where nobody said. */
  reliability: number | null;
  reliabilitySource: string;
  came: 'typed' | 'pairs';
  note: string;
  enteredBy: string;
  at: Date;
  version: number;
}

/** The same as everybody may see it. */
export interface SeenScores {
  id: string;
  tool: string;
  service: string;
  period: string;
  measureId: string;
  pairs: Shown;
  before: string;
  after: string;
  /** Null where there are so few that they are hidden. */
  change: MeanChange | null;
  /** Which way the mean moved: for better, for worse, or no more than chance could do. */
  way: 'better' | 'worse' | 'chance' | 'unknown';
  /** What can be said of it, sentence by sentence; what cannot be computed with its reason. */
  says: string[];
  improved: Shown | null;
  same: Shown | null;
  worsened: Shown | null;
  onlyBefore: Shown | null;
  note: string;
}

/** What every before and after must say. */
export const NO_COMPARISON =
  'There is no comparison group: a change is no proof that the support made it. People who ask for help at their worst often feel better later without any.';

/** Scores as sentences and figures. Of fewer than five people nothing is shown. */
export function seenScores(scores: ToolScores, tool: Tool): SeenScores {
  const { pairs } = scores;
  const known = {
    id: scores.id,
    tool: tool.name,
    service: scores.service,
    period: sayPeriod(scores),
    measureId: scores.measureId,
    note: scores.note,
  };
  if (isSmall(pairs) || pairs === 0) {
    const says = ['Fewer than five people have scores before and after: nothing of them is shown.'];
    const hidden = { pairs: HIDDEN, before: HIDDEN, after: HIDDEN } as const;
    const none = { improved: null, same: null, worsened: null, onlyBefore: null };
    return { ...known, ...hidden, ...none, change: null, way: 'unknown', says };
  }
  const change = meanChange(scores);
  const counts = countsOf(scores);
  const lost = scores.onlyBefore;
  return {
    ...known,
    ...counts,
    pairs,
    before: meanAndSpread(scores.meanBefore, scores.sdBefore),
    after: meanAndSpread(scores.meanAfter, scores.sdAfter),
    change,
    way: wayOf(change, tool.lowerIsBetter),
    says: [
      sayChange(change, scores, tool),
      ...saySize(change, scores),
      sayReliable(scores, tool, counts),
      sayLost(lost, pairs),
    ],
    onlyBefore: lost === null ? null : isSmall(lost) ? HIDDEN : lost,
  };
}

function round(value: number, places = 1): string {
  const size = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return value < 0 && Number(value.toFixed(places)) !== 0 ? `−${size}` : size;
}

const meanAndSpread = (mean: number, sd: number | null) =>
  sd === null ? round(mean) : `${round(mean)} (spread ${round(sd)})`;

function wayOf({ change, interval }: MeanChange, lowerIsBetter: boolean): SeenScores['way'] {
  if (interval === null) return 'unknown';
  if (interval.low <= 0 && interval.high >= 0) return 'chance';
  return change < 0 === lowerIsBetter ? 'better' : 'worse';
}

function sayChange(change: MeanChange, scores: ToolScores, { lowerIsBetter }: Tool): string {
  const by = round(Math.abs(change.change));
  const way =
    change.change === 0
      ? 'did not change'
      : `${change.change < 0 ? 'fell' : 'rose'} by ${by} points, from ${round(scores.meanBefore)} to ${round(scores.meanAfter)}`;
  const better = lowerIsBetter ? 'a lower score is better' : 'a higher score is better';
  const { interval } = change;
  if (interval === null) {
    return `The mean ${way} (${better}). Its range is not known: the spread of each person’s own change was not given.`;
  }
  const chance =
    interval.low <= 0 && interval.high >= 0
      ? 'Chance alone could do that.'
      : 'That is more than chance alone would do.';
  return `The mean ${way} (${better}). The true change lies between ${round(interval.low)} and ${round(interval.high)} points, 95 in 100. ${chance}`;
}

function saySize({ dz, dav }: MeanChange, { sdBefore, sdAfter }: ToolScores): string[] {
  const sizes = [
    ...(dav === null ? [] : [`${round(dav, 2)} spreads of the scores (Cohen’s d_av)`]),
    ...(dz === null ? [] : [`${round(dz, 2)} spreads of the changes (Cohen’s d_z)`]),
  ];
  if (sizes.length > 0) return [`The size of the change: ${sizes.join(', ')}.`];
  return sdBefore === null || sdAfter === null
    ? ['The size of the change in spreads is not known: the spreads were not given.']
    : [];
}

/** The three outcomes under one mask with the number of pairs, which is shown. */
function countsOf({ pairs, improved, worsened }: ToolScores) {
  if (improved === null || worsened === null) {
    return { improved: null, same: null, worsened: null };
  }
  const masked = maskCounts([improved, pairs - improved - worsened, worsened]).counts;
  return {
    improved: masked[0] ?? HIDDEN,
    same: masked[1] ?? HIDDEN,
    worsened: masked[2] ?? HIDDEN,
  };
}

function sayReliable(
  scores: ToolScores,
  tool: Tool,
  { improved, worsened }: Pick<SeenScores, 'improved' | 'worsened'>,
): string {
  const { reliability, sdBefore, pairs } = scores;
  if (improved === null || worsened === null) {
    return reliability === null
      ? 'How many changed by more than the tool can err is not known: its reliability was not given.'
      : 'How many changed by more than the tool can err was not counted.';
  }
  const needed =
    reliability === null || sdBefore === null || sdBefore === 0
      ? 'more than the tool can err'
      : `more than ${round(reliableChange(sdBefore, reliability), 2)} points, which is more than ${tool.name} can err (reliability ${reliability}, ${scores.reliabilitySource || 'as it was given'})`;
  if (improved === HIDDEN) {
    return `How many got better by ${needed} is hidden: it would tell of fewer than five people.`;
  }
  const { low, high } = wilsonInterval(improved / pairs, pairs);
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const worse = worsened === HIDDEN ? '' : `; ${worsened} got worse by as much`;
  return `${improved} of ${pairs} (${percent(improved / pairs)}; by chance ${percent(low)} to ${percent(high)}) got better by ${needed}${worse}.`;
}

function sayLost(onlyBefore: number | null, pairs: number): string {
  if (onlyBefore === null) {
    return 'How many had a score before and none after was not said: those who stopped coming may be those whom it did not help.';
  }
  if (onlyBefore === 0) return 'Everybody with a score before has one after.';
  if (isSmall(onlyBefore)) return 'A few had a score before and none after.';
  const share = Math.round((onlyBefore / (onlyBefore + pairs)) * 100);
  return `${many(onlyBefore, 'person', 'people')} of ${onlyBefore + pairs} (${share}%) had a score before and none after. Those who stopped coming may be those whom it did not help.`;
}
