import { testsIn, type Test } from './conditions.ts';
import {
  inWords,
  isQuestion,
  questionsOf,
  titleOf,
  type Definition,
  type Element,
  type Question,
  type Words,
} from './definition.ts';
import { optionsOf, OTHER, EXCLUSIVE } from './options.ts';
import { readCondition } from './read-condition.ts';

export interface Problem {
  element: string;
  message: string;
}

const MOST_QUESTIONS = 200;

/** What no single element can show: names used twice, and conditions that can never work. */
export function checkWiring(definition: Definition): Problem[] {
  const questions = questionsOf(definition);
  const problems: Problem[] = [];
  if (questions.length === 0) {
    problems.push({ element: 'questionnaire', message: 'There is no question in it.' });
  }
  if (questions.length > MOST_QUESTIONS) {
    const message = `It has ${questions.length} questions and at most ${MOST_QUESTIONS} can be asked.`;
    problems.push({ element: 'questionnaire', message });
  }
  problems.push(...namesUsedTwice(definition));
  for (const question of questions) problems.push(...checkQuestion(question));
  problems.push(...checkConditions(definition));
  return problems;
}

function namesUsedTwice(definition: Definition): Problem[] {
  const seen = new Set<string>();
  return allElements(definition).flatMap(({ name }) => {
    // Letter case does not tell names apart: they become columns of a spreadsheet.
    const folded = name.toLowerCase();
    if (seen.has(folded)) return [{ element: name, message: 'This name is used twice.' }];
    seen.add(folded);
    return [];
  });
}

function allElements(definition: Definition): Element[] {
  return definition.pages.flatMap((page) =>
    page.elements.flatMap((element) =>
      element.type === 'panel' ? [element, ...element.elements] : [element],
    ),
  );
}

function checkQuestion(question: Question): Problem[] {
  const messages: string[] = [];
  if (allWords(question.title).some((words) => /\{[^{}]*\}/.test(words))) {
    messages.push('A title cannot repeat an earlier answer in {curly brackets}.');
  }
  const codes = optionsOf(question).map((option) => String(option.value));
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined) messages.push(`The answer “${twice}” is there twice.`);
  if ('choices' in question) {
    const written = question.choices.map((c) => String(typeof c === 'object' ? c.value : c));
    const kept = written.find((code) => code === OTHER || EXCLUSIVE.includes(code));
    if (kept !== undefined) {
      messages.push(`The code “${kept}” is kept for SurveyJS’s own answer of that name.`);
    }
  }
  return messages.map((message) => ({ element: question.name, message }));
}

function allWords(words: Words | undefined): string[] {
  if (words === undefined) return [];
  return typeof words === 'string' ? [inWords(words)] : Object.values(words);
}

function checkConditions(definition: Definition): Problem[] {
  const asked = new Map<string, Question>();
  const all = new Map(questionsOf(definition).map((question) => [question.name, question]));
  const problems: Problem[] = [];
  const check = (element: string, expression: string | undefined) => {
    for (const message of faultsOf(expression, asked, all)) problems.push({ element, message });
  };
  for (const page of definition.pages) {
    check(page.name, page.visibleIf);
    for (const element of page.elements) {
      check(element.name, element.visibleIf);
      const inside = element.type === 'panel' ? element.elements : [element];
      for (const each of inside) {
        if (each !== element) check(each.name, each.visibleIf);
      }
      // Questions on one page are sent together: none of them can wait for another.
      for (const each of inside) if (isQuestion(each)) asked.set(each.name, each);
    }
  }
  return problems;
}

function faultsOf(
  expression: string | undefined,
  asked: ReadonlyMap<string, Question>,
  all: ReadonlyMap<string, Question>,
): string[] {
  if (expression === undefined) return [];
  const read = readCondition(expression);
  if (!read.ok) return [`Its condition “${expression}” cannot be used: ${read.message}.`];
  return testsIn(read.condition).flatMap((test) => {
    const question = asked.get(test.name);
    if (question) return misfits(question, test);
    if (all.has(test.name)) {
      return [`Its condition waits for “${test.name}”, which is not asked on an earlier page.`];
    }
    return [`Its condition waits for “${test.name}”, and there is no such question.`];
  });
}

/** Comparisons that a question's answers can never meet, or that tools judge differently. */
function misfits(question: Question, test: Test): string[] {
  const called = `“${titleOf(question)}”`;
  const several = question.type === 'checkbox';
  switch (test.operator) {
    case 'empty':
    case 'notempty':
      return [];
    case '=':
    case '<>':
      if (several)
        return [`${called} has several answers: use contains or anyof in the condition.`];
      return missingValues(question, [test.value]);
    case '>':
    case '>=':
    case '<':
    case '<=': {
      return question.type === 'rating' || question.type === 'text' || hasNumbers(question)
        ? []
        : [`${called} is not a number or a date: more and less mean nothing.`];
    }
    case 'contains':
    case 'notcontains':
      if (!several) return [`${called} has one answer: use = or anyof in the condition.`];
      return missingValues(question, [test.value]);
    case 'anyof':
    case 'noneof':
    case 'allof':
      if (test.operator === 'allof' && !several) {
        return [`${called} has one answer: use = or anyof in the condition.`];
      }
      return missingValues(question, test.value);
  }
}

/** One answer out of codes that are all numbers: 5 for "Very good" down to 1. */
function hasNumbers(question: Question): boolean {
  if (question.type !== 'radiogroup' && question.type !== 'dropdown') return false;
  return question.choices.every(
    (choice) => typeof (typeof choice === 'object' ? choice.value : choice) === 'number',
  );
}

function missingValues(question: Question, values: readonly unknown[]): string[] {
  if (values.includes('')) return ['Use empty or notempty in the condition, not an empty text.'];
  const options = optionsOf(question);
  if (options.length === 0) return [];
  const codes = options.map((option) => String(option.value).toLowerCase());
  return values
    .filter((value) => !codes.includes(String(value).trim().toLowerCase()))
    .map((value) => `“${titleOf(question)}” has no answer with the code “${String(value)}”.`);
}
