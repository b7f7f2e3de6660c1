import { columnsOf, STANDINGS, type Column, type Columns, type ResultKind } from './columns.ts';
import { titleOf, type Definition } from './definition.ts';
import { maskWithSubtotals, routedBy } from './routing.ts';
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
  const { columns } = held;
  const askedOfSome = askedFlags(columns);
  const giveAway = new Map<string, string>();
  const masks = columns.map((column) => {
    const mask = maskOf(column, askedOfSome, rule);
    for (const name of mask.giveAway) giveAway.set(name, titleOf(column.question));
    return mask.counts;
  });
  return {
    answers: held.answers,
    questions: columns.map((column, i) =>
      resultOf(column, masks[i] ?? [], giveAway.get(column.question.name), rule),
    ),
  };
}

/** How many gave each answer that can be counted. */
export function countsOf({ kind, labels, codes, chosen }: Column): number[] {
  if (kind === 'several-answers') {
    return chosen.map((each) => each.reduce((sum, one) => sum + one, 0));
  }
  const counts = Array.from({ length: labels.length + 1 }, () => 0);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts.slice(0, labels.length);
}

/** Who was asked each question that was not asked of everybody: 1 or 0. */
function askedFlags(columns: readonly Column[]): Map<string, Uint8Array> {
  const flags = columns.map(
    ({ question, standing }) =>
      [question.name, standing.map((each) => (each === NOT_ASKED ? 0 : 1))] as const,
  );
  return new Map(flags.filter(([, asked]) => asked.includes(1) && asked.includes(0)));
}

const [ANSWERED, NOT_ASKED] = [STANDINGS.indexOf('answered'), STANDINGS.indexOf('not-asked')];

/** Those who gave an answer that can be counted: what every share is of. */
export function baseOf(column: Column): number {
  const { kind, labels, codes, standing } = column;
  const answered = standing.reduce((sum, each) => sum + (each === ANSWERED ? 1 : 0), 0);
  if (kind !== 'number') return answered;
  return codes.reduce((sum, code) => sum + (code < labels.length ? 1 : 0), 0);
}

/** A question's counts as they may be shown, and the questions that would give hidden ones away. */
function maskOf(
  column: Column,
  askedOfSome: ReadonlyMap<string, Uint8Array>,
  rule: Partial<Rule>,
): { counts: Shown[]; giveAway: string[] } {
  if (column.kind === 'words') return { counts: [], giveAway: [] };
  const counts = countsOf(column);
  const others = new Map([...askedOfSome].filter(([name]) => name !== column.question.name));
  if (column.kind !== 'several-answers') {
    const none = column.labels.length;
    const chosen = Int32Array.from(column.codes, (code) => (code < none ? code : -1));
    return maskWithSubtotals(counts, routedBy(chosen, counts.length, others), rule);
  }
  // Each option stands for itself: chosen, or not chosen by somebody who answered.
  const base = baseOf(column);
  const shown = counts.map((count) => eitherSideShown(count, base, rule));
  const giveAway = shown.flatMap((each, at) => {
    if (each !== HIDDEN) return [];
    const picked = column.chosen[at];
    const sides = Int32Array.from(column.standing, (standing, i) =>
      standing === ANSWERED ? (picked?.[i] ?? 0) : -1,
    );
    return routedBy(sides, 2, others).map(({ name }) => name);
  });
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
    net: showsAll && kind === 'scale' ? netAgreement(countsOf(column)) : null,
    hiddenBecause,
  };
}

const ALL_HIDDEN = { notAsked: HIDDEN, noReply: HIDDEN, preferNotToSay: HIDDEN } as const;

type Missing = Record<'notAsked' | 'noReply' | 'preferNotToSay', number>;

/** An answer that is not of the scale any more is no number of it. */
const centreOfColumn = ({ values }: Column) =>
  values === null ? null : centreOf(Array.from(values).filter(Number.isFinite));

function missingOf({ standing }: Column): Missing {
  const count = (one: (typeof STANDINGS)[number]) => {
    const place = STANDINGS.indexOf(one);
    return standing.reduce((sum, each) => sum + (each === place ? 1 : 0), 0);
  };
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
