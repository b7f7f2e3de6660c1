import {
  inWords,
  isQuestion,
  questionsOf,
  type Definition,
  type Element,
  type Page,
} from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';
import { paragraphsOf } from '#app/survey/plain-passage.ts';
import { sayExpression, type ByName } from '#app/survey/say-condition.ts';
import { kindName } from './kinds.ts';
import { wordsIn } from './words-of.ts';

/** One line of the list of questions. */
export interface OutlineRow {
  name: string;
  /** What it is called; empty for a group without a heading. */
  title: string;
  kind: string;
  /** The number of a question, counted through; null for what is not answered. */
  number: number | null;
  optional: boolean;
  options: string[];
  /** Who is asked, in words; empty: everybody who gets there. */
  when: string;
  group: boolean;
  inGroup: boolean;
  /** Whether a question before it on its page lets it stand on one page with that. */
  mayJoin: boolean;
}

export interface OutlinePage {
  name: string;
  title: string;
  description: string;
  when: string;
  rows: OutlineRow[];
}

/** A questionnaire as a list of its pages and what stands on them, for staff. */
export function outlineOf(definition: Definition): OutlinePage[] {
  const byName: ByName = new Map(questionsOf(definition).map((one) => [one.name, one]));
  const say = (visibleIf: string | undefined) =>
    visibleIf === undefined ? '' : sayExpression(visibleIf, byName);
  let number = 0;
  const row = (element: Element, inGroup: boolean, mayJoin: boolean): OutlineRow => {
    const question = isQuestion(element) ? element : null;
    if (question) number += 1;
    return {
      name: element.name,
      title:
        element.type === 'html'
          ? paragraphsOf(inWords(element.html)).join(' ')
          : wordsIn(element.title) || (question ? element.name : ''),
      kind: kindName(element),
      number: question ? number : null,
      optional: question !== null && question.isRequired !== true,
      options: question ? optionsOf(question).map(({ text }) => text) : [],
      when: say(element.visibleIf),
      group: element.type === 'panel',
      inGroup,
      mayJoin,
    };
  };
  return definition.pages.map((page) => ({
    name: page.name,
    title: wordsIn(page.title),
    description: wordsIn(page.description),
    when: say(page.visibleIf),
    rows: page.elements.flatMap((element, at) => [
      row(element, false, at > 0 && element.type !== 'panel'),
      ...(element.type === 'panel' ? element.elements.map((one) => row(one, true, false)) : []),
    ]),
  }));
}

/** What a page is called where it has no title: by its place. */
export function pageName(
  pages: readonly Pick<Page, 'name'>[],
  name: string,
  title: string,
): string {
  return title === '' ? `Page ${pages.findIndex((page) => page.name === name) + 1}` : title;
}
