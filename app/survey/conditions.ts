/**
 * The conditions under which a question is asked: a strict part of SurveyJS expressions, read and
 * judged here so that pages, imports and results agree on who was asked without running survey-core.
 * A property test holds this file to survey-core's own verdicts.
 */

export type Literal = string | number | boolean;

export type Test =
  | { operator: 'empty' | 'notempty' }
  | { operator: '=' | '<>' | '>' | '>=' | '<' | '<=' | 'contains' | 'notcontains'; value: Literal }
  | { operator: 'anyof' | 'noneof' | 'allof'; value: Literal[] };

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | ({ kind: 'test'; name: string } & Test);

/** Every comparison in a condition, so that names and values can be checked against the questions. */
export function testsIn(condition: Condition): ({ name: string } & Test)[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(testsIn);
    case 'not':
      return testsIn(condition.part);
    case 'test':
      return [condition];
  }
}

/** Judges a condition as survey-core would, over answers that hold only questions asked so far. */
export function isMet(condition: Condition, answers: Readonly<Record<string, unknown>>): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => isMet(part, answers));
    case 'or':
      return condition.parts.some((part) => isMet(part, answers));
    case 'not':
      return !isMet(condition.part, answers);
    case 'test':
      return passes(
        condition,
        Object.hasOwn(answers, condition.name) ? answers[condition.name] : null,
      );
  }
}

function passes(test: Test, answer: unknown): boolean {
  switch (test.operator) {
    case 'empty':
      return isEmpty(answer);
    case 'notempty':
      return !isEmpty(answer);
    case '=':
      return isSame(answer, test.value);
    case '<>':
      return !isSame(answer, test.value);
    case '>':
      return isMore(answer, test.value);
    case '<':
      return isMore(test.value, answer);
    case '>=':
      return isSame(answer, test.value) || isMore(answer, test.value);
    case '<=':
      return isSame(answer, test.value) || isMore(test.value, answer);
    case 'contains':
      return holds(answer, test.value);
    case 'notcontains':
      return !holds(answer, test.value);
    case 'anyof':
      return test.value.some((value) => holds(answer, value));
    case 'noneof':
      return !test.value.some((value) => holds(answer, value));
    case 'allof':
      return test.value.every((value) => holds(answer, value));
  }
}

export function isEmpty(answer: unknown): boolean {
  return (
    answer === null ||
    answer === undefined ||
    answer === '' ||
    (Array.isArray(answer) && answer.length === 0)
  );
}

/** Whether one of the answers given, or the only one, is the value: never part of a word. */
function holds(answer: unknown, value: Literal): boolean {
  return Array.isArray(answer) ? answer.some((each) => isSame(each, value)) : isSame(answer, value);
}

/** survey-core minds neither letter case, nor spaces around, nor whether "3" is text or number. */
function isSame(answer: unknown, value: Literal): boolean {
  if (isEmpty(answer) || Array.isArray(answer)) return false;
  return folded(answer) === folded(value);
}

function folded(value: unknown): string | number {
  const text = String(value).trim().toLowerCase();
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function isMore(left: unknown, right: unknown): boolean {
  if (isEmpty(left) || isEmpty(right)) return false;
  if (typeof left === 'number' || typeof right === 'number') return Number(left) > Number(right);
  return String(left) > String(right);
}
