import type { Definition, Element } from './definition.ts';

/**
 * The questionnaire of a template as one programme asks it: the question about where people live has
 * the programme's own places, or is left out when the programme names none.
 */
export function questionnaireFor(
  template: { definition: Definition; placesQuestion?: string | undefined },
  programme: { places: readonly string[] },
): Definition {
  const { definition, placesQuestion } = template;
  if (placesQuestion === undefined) return definition;
  const choices = programme.places.map((place) => ({ value: placeCode(place), text: place }));
  return {
    ...definition,
    pages: definition.pages.map((page) => ({
      ...page,
      elements: page.elements.flatMap((element): Element[] => {
        if (element.name !== placesQuestion || !('choices' in element)) return [element];
        return choices.length === 0 ? [] : [{ ...element, choices }];
      }),
    })),
  };
}

/** "Canal Quarter" as canal-quarter: what is stored stays the same when the words are corrected. */
export function placeCode(place: string): string {
  const code = place
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  // A place called "Other" must not be taken for the answer of that name.
  return code === '' || ['other', 'none', 'refused', 'dontknow'].includes(code)
    ? `place-${code}`
    : code;
}
