import { z } from 'zod';
import { isEmpty } from './conditions.ts';
import { LONGEST_COMMENT, LONGEST_LINE, type Question } from './definition.ts';
import {
  EXCLUSIVE,
  hasOther,
  optionsOf,
  OTHER,
  otherKey,
  PREFER_NOT_TO_SAY,
  type Option,
} from './options.ts';
import type { Answers } from './steps.ts';

/** The three ways in which an answer can be missing are never added together. */
export type Standing = 'answered' | 'not-asked' | 'no-reply' | 'prefer-not-to-say';

/** How a set of answers stands to one question. */
export function standingOf(name: string, answers: Answers): Standing {
  if (!Object.hasOwn(answers, name)) return 'not-asked';
  const answer = answers[name];
  if (isEmpty(answer)) return 'no-reply';
  const refused = Array.isArray(answer)
    ? answer.includes(PREFER_NOT_TO_SAY)
    : answer === PREFER_NOT_TO_SAY;
  return refused ? 'prefer-not-to-say' : 'answered';
}

/**
 * What is stored of a finished set of answers: every question asked has a key, null where nothing was
 * answered; a question not asked has none, even if it was answered before an earlier answer changed.
 */
export function settled(asked: readonly string[], answers: Answers): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of asked) {
    const answer = Object.hasOwn(answers, name) ? answers[name] : null;
    kept[name] = isEmpty(answer) ? null : answer;
    const words = answers[otherKey(name)];
    const saidOther = Array.isArray(answer) ? answer.includes(OTHER) : answer === OTHER;
    if (saidOther && typeof words === 'string' && words !== '') kept[otherKey(name)] = words;
  }
  return kept;
}

/** How long an answer in words may be: never without limit. */
export function longestOf(question: Question): number {
  if (question.type === 'comment') return question.maxLength ?? LONGEST_COMMENT;
  if (question.type === 'text') return question.maxLength ?? LONGEST_LINE;
  return LONGEST_LINE;
}

/**
 * The strict shape of one answer (not empty), in front of survey-core, which lets unknown choices,
 * over-long texts and impossible dates pass. Messages are instructions to the respondent.
 */
export function shapeOf(question: Question): z.ZodType {
  switch (question.type) {
    case 'comment':
      return text(longestOf(question));
    case 'text':
      return lineShape(question);
    case 'boolean':
      return z.boolean('Select yes or no');
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return oneOf(optionsOf(question));
    case 'checkbox':
      return severalOf(question);
  }
}

function text(longest: number) {
  return z
    .string('Enter your answer in words')
    .max(longest, `Your answer must be ${longest.toLocaleString('en-GB')} characters or fewer`);
}

function lineShape(question: Extract<Question, { type: 'text' }>): z.ZodType {
  switch (question.inputType) {
    case 'number':
      return numberShape(question.min, question.max);
    case 'date':
      return dateShape(question.min, question.max);
    case 'email':
      return text(longestOf(question)).regex(
        /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
        'Enter an e-mail address in the form name@example.com',
      );
    case 'tel':
      return text(longestOf(question)).regex(
        /^[+()\d\s-]{5,}$/,
        'Enter a phone number, such as 01632 960 001',
      );
    case 'text':
    case undefined:
      return text(longestOf(question)).regex(/^[^\n]*$/, 'Enter your answer on one line');
  }
}

function numberShape(min: unknown, max: unknown) {
  let shape = z.number('Enter a number, such as 4');
  if (typeof min === 'number') shape = shape.min(min, `Enter a number that is ${min} or more`);
  if (typeof max === 'number') shape = shape.max(max, `Enter a number that is ${max} or less`);
  return shape;
}

function dateShape(min: unknown, max: unknown) {
  return z.iso
    .date('Enter a real date, such as 27 3 2025')
    .refine(
      (day) => typeof min !== 'string' || day >= min,
      `Enter a date on or after ${String(min)}`,
    )
    .refine(
      (day) => typeof max !== 'string' || day <= max,
      `Enter a date on or before ${String(max)}`,
    );
}

function oneOf(options: readonly Option[]) {
  return z
    .union([z.string(), z.number()], 'Select one of the answers shown')
    .refine(
      (value) => options.some((option) => option.value === value),
      'Select one of the answers shown',
    );
}

function severalOf(question: Extract<Question, { type: 'checkbox' }>) {
  const options = optionsOf(question);
  const least = question.minSelectedChoices ?? 0;
  const most = question.maxSelectedChoices ?? 0;
  return z
    .array(oneOf(options), 'Select one or more of the answers shown')
    .max(options.length, 'Select each answer once')
    .refine((values) => new Set(values).size === values.length, 'Select each answer once')
    .superRefine((values, context) => {
      const alone = values.find((value) => EXCLUSIVE.includes(String(value)));
      if (alone !== undefined) {
        if (values.length === 1) return;
        const said = options.find((option) => option.value === alone)?.text ?? String(alone);
        context.addIssue(`Select “${said}” on its own, or take it out and keep the others`);
      } else if (most > 0 && values.length > most) {
        context.addIssue(`Select ${most} or fewer`);
      } else if (values.length < least) {
        context.addIssue(`Select at least ${least}`);
      }
    });
}

const OtherWords = text(LONGEST_LINE);

/** The strict shape of a whole set of answers to these questions; anything else in it is refused. */
export function answersShape(questions: readonly Question[]) {
  const shape: Record<string, z.ZodType> = {};
  for (const question of questions) {
    shape[question.name] = shapeOf(question).nullable().optional();
    if (hasOther(question)) shape[otherKey(question.name)] = OtherWords.optional();
  }
  return z.strictObject(shape);
}
