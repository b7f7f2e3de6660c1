import { data, type EntryContext, type ServerBuild } from '@remix-run/node';
import { patternsOf } from './route-patterns.ts';

/**
 * What a loader read for a page that runs no script. Remix writes the data of every page out once more, for
 * a browser that would take the page over: to it this looks like an object with nothing in it. No browser of
 * ours takes such a page over, and writing a large one out took as long as some pages do.
 */
class ReadHere {
  readonly #read: unknown;

  constructor(read: unknown) {
    this.#read = read;
  }

  static out(value: unknown): unknown {
    return value instanceof ReadHere ? value.#read : value;
  }
}

/** The outcome of a loader, its data hidden from who would write it out. Whole answers stay as they are. */
export function readHere(result: unknown): unknown {
  if (result === null || typeof result !== 'object' || result instanceof Response) return result;
  if (!hasInit(result)) return new ReadHere(result);
  return data(new ReadHere(result.data), result.init ?? undefined);
}

interface WithInit {
  data: unknown;
  init: ResponseInit | null;
}

function hasInit(result: object): result is WithInit {
  return (result as { type?: unknown }).type === 'DataWithResponseInit';
}

/** Gives the page what its loaders read. */
export function takeOut({ staticHandlerContext: context }: EntryContext): void {
  context.loaderData = Object.fromEntries(
    Object.entries(context.loaderData).map(([id, value]) => [id, ReadHere.out(value)]),
  );
}

/**
 * Whether an address is that of a page that runs no script: all but the canvas and its like, and files.
 * An address written in a way that only the router understands is not looked for: its data is written out.
 */
export function pagesWithoutScript(
  build: ServerBuild | (() => Promise<ServerBuild>),
): (path: string) => boolean {
  if (typeof build === 'function') return () => false;
  const routes = Object.values(build.routes).filter((route) => route !== undefined);
  const patternOf = patternsOf(routes);
  const whole = (route: (typeof routes)[number]): string => {
    const parent = route.parentId === undefined ? undefined : build.routes[route.parentId];
    return `${parent ? whole(parent) : ''}/${route.path ?? ''}`;
  };
  const asPattern = (route: (typeof routes)[number]) => patternOf(whole(route));
  const plain = new Set(routes.filter(({ module }) => module.default).map(asPattern));
  for (const route of routes) if (runsScript(route.module)) plain.delete(asPattern(route));
  return (path) => {
    const pattern = patternOf(path);
    return plain.has(pattern) && !path.endsWith('.data') && !pattern.endsWith('*');
  };
}

/** What a route says of itself: whether its page runs script in the browser. */
const runsScript = (module: { handle?: unknown }) =>
  (module.handle as { script?: boolean } | undefined)?.script === true;
