import { standingOf, type Standing } from './answers.ts';
import { questionsOf, titleOf, type Definition, type Question } from './definition.ts';
import { bandsOf } from './number-bands.ts';
import { optionsOf, PREFER_NOT_TO_SAY } from './options.ts';
import { maskWithSubtotals, routedBy } from './routing.ts';
import {
  HIDDEN,
  isSmall,
  maskCounts,
  THRESHOLD,
  type Rule,
  type Shown,
} from '#app/statistics/small-numbers.ts';
import type { Answers } from './steps.ts';
import { wilsonInterval, type Interval } from '#app/statistics/wilson.ts';

/** How a question was answered, which decides how its table reads. */
export type ResultKind = 'one-answer' | 'several-answers' | 'scale' | 'number' | 'words';

export interface ResultRow {
  /** The option's code as text, or the band's first number. */
  value: string;
  label: string;
  count: Shown;
  /** Of the base, 0 to 1; null where the count is hidden or nobody answered. */
  share: number | null;
  /** 95 per cent, Wilson; null where the share is. */
  interval: Interval | null;
}

export interface QuestionResult {
  name: string;
  title: string;
  kind: ResultKind;
  /** Those who gave an answer other than "prefer not to say": what every share is of. */
  base: Shown;
  missing: Record<'notAsked' | 'noReply' | 'preferNotToSay', Shown>;
  rows: ResultRow[];
  /** Of a scale or a number, where no row is hidden (a mean would help to derive one). */
  mean: number | null;
  /** Why nothing of this question is shown. */
  hiddenBecause: string | null;
}

export interface SurveyResults {
  /** All finished sets of answers. */
  answers: number;
  questions: QuestionResult[];
}

/** One question's answers, counted but not yet masked. */
interface Tally {
  question: Question;
  kind: ResultKind;
  labels: { value: string; label: string }[];
  /** Per respondent: positions of the rows chosen; none where there is no answer to count. */
  chosen: number[][];
  standings: Standing[];
  mean: number | null;
}

/**
 * Counts the answers to every question, with the three ways of missing apart, and hides what is too
 * small to show or would give away something hidden. What this returns can go on any page.
 */
export function resultsOf(
  definition: Definition,
  answers: readonly Answers[],
  rule: Partial<Rule> = {},
): SurveyResults {
  const tallies = questionsOf(definition).map((question) => tallyOf(question, answers, rule));
  const askedOfSome = askedFlags(tallies);
  const giveAway = new Map<string, string>();
  const masks = tallies.map((tally) => {
    const mask = maskOf(tally, askedOfSome, rule);
    for (const name of mask.giveAway) giveAway.set(name, titleOf(tally.question));
    return mask.counts;
  });
  return {
    answers: answers.length,
    questions: tallies.map((tally, i) =>
      resultOf(tally, masks[i] ?? [], giveAway.get(tally.question.name), rule),
    ),
  };
}

function tallyOf(question: Question, answers: readonly Answers[], rule: Partial<Rule>): Tally {
  const standings = answers.map((each) => standingOf(question.name, each));
  const given = answers.map((each, i) =>
    standings[i] === 'answered' ? each[question.name] : undefined,
  );
  const kind = kindOf(question);
  if (kind === 'words') {
    const chosen = given.map((answer) => (answer === undefined ? [] : [0]));
    return { question, kind, labels: [], chosen, standings, mean: null };
  }
  if (kind === 'number') return tallyOfNumbers(question, given, standings, rule);
  const options = optionsOf(question).filter(({ value }) => value !== PREFER_NOT_TO_SAY);
  const labels = options.map(({ value, text }) => ({ value: String(value), label: text }));
  const positions = new Map(labels.map(({ value }, at) => [value, at]));
  const chosen = given.map((answer) => {
    if (answer === undefined) return [];
    const values = Array.isArray(answer) ? (answer as unknown[]) : [answer];
    return [...new Set(values.map((value) => positions.get(String(value)) ?? labels.length))];
  });
  // An answer that the list does not hold (from an earlier version, say) still counts in the base.
  if (chosen.some((each) => each.includes(positions.size))) {
    labels.push({ value: '', label: 'Another answer, not in this list' });
  }
  const mean = kind === 'scale' ? meanOf(given.map(Number)) : null;
  return { question, kind, labels, chosen, standings, mean };
}

function tallyOfNumbers(
  question: Question,
  given: readonly unknown[],
  standings: Standing[],
  rule: Partial<Rule>,
): Tally {
  const numbers = given.map((answer) => (answer === undefined ? NaN : Number(answer)));
  const bands = bandsOf(numbers.filter(Number.isFinite), rule.threshold ?? THRESHOLD);
  const chosen = numbers.map((number) => {
    const at = bands.findIndex(({ from, below }) => number >= from && number < below);
    return at < 0 ? [] : [at];
  });
  const labels = bands.map(({ from, label }) => ({ value: String(from), label }));
  return { question, kind: 'number', labels, chosen, standings, mean: meanOf(numbers) };
}

function kindOf(question: Question): ResultKind {
  switch (question.type) {
    case 'comment':
      return 'words';
    case 'text':
      return question.inputType === 'number' ? 'number' : 'words';
    case 'checkbox':
      return 'several-answers';
    case 'rating':
      return 'scale';
    case 'radiogroup':
    case 'dropdown':
    case 'boolean':
      return 'one-answer';
  }
}

