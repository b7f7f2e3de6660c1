import { questionsOf, type Definition } from '#app/survey/definition.ts';
import { sayExpression } from '#app/survey/say-condition.ts';
import { formOf, type ElementForm } from './element-form.ts';
import { kindName } from './kinds.ts';
import { elementAt, placeOf } from './place.ts';
import { pageName } from './outline.ts';
import { wordsIn } from './words-of.ts';

/** What the page of one question shows. */
export interface ElementPageData {
  name: string;
  type: string;
  kind: string;
  form: ElementForm;
  when: string;
  /** The other pages that it can be moved to. */
  pages: { name: string; title: string }[];
}

export function elementPage(definition: Definition, name: string): ElementPageData | null {
  const place = placeOf(definition, name);
  const element = place && elementAt(definition, place);
  if (!element) return null;
  const byName = new Map(questionsOf(definition).map((one) => [one.name, one]));
  return {
    name,
    type: element.type,
    kind: kindName(element),
    form: formOf(element),
    when: element.visibleIf === undefined ? '' : sayExpression(element.visibleIf, byName),
    pages: definition.pages
      .filter((_, at) => at !== place.page)
      .map((page) => ({
        name: page.name,
        title: pageName(definition.pages, page.name, wordsIn(page.title)),
      })),
  };
}
