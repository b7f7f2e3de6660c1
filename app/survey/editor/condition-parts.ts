import type { Condition, Literal, Test } from '#app/survey/conditions.ts';
import { isQuestion, type Definition, type Question } from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';
import { printCondition } from '#app/survey/print-condition.ts';
import { readCondition } from '#app/survey/read-condition.ts';

/** A condition that the page can take apart: comparisons of which all, or any, must hold. */
export interface ConditionParts {
  join: 'and' | 'or';
  tests: ({ name: string } & Test)[];
}

/** The parts of a condition; null for one that is nested deeper than the page can show. */
export function partsOf(expression: string | undefined): ConditionParts | null {
  if (expression === undefined) return { join: 'and', tests: [] };
  const read = readCondition(expression);
  if (!read.ok) return null;
  const { condition } = read;
  if (condition.kind === 'test') return { join: 'and', tests: [condition] };
  if (condition.kind === 'not') return null;
  const tests = condition.parts.filter((part) => part.kind === 'test');
  return tests.length === condition.parts.length ? { join: condition.kind, tests } : null;
}

/** The expression of the parts; null asks everybody. Undefined where a value cannot be written. */
export function expressionOf({ join, tests }: ConditionParts): string | null | undefined {
  const conditions = tests.map((test): Condition => ({ kind: 'test', ...test }));
  const [first, ...more] = conditions;
  if (first === undefined) return null;
  const whole: Condition = more.length === 0 ? first : { kind: join, parts: conditions };
  return printCondition(whole) ?? undefined;
}

/** A way to compare, in words, and what has to be given for it. */
export interface Comparison {
  operator: Test['operator'];
  words: string;
  needs: 'answers' | 'value' | 'nothing';
}

const ANSWERED: readonly Comparison[] = [
  { operator: 'notempty', words: 'it was answered', needs: 'nothing' },
  { operator: 'empty', words: 'it was left out', needs: 'nothing' },
];

/** How the answers to a question can be compared. */
export function comparisonsFor(question: Question): Comparison[] {
  const more = (what: string): Comparison[] => [
    { operator: '=', words: `it is exactly this ${what}`, needs: 'value' },
    { operator: '>=', words: `it is this ${what} or more`, needs: 'value' },
    { operator: '<=', words: `it is this ${what} or less`, needs: 'value' },
  ];
  switch (question.type) {
    case 'checkbox':
      return [
        { operator: 'anyof', words: 'one or more of these were ticked', needs: 'answers' },
        { operator: 'allof', words: 'all of these were ticked', needs: 'answers' },
        { operator: 'noneof', words: 'none of these were ticked', needs: 'answers' },
        ...ANSWERED,
      ];
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'boolean':
      return [
        { operator: 'anyof', words: 'the answer is one of these', needs: 'answers' },
        { operator: 'noneof', words: 'the answer is none of these', needs: 'answers' },
        ...ANSWERED,
      ];
    case 'text':
      if (question.inputType === 'number') return [...more('number'), ...ANSWERED];
      if (question.inputType === 'date') return [...more('date'), ...ANSWERED];
      return [...ANSWERED];
    case 'comment':
      return [...ANSWERED];
  }
}

/** The comparison that a form describes, or what is wrong with it. */
export function testFrom(
  question: Question,
  operator: string,
  given: { answers: readonly string[]; value: string },
): { ok: true; test: { name: string } & Test } | { ok: false; field: string; message: string } {
  const { name } = question;
  const comparison = comparisonsFor(question).find((each) => each.operator === operator);
  if (!comparison) return { ok: false, field: 'operator', message: 'Select how to compare' };
  switch (comparison.needs) {
    case 'nothing':
      return { ok: true, test: { name, operator: operator as 'empty' } };
    case 'answers': {
      const values = optionsOf(question)
        .map(({ value }) => value)
        .filter((value) => given.answers.includes(String(value)));
      if (values.length === 0) {
        return { ok: false, field: 'answers', message: 'Select at least one answer' };
      }
      return { ok: true, test: { name, operator: operator as 'anyof', value: values } };
    }
    case 'value': {
      const value = valueFrom(question, given.value);
      if (value === null) {
        const date = question.type === 'text' && question.inputType === 'date';
        const message = date ? 'Enter a day, such as 2026-04-30' : 'Enter a number, such as 18';
        return { ok: false, field: 'value', message };
      }
      return { ok: true, test: { name, operator: operator as '=', value } };
    }
  }
}

function valueFrom(question: Question, typed: string): Literal | null {
  if (question.type === 'text' && question.inputType === 'date') {
    return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : null;
  }
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(typed) ? Number(typed) : null;
}

/** The questions that are asked on an earlier page than a question or page: what it can wait for. */
export function askedBefore(
  definition: Definition,
  of: 'element' | 'page',
  name: string,
): Question[] {
  const before: Question[] = [];
  for (const page of definition.pages) {
    if (of === 'page' && page.name === name) return before;
    for (const element of page.elements) {
      const inside = element.type === 'panel' ? element.elements : [element];
      if (of === 'element' && [element, ...inside].some((each) => each.name === name))
        return before;
      before.push(...inside.filter(isQuestion));
    }
  }
  return before;
}
