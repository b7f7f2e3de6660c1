import { isEmpty, isMet, type Condition } from './conditions.ts';
import {
  inWords,
  isQuestion,
  type Definition,
  type Element,
  type Passage,
  type Question,
  type Words,
} from './definition.ts';
import { readCondition } from './read-condition.ts';

/** Question name to answer. Null: asked and left empty. No key: not asked. */
export type Answers = Readonly<Record<string, unknown>>;

/**
 * One page as a respondent sees it: one question, or the few that the author put together in a panel,
 * with the passages of words that stand before them.
 */
export interface Step {
  /** The name of its first element: the last part of the page's address. */
  name: string;
  /** The title and description of the SurveyJS page that it came from. */
  section: { title: Words | undefined; description: Words | undefined };
  /** Only on the first step of its section is the description shown. */
  opensSection: boolean;
  heading: Words | undefined;
  hint: Words | undefined;
  elements: (Question | Passage)[];
  /** All of these must hold: of the page, of the panel. */
  conditions: string[];
}

/** The pages of a questionnaire in order, whether or not they are asked of everyone. */
export function stepsOf(definition: Definition): Step[] {
  return definition.pages.flatMap((page) => {
    const section = { title: page.title, description: page.description };
    const conditions = page.visibleIf === undefined ? [] : [page.visibleIf];
    const groups = groupsOf(page.elements);
    return groups.map((elements, i): Step => {
      const [first] = elements;
      const panel = first?.type === 'panel' ? first : undefined;
      const own = elements.flatMap((each) => (each.type === 'panel' ? each.elements : [each]));
      return {
        name: (own.find(isQuestion) ?? own[0])?.name ?? page.name,
        section,
        opensSection: i === 0,
        heading: panel?.title,
        hint: panel?.description,
        elements: own,
        conditions: panel?.visibleIf === undefined ? conditions : [...conditions, panel.visibleIf],
      };
    });
  });
}

/** Passages go with the question after them; at the end of a page, they stand alone. */
function groupsOf(elements: readonly Element[]): Element[][] {
  const groups: Element[][] = [];
  let waiting: Element[] = [];
  for (const element of elements) {
    if (element.type === 'panel') {
      if (waiting.length > 0) groups.push(waiting);
      groups.push([element]);
      waiting = [];
    } else if (element.type === 'html') {
      waiting.push(element);
    } else {
      groups.push([...waiting, element]);
      waiting = [];
    }
  }
  if (waiting.length > 0) groups.push(waiting);
  return groups;
}

/** A step that somebody with these answers is shown, with only the elements that apply to them. */
export interface AskedStep extends Step {
  questions: Question[];
}

const conditionsRead = new Map<string, Condition>();

/** Conditions are few and met again on every page; they were found sound when the version was read. */
function conditionOf(expression: string): Condition {
  const known = conditionsRead.get(expression);
  if (known) return known;
  const read = readCondition(expression);
  if (!read.ok) throw new Error(`The condition “${expression}” cannot be read: ${read.message}.`);
  if (conditionsRead.size > 5000) conditionsRead.clear();
  conditionsRead.set(expression, read.condition);
  return read.condition;
}

/**
 * The steps that apply, in order. An answer to a question that is not asked any more, because an
 * earlier answer changed, opens nothing: what is not asked counts as not answered.
 */
export function askedSteps(steps: readonly Step[], answers: Answers): AskedStep[] {
  const counted: Record<string, unknown> = {};
  const holds = (expression: string | undefined) =>
    expression === undefined || isMet(conditionOf(expression), counted);
  const asked: AskedStep[] = [];
  for (const step of steps) {
    if (!step.conditions.every(holds)) continue;
    const elements = step.elements.filter((element) => holds(element.visibleIf));
    if (elements.length === 0) continue;
    const questions = elements.filter(isQuestion);
    for (const { name } of questions) {
      if (Object.hasOwn(answers, name) && !isEmpty(answers[name])) counted[name] = answers[name];
    }
    asked.push({ ...step, elements, questions });
  }
  return asked;
}

export function askedNames(steps: readonly Step[], answers: Answers): string[] {
  return askedSteps(steps, answers).flatMap((step) => step.questions.map(({ name }) => name));
}

/** What stands above a step's questions: the panel's title, else the only question's. */
export function headingOf(step: AskedStep, language?: string): string {
  if (step.heading !== undefined) return inWords(step.heading, language);
  const [question] = step.questions;
  if (question) return inWords(question.title, language) || question.name;
  return inWords(step.section.title, language);
}

/** The first step that has a question without an answer yet, even an empty one. */
export function nextUnseen(asked: readonly AskedStep[], answers: Answers): AskedStep | undefined {
  return asked.find(({ questions }) => questions.some(({ name }) => !Object.hasOwn(answers, name)));
}

export function stepBefore(asked: readonly AskedStep[], step: AskedStep): AskedStep | undefined {
  const at = asked.findIndex(({ name }) => name === step.name);
  return at > 0 ? asked[at - 1] : undefined;
}

/**
 * Where to go after a page: the next one, or, for somebody who came back from "Check your answers" to
 * change one, the next page that they have not seen. Undefined: check the answers.
 */
export function stepAfter(
  asked: readonly AskedStep[],
  step: AskedStep,
  answers: Answers,
  fromCheck: boolean,
): AskedStep | undefined {
  const at = asked.findIndex(({ name }) => name === step.name);
  const rest = asked.slice(at + 1);
  return fromCheck ? nextUnseen(rest, answers) : rest[0];
}
