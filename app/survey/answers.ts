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
import { ENGLISH_SPEAKER, type Speaker } from './languages/speaker.ts';
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
 * over-long texts and impossible dates pass. Messages are instructions to the respondent, in the
 * language of `speaker`.
 */
export function shapeOf(question: Question, speaker: Speaker = ENGLISH_SPEAKER): z.ZodType {
  switch (question.type) {
    case 'comment':
      return text(longestOf(question), speaker);
    case 'text':
      return lineShape(question, speaker);
    case 'boolean':
      return z.boolean(speaker.say('selectYesOrNo'));
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return oneOf(optionsOf(question), speaker);
    case 'checkbox':
      return severalOf(question, speaker);
  }
}

function text(longest: number, { say }: Speaker) {
  return z.string(say('enterWords')).max(longest, say('tooLong', { characters: longest }));
}

function lineShape(question: Extract<Question, { type: 'text' }>, speaker: Speaker): z.ZodType {
  const { say } = speaker;
  switch (question.inputType) {
    case 'number':
      return numberShape(question.min, question.max, speaker);
    case 'date':
      return dateShape(question.min, question.max, speaker);
    case 'email':
      return text(longestOf(question), speaker).regex(
        /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
        say('enterEmail'),
      );
    case 'tel':
      return text(longestOf(question), speaker).regex(/^[+()\d\s-]{5,}$/, say('enterPhone'));
    case 'text':
    case undefined:
      return text(longestOf(question), speaker).regex(/^[^\n]*$/, say('oneLine'));
  }
}

function numberShape(min: unknown, max: unknown, { say }: Speaker) {
  let shape = z.number(say('enterNumber'));
  if (typeof min === 'number') shape = shape.min(min, say('numberFrom', { number: min }));
  if (typeof max === 'number') shape = shape.max(max, say('numberTo', { number: max }));
  return shape;
}

function dateShape(min: unknown, max: unknown, { say, day }: Speaker) {
  let shape: z.ZodType<string> = z.iso.date(say('enterDate'));
  if (typeof min === 'string') {
    shape = shape.refine((given) => given >= min, say('dateFrom', { day: day(min) }));
  }
  if (typeof max === 'string') {
    shape = shape.refine((given) => given <= max, say('dateTo', { day: day(max) }));
  }
  return shape;
}

function oneOf(options: readonly Option[], { say }: Speaker) {
  return z
    .union([z.string(), z.number()], say('selectShown'))
    .refine((value) => options.some((option) => option.value === value), say('selectShown'));
}

function severalOf(question: Extract<Question, { type: 'checkbox' }>, speaker: Speaker) {
  const { say, language, words } = speaker;
  const options = optionsOf(question, language.code, words);
  const least = question.minSelectedChoices ?? 0;
  const most = question.maxSelectedChoices ?? 0;
  return z
    .array(oneOf(options, speaker), say('selectSomeShown'))
    .max(options.length, say('selectOnce'))
    .refine((values) => new Set(values).size === values.length, say('selectOnce'))
    .superRefine((values, context) => {
      const alone = values.find((value) => EXCLUSIVE.includes(String(value)));
      if (alone !== undefined) {
        if (values.length === 1) return;
        const said = options.find((option) => option.value === alone)?.text ?? String(alone);
        context.addIssue(say('selectAlone', { option: said }));
      } else if (most > 0 && values.length > most) {
        context.addIssue(say('selectAtMost', { count: most }));
      } else if (values.length < least) {
        context.addIssue(say('selectAtLeast', { count: least }));
      }
    });
}

/** The strict shape of a whole set of answers to these questions; anything else in it is refused. */
export function answersShape(questions: readonly Question[], speaker: Speaker = ENGLISH_SPEAKER) {
  const shape: Record<string, z.ZodType> = {};
  const otherWords = text(LONGEST_LINE, speaker).optional();
  for (const question of questions) {
    shape[question.name] = shapeOf(question, speaker).nullable().optional();
    if (hasOther(question)) shape[otherKey(question.name)] = otherWords;
  }
  return z.strictObject(shape);
}
