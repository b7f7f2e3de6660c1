import type { Definition, Element, Page } from '#app/survey/definition.ts';
import { readDefinition, type DefinitionProblem } from '#app/survey/read-definition.ts';
import { formed, type ElementForm } from './element-form.ts';
import { isSame } from './merge.ts';
import { joined, moved, movedTo, parted } from './moves.ts';
import {
  calledOf,
  elementNamed,
  everyElement,
  pageNamed,
  placeOf,
  withElementAt,
} from './place.ts';
import { putText } from './texts.ts';
import { putWords } from './words-of.ts';

/** One edit of a questionnaire: small, so that two people who edit at once seldom meet. */
export type Operation =
  | { kind: 'add'; page: string; after: string | null; elements: Element[] }
  | { kind: 'add-page'; after: string | null; title: string }
  | { kind: 'change'; name: string; form: ElementForm }
  | { kind: 'change-page'; name: string; title: string; description: string }
  | { kind: 'change-whole'; title: string; description: string }
  | { kind: 'remove'; name: string }
  | { kind: 'remove-page'; name: string }
  | { kind: 'move'; name: string; way: 'up' | 'down' }
  | { kind: 'move-to'; name: string; page: string }
  | { kind: 'move-page'; name: string; way: 'up' | 'down' }
  | { kind: 'join'; name: string }
  | { kind: 'part'; name: string }
  | { kind: 'ask-when'; of: 'element' | 'page'; name: string; visibleIf: string | null }
  | { kind: 'translate'; language: string; texts: Readonly<Record<string, string>> }
  | { kind: 'replace'; definition: Definition };

export type Applied =
  | { ok: true; definition: Definition; /** The end of a sentence: moved “…” up. */ what: string }
  | { ok: false; problems: DefinitionProblem[] };

/**
 * Does one edit. The result is always a questionnaire that can be asked: an edit after which a
 * condition would wait for nothing, or no question would be left, is refused with what stands in the
 * way.
 */
export function applyOperation(definition: Definition, operation: Operation): Applied {
  const done = attempt(definition, operation);
  if (typeof done === 'string') return refused(done);
  if (isSame(done, definition)) return { ok: true, definition, what: '' };
  const read = readDefinition(done);
  if (!read.ok) return { ok: false, problems: read.problems };
  return { ok: true, definition: read.definition, what: sayOperation(definition, operation) };
}

export function refused(message: string): Applied {
  return { ok: false, problems: [{ element: 'questionnaire', message }] };
}

export const GONE = 'It is not there any more: somebody removed it in the meantime.';

/** The questionnaire after an edit, not yet checked; a sentence where it cannot be done. */
export function attempt(definition: Definition, operation: Operation): Definition | string {
  switch (operation.kind) {
    case 'add':
      return added(definition, operation);
    case 'add-page':
      return addedPage(definition, operation);
    case 'change':
    case 'remove':
    case 'move':
    case 'move-to':
    case 'join':
    case 'part':
      return onElement(definition, operation);
    case 'change-page':
    case 'remove-page':
    case 'move-page':
      return onPage(definition, operation);
    case 'ask-when':
      return operation.of === 'page'
        ? withPage(definition, operation.name, (page) => asked(page, operation.visibleIf))
        : withElement(definition, operation.name, (one) => asked(one, operation.visibleIf));
    case 'change-whole':
      return worded(definition, operation);
    case 'translate':
      return Object.entries(operation.texts).reduce(
        (so, [key, text]) => putText(so, key, operation.language, text),
        definition,
      );
    case 'replace':
      return operation.definition;
  }
}

function added(
  definition: Definition,
  { page, after, elements }: Extract<Operation, { kind: 'add' }>,
): Definition | string {
  if (!pageNamed(definition, page)) return GONE;
  return withPage(definition, page, (one) => {
    const index = one.elements.findIndex(({ name }) => name === after);
    // What it was to stand after may have gone: then it stands last.
    const at = after === null ? 0 : index < 0 ? one.elements.length : index + 1;
    return { ...one, elements: one.elements.toSpliced(at, 0, ...elements) };
  });
}

function addedPage(
  definition: Definition,
  { after, title }: Extract<Operation, { kind: 'add-page' }>,
): Definition {
  const taken = new Set(definition.pages.map(({ name }) => name));
  let number = definition.pages.length + 1;
  while (taken.has(`page${number}`)) number += 1;
  const index = definition.pages.findIndex(({ name }) => name === after);
  const at = after === null ? 0 : index < 0 ? definition.pages.length : index + 1;
  const page: Page = {
    name: `page${number}`,
    ...(title === '' ? {} : { title }),
    elements: [],
  };
  return { ...definition, pages: definition.pages.toSpliced(at, 0, page) };
}

