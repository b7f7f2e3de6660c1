import type { Theory } from './graph.ts';
import { hangingOn, type Operation } from './operations.ts';

/** What an operation changes and what it needs to be there, as keys such as `box:7/label`. */
export interface Touched {
  writes: string[];
  needs: string[];
}

/** What an operation touches; removing a box also removes the links and the pieces that hang on it. */
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
      const { links, pieces } = hangingOn(theory, operation.id);
      return {
        writes: [
          `box:${operation.id}`,
          ...links.map(({ id }) => `link:${id}`),
          ...pieces.map(({ id }) => `piece:${id}`),
        ],
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
    case 'removeLink': {
      const { pieces } = hangingOn(theory, operation.id);
      return {
        writes: [`link:${operation.id}`, ...pieces.map(({ id }) => `piece:${id}`)],
        needs: [],
      };
    }
    case 'addPiece':
      return { writes: [`piece:${operation.piece.id}`], needs: about(operation.piece.on) };
    case 'editPiece':
      return {
        writes: [`piece:${operation.id}/${operation.field}`],
        needs: [
          `piece:${operation.id}`,
          ...about(operation.field === 'on' ? operation.to || null : null),
        ],
      };
    case 'removePiece':
      return { writes: [`piece:${operation.id}`], needs: [] };
    case 'editTheory':
      return { writes: [`theory/${operation.field}`], needs: [] };
    case 'rename':
      return { writes: ['title'], needs: [] };
  }
}

/** What a piece needs to be there: a box or a link, whichever has the id. */
function about(on: string | null): string[] {
  return on === null ? [] : [`box:${on}`, `link:${on}`];
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
