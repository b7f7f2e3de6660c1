import { paragraphsOf } from '#app/survey/plain-passage.ts';
import { wordsIn } from './words-of.ts';
import type { Definition, Element, Page, Together } from '#app/survey/definition.ts';

/** A question, a passage of words, or a group of them. */
export type Inner = Together['elements'][number];

/** Where an element stands: its page, its place on it, and its place in a group if it is in one. */
export interface Place {
  page: number;
  at: number;
  inside: number | null;
}

/** Finds an element by its name; undefined when there is none. */
export function placeOf(definition: Definition, name: string): Place | undefined {
  for (const [page, { elements }] of definition.pages.entries()) {
    for (const [at, element] of elements.entries()) {
      if (element.name === name) return { page, at, inside: null };
      if (element.type !== 'panel') continue;
      const inside = element.elements.findIndex((each) => each.name === name);
      if (inside >= 0) return { page, at, inside };
    }
  }
  return undefined;
}

export function elementAt(definition: Definition, place: Place): Element | undefined {
  const element = definition.pages[place.page]?.elements[place.at];
  if (place.inside === null || element?.type !== 'panel') return element;
  return element.elements[place.inside];
}

export function elementNamed(definition: Definition, name: string): Element | undefined {
  const place = placeOf(definition, name);
  return place && elementAt(definition, place);
}

export function pageNamed(definition: Definition, name: string): Page | undefined {
  return definition.pages.find((page) => page.name === name);
}

/** Every element, groups and what stands in them, in the order shown. */
export function everyElement(definition: Definition): Element[] {
  return definition.pages.flatMap(({ elements }) =>
    elements.flatMap((element): Element[] =>
      element.type === 'panel' ? [element, ...element.elements] : [element],
    ),
  );
}

/** The same questionnaire with one page's elements changed. */
export function withElements(
  definition: Definition,
  page: number,
  change: (elements: readonly Element[]) => Element[],
): Definition {
  const pages = definition.pages.map((each, at) =>
    at === page ? { ...each, elements: change(each.elements) } : each,
  );
  return { ...definition, pages };
}

/** The same questionnaire with another element in a place, or with none there. */
export function withElementAt(
  definition: Definition,
  place: Place,
  becomes: Element | null,
): Definition {
  return withElements(definition, place.page, (elements) =>
    elements.flatMap((element, at): Element[] => {
      if (at !== place.at) return [element];
      if (place.inside === null || element.type !== 'panel') return becomes ? [becomes] : [];
      const inner = element.elements.flatMap((each, i): Inner[] => {
        if (i !== place.inside) return [each];
        return becomes && becomes.type !== 'panel' ? [becomes] : [];
      });
      // A group without a question is no group.
      return inner.length === 0 ? [] : [{ ...element, elements: inner }];
    }),
  );
}

/** What a page, a question or a group is called in a sentence. */
export function calledOf(element: Element | Page): string {
  if ('html' in element) {
    const [first = ''] = paragraphsOf(wordsIn(element.html));
    return first.length > 60 ? `${first.slice(0, 59).trimEnd()}…` : first || element.name;
  }
  return wordsIn(element.title) || element.name;
}