function onElement(
  definition: Definition,
  operation: Extract<
    Operation,
    { kind: 'change' | 'remove' | 'move' | 'move-to' | 'join' | 'part' }
  >,
): Definition | string {
  const place = placeOf(definition, operation.name);
  if (!place) return GONE;
  switch (operation.kind) {
    case 'change':
      return withElement(definition, operation.name, (one) => formed(one, operation.form));
    case 'remove':
      return withElementAt(definition, place, null);
    case 'move':
      return moved(definition, place, operation.way);
    case 'move-to': {
      const page = definition.pages.findIndex(({ name }) => name === operation.page);
      return page < 0 ? GONE : movedTo(definition, place, page);
    }
    case 'join':
      return joined(definition, place);
    case 'part':
      return parted(definition, place);
  }
}

function onPage(
  definition: Definition,
  operation: Extract<Operation, { kind: 'change-page' | 'remove-page' | 'move-page' }>,
): Definition | string {
  const at = definition.pages.findIndex(({ name }) => name === operation.name);
  const page = definition.pages[at];
  if (!page) return GONE;
  switch (operation.kind) {
    case 'change-page':
      return withPage(definition, page.name, (one) => worded(one, operation));
    case 'remove-page':
      return { ...definition, pages: definition.pages.toSpliced(at, 1) };
    case 'move-page': {
      const to = operation.way === 'up' ? at - 1 : at + 1;
      if (to < 0 || to >= definition.pages.length) return definition;
      return { ...definition, pages: definition.pages.toSpliced(at, 1).toSpliced(to, 0, page) };
    }
  }
}

export function withPage(
  definition: Definition,
  name: string,
  change: (page: Page) => Page,
): Definition | string {
  if (!pageNamed(definition, name)) return GONE;
  const pages = definition.pages.map((page) => (page.name === name ? change(page) : page));
  return { ...definition, pages };
}

function withElement(
  definition: Definition,
  name: string,
  change: (element: Element) => Element,
): Definition | string {
  const place = placeOf(definition, name);
  const element = elementNamed(definition, name);
  return place && element ? withElementAt(definition, place, change(element)) : GONE;
}

function asked<Thing extends Element | Page>(thing: Thing, visibleIf: string | null): Thing {
  const { visibleIf: _, ...rest } = thing;
  return (visibleIf === null ? rest : { ...rest, visibleIf }) as Thing;
}

function worded<Thing extends Page | Definition>(
  thing: Thing,
  words: { title: string; description: string },
): Thing {
  const { title, description, ...rest } = thing;
  const [called, said] = [putWords(title, words.title), putWords(description, words.description)];
  return {
    ...rest,
    ...(called === undefined ? {} : { title: called }),
    ...(said === undefined ? {} : { description: said }),
  } as Thing;
}

/** What an edit did, as the end of the sentence "Priya Shah …". */
export function sayOperation(before: Definition, operation: Operation): string {
  const called = (name: string) => {
    const thing = elementNamed(before, name) ?? pageNamed(before, name);
    return `“${thing ? calledOf(thing) : name}”`;
  };
  switch (operation.kind) {
    case 'add':
      return `added ${operation.elements.map((element) => `“${calledOf(element)}”`).join(' and ')}`;
    case 'add-page':
      return operation.title === '' ? 'added a page' : `added the page “${operation.title}”`;
    case 'change':
      return `changed ${called(operation.name)}`;
    case 'change-page':
      return `changed the page ${called(operation.name)}`;
    case 'change-whole':
      return 'changed the title and introduction';
    case 'remove':
      return `removed ${called(operation.name)}`;
    case 'remove-page':
      return `removed the page ${called(operation.name)} and what was on it`;
    case 'move':
    case 'move-page':
      return `moved ${called(operation.name)} ${operation.way}`;
    case 'move-to':
      return `moved ${called(operation.name)} to the page ${called(operation.page)}`;
    case 'join':
      return `put ${called(operation.name)} on one page with what stands before it`;
    case 'part':
      return `gave ${called(operation.name)} a page of its own`;
    case 'ask-when':
      return operation.visibleIf === null
        ? `asks ${called(operation.name)} of everybody`
        : `changed who is asked ${called(operation.name)}`;
    case 'translate':
      return `translated ${Object.keys(operation.texts).length} texts`;
    case 'replace':
      return 'replaced all questions by those of a file';
  }
}

/** The names in use, in letters as they stand. */
export function namesIn(definition: Definition): Set<string> {
  return new Set(everyElement(definition).map(({ name }) => name));
}
