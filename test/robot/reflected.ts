import { hostile, LONG } from '../hostile-words.ts';
import type { Addresses, Route } from './routes.ts';

/** Names after a question mark that nobody asked for. */
const UNASKED = ['x', '__proto__', 'constructor'];

export interface Reflecting {
  address: string;
  /** The address that it was made from. */
  like: string;
}

/**
 * Addresses that carry hostile words themselves: for each route, every name that it asks for or that a
 * link asked it, and one that nobody asks for; and the last part of its path that is a name or an id.
 *
 * @param addresses every address that anybody was led to
 */
export function reflecting(
  routes: readonly Route[],
  where: Addresses,
  addresses: Iterable<string>,
  next: () => number,
): Reflecting[] {
  const examples = new Map<string, { like: string; path: string; names: Set<string> }>();
  for (const address of addresses) {
    const pattern = where.patternOf(address);
    const url = new URL(address, 'http://here.invalid');
    const known = examples.get(pattern) ?? {
      like: address,
      path: url.pathname,
      names: new Set<string>(),
    };
    for (const name of url.searchParams.keys()) known.names.add(name);
    examples.set(pattern, known);
  }
  return routes.flatMap((route) => {
    const example = examples.get(route.pattern);
    if (!example) return [];
    const unasked = UNASKED[next() % UNASKED.length] ?? 'x';
    const hostileQuery = (names: Iterable<string>) =>
      new URLSearchParams([...names].map((name) => [name, hostile(next()).whole])).toString();
    const asked = new Set([...example.names, ...route.asks]);
    // A PDF is set for seconds; what it may be asked for shows in Word, which is not.
    const path = example.path.replace(/\/pdf$/, '/docx');
    const strange = inPath(route, example.path, next) ?? (asked.size === 0 ? path : undefined);
    return [
      ...(asked.size > 0 ? [`${path}?${hostileQuery([...asked, unasked])}`] : []),
      ...(strange === undefined ? [] : [`${strange}?${hostileQuery([unasked])}`]),
    ].map((address) => ({ address, like: example.like }));
  });
}

/** The address with its last part that is a name or an id full of hostile words, or far too long. */
function inPath(route: Route, path: string, next: () => number): string | undefined {
  const at = route.pattern.split('/').findLastIndex((part) => part.startsWith(':'));
  if (at < 0) return undefined;
  const number = next();
  const { short } = hostile(number);
  const text = [short, `../${short}`, LONG.slice(0, 3_000)][number % 3] ?? short;
  const parts = path.split('/');
  return parts.map((part, place) => (place === at ? encodeURIComponent(text) : part)).join('/');
}
