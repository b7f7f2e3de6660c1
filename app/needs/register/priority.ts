import { z } from 'zod';
import type { Priority } from './need.ts';

/** What a need is judged by. Each is scored with its reason, so that anybody can argue with it. */
export const CRITERIA = ['size', 'severity', 'voice', 'inequality'] as const;
export type Criterion = (typeof CRITERIA)[number];

export const CRITERION_NAMES: Readonly<Record<Criterion, string>> = {
  size: 'Size',
  severity: 'Severity',
  voice: 'Voice',
  inequality: 'Inequality',
};

/** What each criterion asks. */
export const CRITERION_ASKS: Readonly<Record<Criterion, string>> = {
  size: 'How many families or children have this need?',
  severity: 'How much harm is done while it is not met?',
  voice: 'How strongly did families themselves ask for it?',
  inequality: 'How much more does it fall on those who have least?',
};

export const MOST_POINTS = 4;

/** What each score means, from 0 to 4. */
export const SCALE: Readonly<Record<Criterion, readonly string[]>> = {
  size: [
    'Nobody that we know of',
    'A few families',
    'About one family in ten',
    'About one family in four',
    'Half of families or more',
  ],
  severity: [
    'No harm',
    'Inconvenient',
    'Makes daily life harder',
    'Harms health, learning or safety',
    'Serious or lasting harm',
  ],
  voice: [
    'Nobody raised it',
    'A few raised it',
    'Raised in one survey or consultation',
    'Raised in several ways',
    'Among the first things that families say',
  ],
  inequality: [
    'Falls on all alike',
    'A little more on some',
    'Clearly more on some',
    'Mostly on those who have least',
    'Only on those who have least',
  ],
};

export type Scores = Readonly<Record<Criterion, number>>;
export type Weights = Readonly<Record<Criterion, number>>;

/** The rule of a programme: how much each criterion counts, and where high and medium begin. */
export interface PriorityRule {
  weights: Weights;
  /** Points out of 100 from which a need is of high priority, and of medium priority. */
  highFrom: number;
  mediumFrom: number;
  /** Why it is weighed like this; empty where nobody has decided yet. */
  reason: string;
}

export const FIRST_RULE: PriorityRule = {
  weights: { size: 1, severity: 1, voice: 1, inequality: 1 },
  highFrom: 65,
  mediumFrom: 40,
  reason: '',
};

const Points = z.coerce
  .number('Select a score')
  .int('Select a score')
  .min(0, 'Select a score')
  .max(MOST_POINTS, 'Select a score');
const Why = z
  .string('Enter the reason for this score')
  .min(1, 'Enter the reason for this score')
  .max(300, 'The reason must be 300 characters or fewer');

/** One score and one reason for each criterion. */
export const ScoresForm = z.object({
  size: Points,
  sizeReason: Why,
  severity: Points,
  severityReason: Why,
  voice: Points,
  voiceReason: Why,
  inequality: Points,
  inequalityReason: Why,
  follows: z.enum(['rule', 'person'], 'Select who decides the priority'),
});
export type ScoresFields = z.output<typeof ScoresForm>;

const Weight = z.coerce
  .number('Enter a whole number from 0 to 10')
  .int('Enter a whole number from 0 to 10')
  .min(0, 'Enter a whole number from 0 to 10')
  .max(10, 'Enter a whole number from 0 to 10');
const Cut = z.coerce
  .number('Enter points from 1 to 100')
  .int('Enter points from 1 to 100')
  .min(1, 'Enter points from 1 to 100')
  .max(100, 'Enter points from 1 to 100');

export const RuleForm = z
  .object({
    size: Weight,
    severity: Weight,
    voice: Weight,
    inequality: Weight,
    highFrom: Cut,
    mediumFrom: Cut,
    reason: z
      .string('Enter why it is weighed like this')
      .min(1, 'Enter why it is weighed like this')
      .max(500, 'The reason must be 500 characters or fewer'),
    version: z.coerce.number().int().min(0),
  })
  .refine((rule) => CRITERIA.some((criterion) => rule[criterion] > 0), {
    path: ['size'],
    message: 'At least one criterion must count: enter a weight above 0',
  })
  .refine((rule) => rule.highFrom > rule.mediumFrom, {
    path: ['highFrom'],
    message: 'High must begin at more points than medium',
  });

/**
 * The points of a need by a rule: the weighted mean of its scores, out of 100.
 *
 * @returns unrounded, 0 to 100
 */
export function pointsOf(scores: Scores, weights: Weights): number {
  const all = CRITERIA.reduce((sum, criterion) => sum + weights[criterion], 0);
  const got = CRITERIA.reduce((sum, criterion) => sum + weights[criterion] * scores[criterion], 0);
  return all === 0 ? 0 : (100 * got) / (all * MOST_POINTS);
}

export function priorityOf(points: number, rule: PriorityRule): Priority {
  // As it is shown: 64.6 reads as 65 and must not be called less.
  const shown = Math.round(points);
  return shown >= rule.highFrom ? 'high' : shown >= rule.mediumFrom ? 'medium' : 'low';
}

/** The scores of a need when all four are there, else null: half a judgement is none. */
export function scoresIn(
  rows: readonly { criterion: string; score: number }[],
): Record<Criterion, number> | null {
  const found = CRITERIA.map((criterion) => rows.find((row) => row.criterion === criterion)?.score);
  if (found.some((score) => score === undefined)) return null;
  return Object.fromEntries(CRITERIA.map((criterion, at) => [criterion, found[at] ?? 0])) as Record<
    Criterion,
    number
  >;
}

/** Why a need has its priority, by the rule, in one sentence. */
export function sayRule(scores: Scores, rule: PriorityRule): string {
  const points = Math.round(pointsOf(scores, rule.weights));
  const parts = CRITERIA.map(
    (criterion) => `${CRITERION_NAMES[criterion].toLowerCase()} ${scores[criterion]}`,
  );
  return `By the rule: ${points} of 100 points (${parts.join(', ')}, each out of ${MOST_POINTS}).`;
}

/** How much each criterion counts, in words: "size 2, severity 1 …". */
export function sayWeights(weights: Weights): string {
  return CRITERIA.map(
    (criterion) => `${CRITERION_NAMES[criterion].toLowerCase()} ${weights[criterion]}`,
  ).join(', ');
}