function meanOf(numbers: readonly number[]): number | null {
  const finite = numbers.filter(Number.isFinite);
  return finite.length === 0 ? null : finite.reduce((sum, each) => sum + each, 0) / finite.length;
}

function countsOf({ labels, chosen }: Tally): number[] {
  const counts = labels.map(() => 0);
  for (const rows of chosen) for (const at of rows) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}

/** Who was asked each question that was not asked of everybody. */
function askedFlags(tallies: readonly Tally[]): Map<string, boolean[]> {
  const flags = tallies.map(
    ({ question, standings }) =>
      [question.name, standings.map((standing) => standing !== 'not-asked')] as const,
  );
  return new Map(flags.filter(([, asked]) => asked.includes(true) && asked.includes(false)));
}

/** A question's counts as they may be shown, and the questions that would give hidden ones away. */
function maskOf(
  tally: Tally,
  askedOfSome: ReadonlyMap<string, readonly boolean[]>,
  rule: Partial<Rule>,
): { counts: Shown[]; giveAway: string[] } {
  const counts = countsOf(tally);
  const others = new Map([...askedOfSome].filter(([name]) => name !== tally.question.name));
  if (tally.kind !== 'several-answers') {
    const chosen = tally.chosen.map(([at]) => at ?? -1);
    return maskWithSubtotals(counts, routedBy(chosen, counts.length, others), rule);
  }
  // Each option stands for itself: chosen, or not chosen by somebody who answered.
  const base = tally.chosen.filter((rows) => rows.length > 0).length;
  const shown = counts.map((count) => eitherSideShown(count, base, rule));
  const giveAway = shown.flatMap((each, at) => {
    if (each !== HIDDEN) return [];
    const sides = tally.chosen.map((rows) => (rows.length === 0 ? -1 : rows.includes(at) ? 1 : 0));
    return routedBy(sides, 2, others).map(({ name }) => name);
  });
  return { counts: shown, giveAway };
}

function resultOf(
  tally: Tally,
  counts: readonly Shown[],
  givesAway: string | undefined,
  rule: Partial<Rule>,
): QuestionResult {
  const { question, kind, standings } = tally;
  const base = tally.chosen.filter((rows) => rows.length > 0).length;
  const missing = missingOf(standings);
  const hiddenBecause = reasonToHide(base, missing.notAsked, givesAway, rule);
  const rows = tally.labels.map(({ value, label }, at) =>
    rowOf(value, label, hiddenBecause === null ? (counts[at] ?? HIDDEN) : HIDDEN, base),
  );
  const showsAll = hiddenBecause === null && rows.every((row) => row.count !== HIDDEN);
  return {
    name: question.name,
    title: titleOf(question),
    kind,
    base: hiddenBecause === null ? base : HIDDEN,
    missing: hiddenBecause === null ? maskMissing(missing, rule) : ALL_HIDDEN,
    rows,
    mean: showsAll ? tally.mean : null,
    hiddenBecause,
  };
}

const ALL_HIDDEN = { notAsked: HIDDEN, noReply: HIDDEN, preferNotToSay: HIDDEN } as const;

type Missing = Record<'notAsked' | 'noReply' | 'preferNotToSay', number>;

function missingOf(standings: readonly Standing[]): Missing {
  const count = (standing: Standing) => standings.filter((each) => each === standing).length;
  return {
    notAsked: count('not-asked'),
    noReply: count('no-reply'),
    preferNotToSay: count('prefer-not-to-say'),
  };
}

/** That so many gave no answer follows from the base; which kind, of a few, must not. */
function maskMissing(missing: Missing, rule: Partial<Rule>): QuestionResult['missing'] {
  const { notAsked, noReply, preferNotToSay } = missing;
  const [a = HIDDEN, b = HIDDEN, c = HIDDEN] = maskCounts(
    [notAsked, noReply, preferNotToSay],
    rule,
  ).counts;
  return { notAsked: a, noReply: b, preferNotToSay: c };
}

function reasonToHide(
  base: number,
  notAsked: number,
  givesAway: string | undefined,
  rule: Partial<Rule>,
): string | null {
  const threshold = rule.threshold ?? THRESHOLD;
  if (isSmall(base, { threshold })) return `Fewer than ${threshold} people answered.`;
  if (isSmall(notAsked, { threshold })) {
    return `Fewer than ${threshold} people were not asked this question, so its figures would say what they answered before.`;
  }
  if (givesAway !== undefined) {
    return `These figures would give away small numbers in the answers to “${givesAway}”.`;
  }
  return null;
}

/** Where several answers may be given, those who did not choose one are as few as those who did. */
function eitherSideShown(count: number, base: number, rule: Partial<Rule>): Shown {
  return isSmall(count, rule) || isSmall(base - count, { threshold: rule.threshold ?? THRESHOLD })
    ? HIDDEN
    : count;
}

function rowOf(value: string, label: string, count: Shown, base: number): ResultRow {
  if (count === HIDDEN || base === 0) return { value, label, count, share: null, interval: null };
  const share = count / base;
  return { value, label, count, share, interval: wilsonInterval(share, base) };
}
