import { questionBank, bankQuestion } from '#templates/surveys/bank.ts';
import { titleOf, type Definition, type Element, type Question } from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';
import { namesIn } from './operations.ts';

/** A question of the bank as it stands in the list to choose from. */
export interface BankRow {
  key: string;
  title: string;
  options: string[];
  origin: string;
  /** Another question that decides who is asked this one. */
  follows: string;
  /** It, or another of its name, is asked already. */
  asked: boolean;
}

export interface BankPart {
  id: string;
  title: string;
  from: string;
  rows: BankRow[];
}

/** The whole bank, with what this questionnaire asks already marked. */
export function bankFor(definition: Definition): BankPart[] {
  const names = namesIn(definition);
  return questionBank.map(({ id, title, from, questions }) => ({
    id,
    title,
    from,
    rows: questions.map(({ key, question, origin, follows }) => ({
      key,
      title: titleOf(question),
      options: optionsOf(question).map(({ text }) => text),
      origin: `${origin.from}. ${origin.note}`,
      follows: follows === null ? '' : followed(key, follows),
      asked: names.has(question.name),
    })),
  }));
}

function followed(key: string, name: string): string {
  const all = questionBank.flatMap(({ questions }) => questions);
  const template = key.split(':')[0] ?? '';
  const found =
    all.find((each) => each.key === `${template}:${name}`) ??
    all.find(({ question }) => question.name === name);
  return found ? titleOf(found.question) : name;
}

/**
 * The chosen questions as they go into a questionnaire: their names as in the bank, so that answers
 * can be laid side by side. A condition on a question that is not there is dropped, and said.
 */
export function fromBank(
  definition: Definition,
  keys: readonly string[],
): { elements: Element[]; dropped: string[]; unknown: boolean } {
  const names = namesIn(definition);
  const elements: Element[] = [];
  const dropped: string[] = [];
  let unknown = false;
  for (const key of keys) {
    const found = bankQuestion(key);
    if (!found) unknown = true;
    if (!found || names.has(found.question.name)) continue;
    const { question, follows } = found;
    if (follows !== null && !names.has(follows)) {
      dropped.push(titleOf(question));
      elements.push(withoutCondition(question));
    } else elements.push(question);
    names.add(question.name);
  }
  return { elements, dropped, unknown };
}

function withoutCondition(question: Question): Question {
  const { visibleIf: _, ...rest } = question;
  return rest;
}
