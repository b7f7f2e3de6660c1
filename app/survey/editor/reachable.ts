import { testsIn, type Literal, type Test } from '#app/survey/conditions.ts';
import { questionsOf, type Definition, type Question } from '#app/survey/definition.ts';
import { EXCLUSIVE, optionsOf } from '#app/survey/options.ts';
import { readCondition } from '#app/survey/read-condition.ts';
import { askedSteps, stepsOf, type Step } from '#app/survey/steps.ts';

/** How many combinations of answers are tried for one question, and for all, before giving up. */
const MOST_TRIED = 20_000;
const MOST_IN_ALL = 60_000;

export type Reach = 'asked' | 'never' | 'not-judged';

/**
 * Whether some answers lead to each conditional question, passage and page step: every combination of
 * the answers that its conditions can tell apart is tried against the rules by which families are
 * routed. "never" is a proof; "not-judged" means that there were too many combinations.
 */
export function reachOf(definition: Definition): ReadonlyMap<string, Reach> {
  const questions = new Map(questionsOf(definition).map((one) => [one.name, one]));
  const steps = stepsOf(definition);
  const reach = new Map<string, Reach>();
  const budget = { left: MOST_IN_ALL };
  steps.forEach((step, at) => {
    for (const element of step.elements) {
      const conditions = [...step.conditions, element.visibleIf ?? ''].filter((one) => one !== '');
      if (conditions.length === 0) reach.set(element.name, 'asked');
      else
        reach.set(
          element.name,
          tried(element.name, conditions, steps.slice(0, at + 1), questions, budget),
        );
    }
  });
  return reach;
}

function tried(
  name: string,
  conditions: readonly string[],
  steps: readonly Step[],
  questions: ReadonlyMap<string, Question>,
  budget: { left: number },
): Reach {
  const { names, tests } = waitedFor(conditions, steps);
  const needed = steps.filter(({ elements }) =>
    elements.some((element) => element.name === name || names.has(element.name)),
  );
  const choices = [...names].map((one): [string, unknown[]] => {
    const question = questions.get(one);
    return [one, question ? answersWorthTrying(question, tests.get(one) ?? []) : [null]];
  });
  const total = choices.reduce((product, [, answers]) => product * answers.length, 1);
  if (total > MOST_TRIED) return 'not-judged';
  for (const answers of combinations(choices)) {
    budget.left -= 1;
    if (budget.left < 0) return 'not-judged';
    const asked = askedSteps(needed, answers);
    if (asked.some(({ elements }) => elements.some((each) => each.name === name))) return 'asked';
  }
  return 'never';
}

/** The questions on whose answers the conditions hang, those included that decide whether they are asked. */
function waitedFor(conditions: readonly string[], steps: readonly Step[]) {
  const names = new Set<string>();
  const tests = new Map<string, Test[]>();
  const waiting = [...conditions];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const read = readCondition(next);
    if (!read.ok) continue;
    for (const test of testsIn(read.condition)) {
      tests.set(test.name, [...(tests.get(test.name) ?? []), test]);
      if (names.has(test.name)) continue;
      names.add(test.name);
      const step = steps.find(({ elements }) => elements.some((each) => each.name === test.name));
      const own = step?.elements.find((each) => each.name === test.name)?.visibleIf;
      waiting.push(...(step?.conditions ?? []), ...(own === undefined ? [] : [own]));
    }
  }
  return { names, tests };
}

/** Answers that the tests can tell apart, one of each kind, and none at all. */
function answersWorthTrying(question: Question, tests: readonly Test[]): unknown[] {
  const values = tests.flatMap((test): Literal[] =>
    'value' in test ? (Array.isArray(test.value) ? test.value : [test.value]) : [],
  );
  const options = optionsOf(question).map(({ value }) => value);
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'boolean':
    case 'rating':
      return [null, ...options];
    case 'checkbox':
      return [null, ...ticks(options, values, question.maxSelectedChoices)];
    case 'text':
    case 'comment':
      return [null, ...around(question, values)];
  }
}

/** Every way to tick the answers that are compared with, beside one that is not. */
function ticks(
  options: readonly Literal[],
  values: readonly Literal[],
  most: number | undefined,
): Literal[][] {
  const compared = options.filter((option) =>
    values.some((value) => String(value).trim().toLowerCase() === String(option).toLowerCase()),
  );
  const together = compared.filter((option) => !EXCLUSIVE.includes(String(option))).slice(0, 12);
  const spare = options.find((option) => !compared.includes(option));
  const sets: Literal[][] = [[]];
  for (const option of together) sets.push(...sets.map((set) => [...set, option]));
  const some = sets.flatMap((set) => (spare === undefined ? [set] : [set, [...set, spare]]));
  const alone = compared.filter((option) => EXCLUSIVE.includes(String(option)));
  return [...some, ...alone.map((option) => [option])].filter(
    (set) => set.length > 0 && set.length <= (most ?? set.length),
  );
}

/** The values compared with, and ones a little to each side; for words, also something else. */
function around(question: Question, values: readonly Literal[]): Literal[] {
  const number = question.type === 'text' && question.inputType === 'number';
  const bounds =
    question.type === 'text'
      ? [question.min, question.max].filter((bound) => bound !== undefined)
      : [];
  const found = new Set<Literal>();
  for (const value of [...values, ...bounds]) {
    found.add(value);
    const asNumber = Number(value);
    if (String(value).trim() !== '' && Number.isFinite(asNumber)) {
      for (const step of [-1, -0.5, 0.5, 1]) found.add(asNumber + step);
    } else if (typeof value === 'string') {
      found.add(`${value} `.trim() + '0');
      found.add(value.slice(0, -1) + String.fromCharCode((value.at(-1) ?? 'b').charCodeAt(0) - 1));
    }
  }
  // Between any two numbers that are compared with, there is another.
  const numbers = [...found]
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  numbers.forEach((value, at) => found.add((value + (numbers[at + 1] ?? value)) / 2));
  if (!number) found.add('something else');
  return [...found].filter((value) => fits(question, value));
}

function fits(question: Question, value: Literal): boolean {
  if (question.type !== 'text') return true;
  const { min, max, inputType } = question;
  if (inputType === 'number') {
    const number = Number(value);
    if (!Number.isFinite(number)) return false;
    return number >= Number(min ?? -Infinity) && number <= Number(max ?? Infinity);
  }
  if (inputType !== 'date') return true;
  const day = String(value);
  return (min === undefined || day >= String(min)) && (max === undefined || day <= String(max));
}

/** Every combination of the choices, one at a time. */
function* combinations(
  choices: readonly [string, unknown[]][],
): Generator<Record<string, unknown>> {
  const [first, ...rest] = choices;
  if (!first) {
    yield {};
    return;
  }
  const [name, answers] = first;
  for (const answer of answers) {
    for (const others of combinations(rest)) yield { [name]: answer, ...others };
  }
}
