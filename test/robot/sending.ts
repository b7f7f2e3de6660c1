import { hostile } from '../hostile-words.ts';
import type { MinedForm } from '../attack/crawl.ts';
import { readPage } from './forms.ts';
import type { Addresses, Route } from './routes.ts';
import type { Visitor } from './visitor.ts';

/** Fields of ours in any form, which are sent as they are. */
const OURS = /^(csrf|once|intent)$/;
/** What chooses a row of the database: hostile words there reach nothing behind. */
const AN_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{32}$/;

/** Buttons that take something away: pressed last. */
const HARM =
  /^(remove|withdraw|erase|drop|leave|left|take-|cancel|close|end|delete|let-go|undo|untie|stop|everywhere|others)/;

export const harms = ({ to, fields }: MinedForm) =>
  /\/(erase|leave|sign-out)(\?|$)/.test(to) || fields.some(([, value]) => HARM.test(value));

/**
 * A form as a page of ours would send it, but with hostile words in every field that chooses nothing.
 *
 * @param csrf the token of whoever sends it now
 */
export function hostileBody(
  { fields, upload }: MinedForm,
  csrf: string,
  next: () => number,
): FormData | URLSearchParams {
  const body = upload ? new FormData() : new URLSearchParams();
  for (const [name, value] of fields) {
    const keeps = OURS.test(name) || AN_ID.test(value);
    const words = keeps ? value : hostile(next()).whole;
    body.append(name, name === 'csrf' ? csrf : name === 'once' ? `once ${next()}` : words);
  }
  return body;
}

/** Every field that the code of a route names, hostile, where no page showed a form for it. */
export function blindBody(route: Route, csrf: string, next: () => number): URLSearchParams {
  const body = new URLSearchParams({ csrf });
  for (const name of new Set([...route.fields, ...route.asks, 'intent', 'x']))
    if (name !== 'csrf') body.append(name, hostile(next()).whole);
  return body;
}

/** The token that the forms of a visitor carry, from a page that they may open. */
export async function tokenOf(visitor: Visitor, page: string): Promise<string> {
  const { forms } = readPage((await visitor.get(page)).text, page);
  const fields = forms.flatMap((form) => form.fields);
  return fields.find(({ name }) => name === 'csrf')?.value ?? '';
}

/**
 * An address of a route: each name or id in it is one that stands at the same place in an address that
 * is known, and otherwise hostile.
 */
export function addressFor(
  route: Route,
  where: Addresses,
  known: readonly string[],
  next: () => number,
): string {
  const paths = known.map((one) => new URL(one, 'http://here.invalid').pathname);
  const itself = known.find((one) => where.patternOf(one) === route.pattern);
  if (itself !== undefined) return indexed(route, itself);
  const parts = route.pattern.split('/');
  const built: string[] = [];
  for (const [place, part] of parts.entries()) {
    const before = `${built.join('/')}/`;
    const of = parts.slice(0, place + 1).join('/');
    const beside = paths.find(
      (path) => path.startsWith(before) && `${where.patternOf(path)}/`.startsWith(`${of}/`),
    );
    const stranger = encodeURIComponent(hostile(next()).tiny);
    built.push(part.startsWith(':') ? (beside?.split('/')[place] ?? stranger) : part);
  }
  return indexed(route, built.join('/'));
}

/** Below a page that others stand in, its own form is sent so. */
const indexed = ({ folder }: Route, path: string) =>
  folder.endsWith('._index') ? `${path}${path.includes('?') ? '&' : '?'}index` : path;
