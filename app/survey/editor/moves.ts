import type { Definition, Element, Together } from '#app/survey/definition.ts';
import { nameFrom } from './fresh-name.ts';
import {
  elementAt,
  everyElement,
  withElementAt,
  withElements,
  type Inner,
  type Place,
} from './place.ts';

/** One step up or down: within its group or page, then out of the group, then to the next page. */
export function moved(definition: Definition, place: Place, way: 'up' | 'down'): Definition {
  const element = elementAt(definition, place);
  if (!element) return definition;
  if (place.inside !== null && element.type !== 'panel') {
    return movedInside(definition, place, element, way);
  }
  const elements = definition.pages[place.page]?.elements ?? [];
  const to = way === 'up' ? place.at - 1 : place.at + 1;
  if (to >= 0 && to < elements.length) {
    return withElements(definition, place.page, (all) =>
      all.toSpliced(place.at, 1).toSpliced(to, 0, element),
    );
  }
  const page = way === 'up' ? place.page - 1 : place.page + 1;
  if (page < 0 || page >= definition.pages.length) return definition;
  const without = withElementAt(definition, place, null);
  return withElements(without, page, (all) =>
    way === 'up' ? [...all, element] : [element, ...all],
  );
}

function movedInside(
  definition: Definition,
  place: Place,
  element: Inner,
  way: 'up' | 'down',
): Definition {
  const group = definition.pages[place.page]?.elements[place.at];
  if (group?.type !== 'panel' || place.inside === null) return definition;
  const to = way === 'up' ? place.inside - 1 : place.inside + 1;
  if (to < 0 || to >= group.elements.length) return parted(definition, place, way);
  const inner = group.elements.toSpliced(place.inside, 1).toSpliced(to, 0, element);
  return withElementAt(definition, { ...place, inside: null }, { ...group, elements: inner });
}

/** To the end of another page. */
export function movedTo(definition: Definition, place: Place, page: number): Definition {
  const element = elementAt(definition, place);
  if (!element || (page === place.page && place.inside === null)) return definition;
  const without = withElementAt(definition, place, null);
  return withElements(without, page, (all) => [...all, element]);
}

/** Out of its group, onto a page of its own, before or after it. The group's condition goes along. */
export function parted(
  definition: Definition,
  place: Place,
  way: 'up' | 'down' = 'down',
): Definition {
  const group = definition.pages[place.page]?.elements[place.at];
  const element = elementAt(definition, place);
  if (group?.type !== 'panel' || place.inside === null || !element) return definition;
  const alone = element.type === 'panel' ? element : underCondition(element, group.visibleIf);
  const without = withElementAt(definition, place, null);
  const emptied = group.elements.length === 1;
  const at = emptied || way === 'up' ? place.at : place.at + 1;
  return withElements(without, place.page, (all) => all.toSpliced(at, 0, alone));
}

function underCondition(element: Inner, condition: string | undefined): Inner {
  if (condition === undefined) return element;
  const own = element.visibleIf;
  return { ...element, visibleIf: own === undefined ? condition : `(${condition}) and (${own})` };
}

/**
 * Onto one page with what stands before it: into that group, or with that question into a new one.
 * The first of a page and what is a group already stay as they are.
 */
export function joined(definition: Definition, place: Place): Definition {
  const elements = definition.pages[place.page]?.elements ?? [];
  const [before, element] = [elements[place.at - 1], elements[place.at]];
  if (place.inside !== null || !before || !element || element.type === 'panel') return definition;
  const group: Together =
    before.type === 'panel'
      ? { ...before, elements: [...before.elements, element] }
      : { type: 'panel', name: groupName(definition), elements: [before, element] };
  return withElements(definition, place.page, (all) =>
    all.toSpliced(place.at - 1, 2, group as Element),
  );
}

function groupName(definition: Definition): string {
  return nameFrom('group', new Set(everyElement(definition).map(({ name }) => name)));
}
