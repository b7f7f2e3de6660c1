import type { Theory } from './graph.ts';
import { touches, type Operation } from './operations.ts';

/** What an operation changes and what it needs to be there, as keys such as `box:7/label`. */
export interface Touched {
  writes: string[];
  needs: string[];
}

/** What an operation touches; removing a box also removes the links that the theory draws to it. */
export function touched(operation: Operation, theory: Theory): Touched {
  switch (operation.kind) {
    case 'addBox':
      return { writes: [`box:${operation.box.id}`], needs: [] };
    case 'editBox':
      return {
        writes: [`box:${operation.id}/${operation.field}`],
        needs: [`box:${operation.id}`],
      };
    case 'moveBox':
      return { writes: [`place:${operation.id}`], needs: [] };
    case 'removeBox': {
      const links = theory.links.filter((link) => touches(link, operation.id));
      return {
        writes: [`box:${operation.id}`, ...links.map((link) => `link:${link.id}`)],
        needs: [],
      };
    }
    case 'addLink': {
      const { id, source, target } = operation.link;
      return {
        writes: [`link:${id}`, `pair:${source}>${target}`],
        needs: [`box:${source}`, `box:${target}`],
      };
    }
    case 'editLink':
      return {
        writes: [`link:${operation.id}/${operation.field}`],
        needs: [`link:${operation.id}`],
      };
    case 'removeLink':
      return { writes: [`link:${operation.id}`], needs: [] };
    case 'rename':
      return { writes: ['title'], needs: [] };
  }
}

/** Whether two operations get in each other's way. */
export function overlap(a: Touched, b: Touched): boolean {
  return (
    a.writes.some((key) => b.writes.some((other) => sameOrWithin(key, other))) ||
    a.needs.some((key) => b.writes.includes(key)) ||
    b.needs.some((key) => a.writes.includes(key))
  );
}

function sameOrWithin(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
