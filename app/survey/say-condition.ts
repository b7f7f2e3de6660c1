import type { Condition, Literal } from './conditions.ts';
import { titleOf, type Question } from './definition.ts';
import { optionsOf } from './options.ts';
import { readCondition } from './read-condition.ts';

/** Questions by name, to say a condition in the words that staff see. */
export type ByName = ReadonlyMap<string, Question>;

/** A stored condition in plain words; as it stands where it cannot be read. */
export function sayExpression(expression: string, questions: ByName): string {
  const read = readCondition(expression);
  return read.ok ? sayCondition(read.condition, questions) : expression;
}

/** "the answer to “Have you used a hub?” is “Yes, often” or “Yes, once”". */
export function sayCondition(condition: Condition, questions: ByName): string {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const between = condition.kind === 'and' ? ', and ' : ', or ';
      return condition.parts
        .map((part) => {
          const said = sayCondition(part, questions);
          return part.kind === 'and' || part.kind === 'or' ? `(${said})` : said;
        })
        .join(between);
    }
    case 'not':
      return `it is not so that ${sayCondition(condition.part, questions)}`;
    case 'test':
      return sayTest(condition, questions);
  }
}

function sayTest(test: Extract<Condition, { kind: 'test' }>, questions: ByName): string {
  const question = questions.get(test.name);
  const asked = `“${question ? titleOf(question) : test.name}”`;
  const answer = `the answer to ${asked}`;
  const several = question?.type === 'checkbox';
  const either = (values: readonly Literal[], word: string) =>
    listed(
      values.map((value) => sayValue(value, question)),
      word,
    );
  switch (test.operator) {
    case 'empty':
      return `${asked} was not answered`;
    case 'notempty':
      return `${asked} was answered`;
    case '=':
      return `${answer} is ${sayValue(test.value, question)}`;
    case '<>':
      return `${answer} is not ${sayValue(test.value, question)}`;
    case '>':
      return `${answer} is more than ${sayValue(test.value, question)}`;
    case '>=':
      return `${answer} is at least ${sayValue(test.value, question)}`;
    case '<':
      return `${answer} is less than ${sayValue(test.value, question)}`;
    case '<=':
      return `${answer} is at most ${sayValue(test.value, question)}`;
    case 'contains':
      return `the answers to ${asked} include ${sayValue(test.value, question)}`;
    case 'notcontains':
      return `the answers to ${asked} do not include ${sayValue(test.value, question)}`;
    case 'anyof':
      return several
        ? `the answers to ${asked} include ${either(test.value, 'or')}`
        : `${answer} is ${either(test.value, 'or')}`;
    case 'noneof':
      if (!several) return `${answer} is not ${either(test.value, 'or')}`;
      return test.value.length === 1
        ? `the answers to ${asked} do not include ${either(test.value, 'nor')}`
        : `the answers to ${asked} include neither ${either(test.value, 'nor')}`;
    case 'allof':
      return `the answers to ${asked} include ${either(test.value, 'and')}`;
  }
}

function sayValue(value: Literal, question: Question | undefined): string {
  const options = question ? optionsOf(question) : [];
  const option = options.find((each) => String(each.value) === String(value));
  if (option) return `“${option.text}”`;
  return typeof value === 'string' ? `“${value}”` : String(value);
}

function listed(values: readonly string[], word: string): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} ${word} ${last}`;
}
