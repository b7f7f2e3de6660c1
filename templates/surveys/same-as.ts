/**
 * A question that several questionnaires ask is written once. The others name it,
 * `{ "sameAs": "equality:sex" }`, and get it with its origin, so that answers can be laid side by side.
 */

interface RawElement {
  name?: string;
  sameAs?: string;
}

export interface RawTemplate {
  id: string;
  origins: Record<string, unknown>;
  survey: { pages: { elements: RawElement[] }[] };
}

/** The template with every named question written out. @throws where a name leads nowhere */
export function askedElsewhere<T extends RawTemplate>(raw: T, all: readonly RawTemplate[]): T {
  const origins = { ...raw.origins };
  const writtenOut = (element: RawElement): RawElement => {
    if (element.sameAs === undefined) return element;
    const found = questionNamed(element.sameAs, all);
    if (found === null) {
      throw new Error(
        `templates/surveys/${raw.id}.json asks “${element.sameAs}”, which no questionnaire has.`,
      );
    }
    origins[found.name] = found.origin;
    return found.element;
  };
  const pages = raw.survey.pages.map((page) => ({
    ...page,
    elements: page.elements.map(writtenOut),
  }));
  return { ...raw, origins, survey: { ...raw.survey, pages } };
}

/** "family-needs:area" as it stands in the questionnaire that writes it out. */
function questionNamed(reference: string, all: readonly RawTemplate[]) {
  const [id, name = ''] = reference.split(':');
  const template = all.find((each) => each.id === id);
  const element = template?.survey.pages
    .flatMap((page) => page.elements)
    .find((each) => each.name === name);
  if (template === undefined || element === undefined) return null;
  return { name, element, origin: template.origins[name] };
}
