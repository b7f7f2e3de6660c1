/** A route as the build names it: its own piece of the address, and whose child it is. */
export interface RouteOfBuild {
  id: string;
  parentId?: string | undefined;
  path?: string | undefined;
}

interface Branch {
  /** The pattern that ends here. */
  pattern?: string;
  fixed: Map<string, Branch>;
  any?: Branch;
  /** The pattern that takes all that follows. */
  rest?: string;
}

const branch = (): Branch => ({ fixed: new Map() });

/**
 * Finds the pattern of an address among the routes of the build, such as `/programmes/:programmeId`:
 * what may stand in a metric, because it holds no id.
 *
 * @returns a function from a path (without its query) to a pattern; `none` where no route is
 */
export function patternsOf(routes: readonly RouteOfBuild[]): (path: string) => string {
  const byId = new Map(routes.map((route) => [route.id, route]));
  const whole = (route: RouteOfBuild): string => {
    const parent = route.parentId === undefined ? undefined : byId.get(route.parentId);
    return `${parent ? whole(parent) : ''}/${route.path ?? ''}`;
  };
  const root = branch();
  for (const route of routes) {
    for (const parts of withoutOptional(whole(route).split('/').filter(Boolean)))
      plant(root, parts);
  }
  return (path) => {
    const parts = path
      .replace(/\.data$/, '')
      .split('/')
      .filter(Boolean);
    return find(root, parts[0] === '_root' ? [] : parts, 0) ?? 'none';
  };
}

/** A piece that ends in "?" may be left out: both addresses are planted. */
function withoutOptional(parts: readonly string[]): string[][] {
  const [first, ...others] = parts;
  if (first === undefined) return [[]];
  const rests = withoutOptional(others);
  if (!first.endsWith('?')) return rests.map((rest) => [first, ...rest]);
  return [...rests.map((rest) => [first.slice(0, -1), ...rest]), ...rests];
}

function plant(root: Branch, parts: readonly string[]): void {
  const pattern = `/${parts.join('/')}`;
  let at = root;
  for (const part of parts) {
    if (part === '*') {
      at.rest ??= pattern;
      return;
    }
    if (part.startsWith(':')) at = at.any ??= branch();
    else {
      const next = at.fixed.get(part) ?? branch();
      at.fixed.set(part, next);
      at = next;
    }
  }
  at.pattern ??= pattern;
}

/** What is fixed comes before what is not, as the router has it. */
function find(at: Branch, parts: readonly string[], from: number): string | undefined {
  const part = parts[from];
  if (part === undefined) return at.pattern ?? at.rest;
  const fixed = at.fixed.get(part);
  return (
    (fixed && find(fixed, parts, from + 1)) ?? (at.any && find(at.any, parts, from + 1)) ?? at.rest
  );
}
