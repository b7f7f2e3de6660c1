import type { Definition, Element, Page } from '#app/survey/definition.ts';
import { readDefinition } from '#app/survey/read-definition.ts';
import { isSame, merge } from './merge.ts';
import {
  applyOperation,
  attempt,
  GONE,
  refused,
  sayOperation,
  withPage,
  type Applied,
  type Operation,
} from './operations.ts';
import { elementNamed, pageNamed, placeOf, withElementAt } from './place.ts';
import { textsOf } from './texts.ts';

/** Where an edit meets what somebody else changed since it was shown: the same field, differently. */
export interface Clash {
  element: string;
  /** What of it, such as `title` or `choices`. */
  fields: string[];
}

export type Rebased = Applied | { ok: false; clash: Clash };

/**
 * Does an edit that was begun on an earlier state. What others changed since stays, unless the edit
 * changes the very same field: then nothing is saved and the clash is named.
 *
 * @param seen the questionnaire as it was when the edit was begun
 * @param now the questionnaire as it stands
 */
export function rebaseOperation(seen: Definition, now: Definition, operation: Operation): Rebased {
  if (isSame(seen, now)) return applyOperation(now, operation);
  switch (operation.kind) {
    case 'change':
    case 'ask-when':
    case 'change-page':
      return rebaseNamed(seen, now, operation);
    case 'change-whole': {
      const clash = wholeChanged(seen, now);
      return clash ? { ok: false, clash } : applyOperation(now, operation);
    }
    case 'remove':
    case 'remove-page': {
      const [before, stands] = [named(seen, operation.name), named(now, operation.name)];
      if (stands === undefined || isSame(before, stands)) return applyOperation(now, operation);
      return { ok: false, clash: { element: operation.name, fields: differing(before, stands) } };
    }
    case 'translate': {
      const [before, stands] = [textsOf(seen), textsOf(now)].map(
        (texts) => new Map(texts.map((text) => [text.key, text.words[operation.language] ?? ''])),
      );
      const fields = Object.entries(operation.texts)
        .filter(([key, text]) => stands?.get(key) !== before?.get(key) && stands?.get(key) !== text)
        .map(([key]) => key);
      if (fields.length > 0) return { ok: false, clash: { element: 'texts', fields } };
      return applyOperation(now, operation);
    }
    case 'replace':
      return { ok: false, clash: { element: 'questionnaire', fields: ['questions'] } };
    case 'add':
    case 'add-page':
    case 'move':
    case 'move-to':
    case 'move-page':
    case 'join':
    case 'part':
      return applyOperation(now, operation);
  }
}

const named = (definition: Definition, name: string): Element | Page | undefined =>
  elementNamed(definition, name) ?? pageNamed(definition, name);

function wholeChanged(seen: Definition, now: Definition): Clash | null {
  const fields = (['title', 'description'] as const).filter((key) => !isSame(seen[key], now[key]));
  return fields.length === 0 ? null : { element: 'questionnaire', fields };
}

function differing(before: unknown, now: unknown): string[] {
  const [a, b] = [before ?? {}, now ?? {}];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !isSame(a[key as keyof object], b[key as keyof object]),
  );
}

/** Merges one changed element into what stands, field by field. */
function rebaseNamed(
  seen: Definition,
  now: Definition,
  operation: Extract<Operation, { kind: 'change' | 'ask-when' | 'change-page' }>,
): Rebased {
  const { name } = operation;
  const done = attempt(seen, operation);
  if (typeof done === 'string') return refused(done);
  const stands = named(now, name);
  if (!stands) return refused(GONE);
  const merged = merge(ownPart(named(seen, name)), ownPart(stands), ownPart(named(done, name)));
  if (merged.clashes.length > 0) {
    return { ok: false, clash: { element: name, fields: merged.clashes } };
  }
  const own = merged.value as Element | Page;
  const put = 'type' in own ? own : null;
  const place = placeOf(now, name);
  const next =
    put && place
      ? withElementAt(now, place, { ...put, ...inner(stands) })
      : withPage(now, name, (page) => ({ ...(own as Page), elements: page.elements }));
  if (typeof next === 'string') return refused(next);
  const read = readDefinition(next);
  if (!read.ok) return { ok: false, problems: read.problems };
  return { ok: true, definition: read.definition, what: sayOperation(now, operation) };
}

/** A page or group without what stands on it: that is edited on its own. */
function ownPart(thing: Element | Page | undefined): object {
  if (!thing) return {};
  const { elements: _, ...own } = thing as { elements?: unknown };
  return own;
}

function inner(thing: Element | Page): object {
  return 'elements' in thing ? { elements: thing.elements } : {};
}
