import { many } from '#app/ui/words.ts';
import { lastPosition, type Box, type More, type Theory } from '../graph.ts';
import { Coordinate, MoreKey, Position } from '../shapes.ts';

/**
 * A theory that was read, as it can be stored: facts under names that a theory has, boxes at places
 * that a canvas has. What was read otherwise than it was written is said in the notes.
 */
export function tidyFacts(theory: Theory): { theory: Theory; notes: string[] } {
  const notes = new Set<string>();
  const facts = <T extends { readonly more: More }>(thing: T): T => ({
    ...thing,
    more: tidyMore(thing.more, notes),
  });
  let moved = 0;
  const boxes: Box[] = [];
  for (const box of theory.boxes.map(facts)) {
    const { x, y, position } = placed(box, boxes);
    if (x !== box.x || y !== box.y || position !== box.position) moved += 1;
    boxes.push({ ...box, x, y, position });
  }
  if (moved > 0) {
    const said = many(moved, 'box stands', 'boxes stand');
    notes.add(`${said} far outside any picture: the place is left out.`);
  }
  return {
    theory: {
      ...facts(theory),
      boxes,
      links: theory.links.map(facts),
      pieces: theory.pieces.map(facts),
    },
    notes: [...notes].slice(0, MOST_NOTES),
  };
}

const MOST_NOTES = 20;

function placed(box: Box, before: readonly Box[]): Pick<Box, 'x' | 'y' | 'position'> {
  const at = (value: number | null) => (Coordinate.safeParse(value).success ? value : null);
  const position = Position.safeParse(box.position).success
    ? box.position
    : lastPosition({ boxes: before }, box.type);
  return { x: at(box.x), y: at(box.y), position };
}

function tidyMore(more: More, notes: Set<string>): More {
  const known: Record<string, string> = {};
  const others: [string, string][] = [];
  for (const [key, value] of Object.entries(more)) {
    if (MoreKey.safeParse(key).success) known[key] = value;
    else others.push([key, value]);
  }
  for (const [key, value] of others) {
    const name = inCamelCase(key);
    const called = `“${key.slice(0, 60)}”`;
    if (!MoreKey.safeParse(name).success || name in known) {
      notes.add(
        `The fact ${called} is left out: its name has to be of letters, such as “leadOrg”.`,
      );
    } else {
      known[name] = value;
      notes.add(`The fact ${called} is kept as “${name}”.`);
    }
  }
  return known;
}

/** `Lead Org` as `leadOrg`. */
function inCamelCase(key: string): string {
  const words = key.slice(0, 200).match(/[A-Za-z]+/g) ?? [];
  const name = words
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('')
    .slice(0, 40);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
