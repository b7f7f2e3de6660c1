import type { ForeignGroup } from './foreign.ts';
import { guessType } from './guess-type.ts';

/** The groups of a map in the order in which the file shows them, each taken for what its name says. */
export function groupsOf(names: readonly (readonly [key: string, name: string])[]): ForeignGroup[] {
  const found = new Map<string, ForeignGroup>();
  for (const [key, name] of names) {
    if (!found.has(key)) found.set(key, { key, name: name.slice(0, 300), ...guessType(name) });
  }
  return [...found.values()];
}

/** What boxes are called whose file says nothing of them. */
export const UNTOLD = 'Boxes that the file says nothing more of';
