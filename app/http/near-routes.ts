import type { RouteOfBuild } from './route-patterns.ts';

/** The routes among which the one of an address is, with a name for that choice of routes. */
export interface Near {
  key: string;
  has: (routeId: string) => boolean;
}

/** The places of an address that tell our pages apart: /programmes/ID/plan, /s/CODE. */
const TELLING = [0, 2] as const;

/** Stands for whatever no route has as a fixed piece there, and for nothing at all. */
const OTHER = '-';

/**
 * Leaves out the routes that cannot be those of an address: because a fixed piece of theirs is not the
 * one that stands there, or because neither they nor any below them have as many pieces. Remix looks
 * through all routes several times for each page, and ours are many.
 *
 * @returns a function from a path (without its query) to the routes that are left
 */
export function nearRoutes(routes: readonly RouteOfBuild[]): (path: string) => Near {
  const byId = new Map(routes.map((route) => [route.id, route]));
  const whole = (route: RouteOfBuild): string[] => {
    const parent = route.parentId === undefined ? undefined : byId.get(route.parentId);
    return [...(parent ? whole(parent) : []), ...piecesOf(route.path ?? '')];
  };
  const all = routes.map((route) => ({ id: route.id, pieces: whole(route) }));
  const fixed = TELLING.map(
    (at) => new Set(all.flatMap(({ pieces }) => (isFixed(pieces, at) ? [pieces[at] ?? ''] : []))),
  );
  const lengths = lengthsOf(all, byId);
  const longest = Math.max(...all.map(({ pieces }) => pieces.length));
  const known = new Map<string, Near>();
  /** Many addresses have the same routes left, and whoever answers them is kept once for all of these. */
  const choices = new Map<string, Near>();
  const everything: Near = { key: 'all', has: () => true };
  return (path) => {
    const pieces = asked(path);
    // Remix's own addresses are about all routes.
    if (pieces[0]?.startsWith('__')) return everything;
    const telling = TELLING.map((at, i) => {
      const piece = pieces[at] ?? '';
      return fixed[i]?.has(piece) ? piece : OTHER;
    });
    // All that are longer than any route are alike: what is remembered has an end.
    const length = Math.min(pieces.length, longest + 1);
    const asks = `${telling.join('/')} ${length}`;
    const before = known.get(asks);
    if (before) return before;
    const near = all.filter(
      (route) =>
        lengths.get(route.id)?.has(length) !== false &&
        TELLING.every((at, i) => !isFixed(route.pieces, at) || route.pieces[at] === telling[i]),
    );
    const ids = new Set(near.map(({ id }) => id));
    const named = [...ids].join(' ');
    const found = choices.get(named) ?? { key: named, has: (routeId: string) => ids.has(routeId) };
    choices.set(named, found);
    known.set(asks, found);
    return found;
  };
}

/**
 * How many pieces an address may have that leads to each route or to one below it. A route that may have any
 * number, because a piece may be left out or be many, or one below it may, is not among them.
 */
function lengthsOf(
  all: readonly { id: string; pieces: readonly string[] }[],
  byId: ReadonlyMap<string, RouteOfBuild>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const lengths = new Map<string, Set<number>>(all.map(({ id }) => [id, new Set()]));
  for (const { id, pieces } of all) {
    const anyNumber = pieces.some((piece) => piece.endsWith('?') || piece === '*');
    for (let at: string | undefined = id; at !== undefined; at = byId.get(at)?.parentId) {
      if (anyNumber) lengths.delete(at);
      else lengths.get(at)?.add(pieces.length);
    }
  }
  return lengths;
}

/** Capital letters make no difference to the router, and so they make none here. */
const piecesOf = (path: string) => path.toLowerCase().split('/').filter(Boolean);

/** Whether the piece there can be only this one: no piece up to it may be left out or be many. */
function isFixed(pieces: readonly string[], at: number): boolean {
  const piece = pieces[at];
  if (piece === undefined || piece.startsWith(':') || piece === '*') return false;
  return !pieces.slice(0, at + 1).some((each) => each.endsWith('?') || each === '*');
}

/** The pieces of an address as the router compares them; `.data` asks for what a page is made of. */
function asked(path: string): string[] {
  const pieces = path
    .replace(/\.data$/, '')
    .split('/')
    .filter(Boolean);
  return (pieces[0] === '_root' ? [] : pieces).map((piece) => {
    try {
      return decodeURIComponent(piece).toLowerCase();
    } catch {
      return piece.toLowerCase();
    }
  });
}
