import { z } from 'zod';

/**
 * A questionnaire as Throughline keeps it: a strict part of SurveyJS JSON (MIT), so that it can be
 * taken to any tool that reads SurveyJS and be brought back. What is not listed here is refused by
 * read-definition.ts with the element named, because a rule that is ignored is worse than none.
 */

/** Longest answers, in characters, where the question does not say less. */
export const LONGEST_LINE = 200;
export const LONGEST_COMMENT = 2000;

const Line = z.string().max(1000);

/** A text, or one text for each language: `{ "default": "Yes", "cy": "Ydw" }`. */
const LANGUAGE = /^[a-zA-Z-]{2,12}$/;

const Words = z.union([Line, z.record(z.string().regex(LANGUAGE), Line)], {
  error: 'must be a text of at most 1,000 characters, or one text for each language',
});
export type Words = z.infer<typeof Words>;

/** The words in a language, else in the questionnaire's own, else in English. */
export function inWords(words: Words | undefined, language = 'default'): string {
  if (words === undefined) return '';
  if (typeof words === 'string') return words;
  return words[language] ?? words['default'] ?? words['en'] ?? Object.values(words)[0] ?? '';
}

/** A name becomes a column of an export and a form field: letters, digits, hyphen, underscore. */
const Name = z
  .string()
  .max(64, 'A name is at most 64 characters')
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'A name is letters, digits, hyphens and underscores only')
  .refine((name) => !['constructor', 'prototype'].includes(name), 'This name cannot be used')
  .refine((name) => !name.endsWith('-Comment'), 'A name cannot end with “-Comment”');

const Choice = z.union(
  [
    z.string().min(1).max(200),
    z.number(),
    z.strictObject({
      value: z.union([z.string().min(1).max(200), z.number()]),
      text: Words.optional(),
    }),
  ],
  { error: 'must be a text, a number, or a value with its text and nothing else' },
);

const Validator = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('numeric'),
    minValue: z.number().optional(),
    maxValue: z.number().optional(),
    text: Words.optional(),
  }),
  z.strictObject({
    type: z.literal('text'),
    minLength: z.int().min(0).optional(),
    maxLength: z.int().min(0).optional(),
    allowDigits: z.boolean().optional(),
    text: Words.optional(),
  }),
  z.strictObject({
    type: z.literal('answercount'),
    minCount: z.int().min(0).optional(),
    maxCount: z.int().min(0).optional(),
    text: Words.optional(),
  }),
]);

const common = {
  name: Name,
  title: Words.optional(),
  description: Words.optional(),
  visibleIf: z.string().max(1000).optional(),
  isRequired: z.boolean().optional(),
  /** The instruction when nothing was answered, such as "Select how old your children are". */
  requiredErrorText: Words.optional(),
  validators: z.array(Validator).max(5).optional(),
};

/** The answers that stand apart from the list: SurveyJS's own, with its fixed codes. */
const special = {
  showOtherItem: z.boolean().optional(),
  otherText: Words.optional(),
  otherErrorText: Words.optional(),
  showNoneItem: z.boolean().optional(),
  noneText: Words.optional(),
  showDontKnowItem: z.boolean().optional(),
  dontKnowText: Words.optional(),
  showRefuseItem: z.boolean().optional(),
  refuseText: Words.optional(),
};

const choices = z.array(Choice).min(1, 'Give at least one answer to choose from').max(200);

export const Question = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    ...common,
    inputType: z.enum(['text', 'number', 'date', 'email', 'tel']).optional(),
    maxLength: z.int().min(1).max(LONGEST_COMMENT).optional(),
    min: z.union([z.number(), z.iso.date()]).optional(),
    max: z.union([z.number(), z.iso.date()]).optional(),
  }),
  z.strictObject({
    type: z.literal('comment'),
    ...common,
    maxLength: z.int().min(1).max(10_000).optional(),
    rows: z.int().min(1).max(30).optional(),
  }),
  z.strictObject({ type: z.literal('radiogroup'), ...common, ...special, choices }),
  z.strictObject({ type: z.literal('dropdown'), ...common, ...special, choices }),
  z.strictObject({
    type: z.literal('checkbox'),
    ...common,
    ...special,
    choices,
    minSelectedChoices: z.int().min(0).optional(),
    maxSelectedChoices: z.int().min(0).optional(),
  }),
  z.strictObject({
    type: z.literal('rating'),
    ...common,
    rateMin: z.int().optional(),
    rateMax: z.int().optional(),
    rateStep: z.int().min(1).optional(),
    rateCount: z.int().min(2).max(20).optional(),
    rateValues: z.array(Choice).min(2).max(20).optional(),
    minRateDescription: Words.optional(),
    maxRateDescription: Words.optional(),
  }),
  z.strictObject({
    type: z.literal('boolean'),
    ...common,
    labelTrue: Words.optional(),
    labelFalse: Words.optional(),
  }),
]);
export type Question = z.infer<typeof Question>;
export type ChoiceQuestion = Extract<Question, { choices: unknown }>;

const Markup = z.string().max(10_000);

/** Words between questions. Kept as plain paragraphs: whatever markup an author wrote is taken out. */
export const Passage = z.strictObject({
  type: z.literal('html'),
  name: Name,
  html: z.union([Markup, z.record(z.string().regex(LANGUAGE), Markup)]),
  visibleIf: z.string().max(1000).optional(),
});
export type Passage = z.infer<typeof Passage>;

/** The one way to put several questions on one page; otherwise each stands alone. */
export const Together = z.strictObject({
  type: z.literal('panel'),
  name: Name,
  title: Words.optional(),
  description: Words.optional(),
  visibleIf: z.string().max(1000).optional(),
  elements: z
    .array(z.discriminatedUnion('type', [...Question.options, Passage]))
    .min(1)
    .max(10),
});
export type Together = z.infer<typeof Together>;

const Element = z.discriminatedUnion('type', [...Question.options, Passage, Together]);
export type Element = z.infer<typeof Element>;

export const Page = z.strictObject({
  name: z.string().min(1).max(100),
  title: Words.optional(),
  description: Words.optional(),
  visibleIf: z.string().max(1000).optional(),
  elements: z.array(Element).max(300),
});
export type Page = z.infer<typeof Page>;

export const Definition = z.strictObject({
  title: Words.optional(),
  description: Words.optional(),
  locale: z.string().max(12).optional(),
  pages: z.array(Page).min(1, 'A questionnaire needs at least one page').max(300),
});
export type Definition = z.infer<typeof Definition>;

/** Every question in the order asked, those that stand together on a page included. */
export function questionsOf(definition: Definition): Question[] {
  return definition.pages.flatMap((page) =>
    page.elements.flatMap((element) => {
      if (element.type === 'html') return [];
      if (element.type === 'panel') return element.elements.filter(isQuestion);
      return [element];
    }),
  );
}

export function isQuestion(element: Element): element is Question {
  return element.type !== 'html' && element.type !== 'panel';
}

export function isChoiceQuestion(question: Question): question is ChoiceQuestion {
  return 'choices' in question;
}

/** What is asked, in words; a question without a title is called by its name, as SurveyJS does. */
export function titleOf(question: Question, language?: string): string {
  return inWords(question.title, language) || question.name;
}
