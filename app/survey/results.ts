import { columnsOf, STANDINGS, type Column, type Columns, type ResultKind } from './columns.ts';
import { titleOf, type Definition } from './definition.ts';
import { maskWithSubtotals, routedBy } from './routing.ts';
import { runThrough, type Steps } from '#app/statistics/in-steps.ts';
import { centreOf, netAgreement } from '#app/statistics/scales.ts';
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

export type { ResultKind };

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
  /** The standard deviation, where the mean is shown. */
  sd: number | null;
  /** Of a scale: the share above its middle less the share below, where no row is hidden. */
  net: number | null;
  /** Why nothing of this question is shown. */
  hiddenBecause: string | null;
}

export interface SurveyResults {
  /** All finished sets of answers. */
  answers: number;
  questions: QuestionResult[];
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
  return resultsFrom(columnsOf(definition, answers, rule.threshold ?? THRESHOLD), rule);
}

/** The same from typed columns. */
export function resultsFrom(held: Columns, rule: Partial<Rule> = {}): SurveyResults {
  return runThrough(reckoned(held, rule));
}

/** The same, a question a step. */
export function* reckoned(
  { answers, columns }: Columns,
  rule: Partial<Rule> = {},
): Steps<SurveyResults> {
  const askedOfSome = new Map<string, Uint8Array>();
  for (const { question, standing, standings } of columns) {
    if (!wasAskedOfSome(standings)) continue;
    askedOfSome.set(
      question.name,
      standing.map((each) => (each === NOT_ASKED ? 0 : 1)),
    );
    yield;
  }
  const giveAway = new Map<string, string>();
  const masks: Shown[][] = [];
  for (const column of columns) {
    const others = new Map([...askedOfSome].filter(([name]) => name !== column.question.name));
    const mask = yield* maskOf(column, others, rule);
    for (const name of mask.giveAway) giveAway.set(name, titleOf(column.question));
    masks.push(mask.counts);
    yield;
  }
  const questions: QuestionResult[] = [];
  for (const [i, column] of columns.entries()) {
    questions.push(resultOf(column, masks[i] ?? [], giveAway.get(column.question.name), rule));
    yield;
  }
  return { answers, questions };
}

const [ANSWERED, NOT_ASKED] = [STANDINGS.indexOf('answered'), STANDINGS.indexOf('not-asked')];

/** Asked of some and not of others. */
function wasAskedOfSome(standings: readonly number[]): boolean {
  return standings.some((n, place) => n > 0 && place !== NOT_ASKED) && notAskedOf(standings) > 0;
}

const notAskedOf = (standings: readonly number[]) => standings[NOT_ASKED] ?? 0;

/** Those who gave an answer that can be counted: what every share is of. */
export function baseOf({ kind, counts, standings }: Column): number {
  if (kind !== 'number') return standings[ANSWERED] ?? 0;
  return counts.reduce((sum, count) => sum + count, 0);
}

interface Masked {
  counts: Shown[];
  /** The questions that would give hidden counts away. */
  giveAway: string[];
}

/** A question's counts as they may be shown: an answer a step where several may be given. */
function* maskOf(
  column: Column,
  others: ReadonlyMap<string, Uint8Array>,
  rule: Partial<Rule>,
): Steps<Masked> {
  const { kind, counts, codes, standing, chosen } = column;
  if (kind === 'words') return { counts: [], giveAway: [] };
  if (kind !== 'several-answers') {
    return maskWithSubtotals(counts, routedBy(codes, counts.length, others), rule);
  }
  // Each option stands for itself: chosen, or not chosen by somebody who answered.
  const base = baseOf(column);
  const shown = counts.map((count) => eitherSideShown(count, base, rule));
  const giveAway: string[] = [];
  for (const [at, each] of shown.entries()) {
    if (each !== HIDDEN || others.size === 0) continue;
    const picked = chosen[at];
    const sides = standing.map((stands, i) => (stands === ANSWERED ? (picked?.[i] ?? 0) : 2));
    giveAway.push(...routedBy(sides, 2, others).map(({ name }) => name));
    yield;
  }
  return { counts: shown, giveAway };
}

function resultOf(
  column: Column,
  counts: readonly Shown[],
  givesAway: string | undefined,
  rule: Partial<Rule>,
): QuestionResult {
  const { question, kind, labels } = column;
  const base = baseOf(column);
  const missing = missingOf(column);
  const hiddenBecause = reasonToHide(base, missing.notAsked, givesAway, rule);
  const rows = labels.map(({ value, label }, at) =>
    rowOf(value, label, hiddenBecause === null ? (counts[at] ?? HIDDEN) : HIDDEN, base),
  );
  const showsAll = hiddenBecause === null && rows.every((row) => row.count !== HIDDEN);
  const centre = showsAll ? centreOfColumn(column) : null;
  return {
    name: question.name,
    title: titleOf(question),
    kind,
    base: hiddenBecause === null ? base : HIDDEN,
    missing: hiddenBecause === null ? maskMissing(missing, rule) : ALL_HIDDEN,
    rows,
    mean: centre?.mean ?? null,
    sd: centre?.sd ?? null,
    net: showsAll && kind === 'scale' ? netAgreement(column.counts) : null,
    hiddenBecause,
  };
}

const ALL_HIDDEN = { notAsked: HIDDEN, noReply: HIDDEN, preferNotToSay: HIDDEN } as const;

type Missing = Record<'notAsked' | 'noReply' | 'preferNotToSay', number>;

/** An answer that is not of the scale any more is no number of it. */
const centreOfColumn = ({ values }: Column) =>
  values === null ? null : centreOf(values.filter(Number.isFinite));

function missingOf({ standings }: Column): Missing {
  const count = (one: (typeof STANDINGS)[number]) => standings[STANDINGS.indexOf(one)] ?? 0;
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
