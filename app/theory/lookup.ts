import type { Box, Link, Piece, Theory } from './graph.ts';

/**
 * Finding things in lists that only grow at their end, by a key, without going through them each
 * time: a file of 3,000 links is 3,000 operations, and each asks whether its link is there already.
 */
export class Lookup<T extends object> {
  private readonly known = new WeakMap<readonly T[], Places>();

  constructor(private readonly keyOf: (thing: T) => string) {}

  /** The first thing of a list with a key. The list must not be changed in place afterwards. */
  find(list: readonly T[], key: string): T | undefined {
    // A longer list may share the places: what stands beyond the end of this one is not in it.
    const at = this.placesIn(list).first.get(key);
    return at === undefined ? undefined : list[at];
  }

  /** Takes along what is known of a list to the same list with one thing more at its end. */
  grew(list: readonly T[], longer: readonly T[]): void {
    const places = this.placesIn(list);
    const last = longer.at(-1);
    // When another list grew out of this one already, the places are of that one.
    if (last === undefined || places.upTo !== list.length) return;
    const key = this.keyOf(last);
    if (!places.first.has(key)) places.first.set(key, list.length);
    places.upTo = longer.length;
    this.known.set(longer, places);
  }

  private placesIn(list: readonly T[]): Places {
    const known = this.known.get(list);
    if (known !== undefined) return known;
    const first = new Map<string, number>();
    list.forEach((thing, at) => {
      const key = this.keyOf(thing);
      if (!first.has(key)) first.set(key, at);
    });
    const places = { first, upTo: list.length };
    this.known.set(list, places);
    return places;
  }
}

interface Places {
  /** Where the first thing with a key stands. */
  readonly first: Map<string, number>;
  /** The length of the longest list that these places are of. */
  upTo: number;
}

/** The things of theories by id, and links by their ends as well. */
const boxes = new Lookup<Box>(({ id }) => id);
const links = new Lookup<Link>(({ id }) => id);
const pieces = new Lookup<Piece>(({ id }) => id);
const ends = new Lookup<Link>(endsOf);

function endsOf({ source, target }: Pick<Link, 'source' | 'target'>): string {
  return JSON.stringify([source, target]);
}

export function boxWith(theory: Pick<Theory, 'boxes'>, id: string): Box | undefined {
  return boxes.find(theory.boxes, id);
}

export function linkWith(theory: Pick<Theory, 'links'>, id: string): Link | undefined {
  return links.find(theory.links, id);
}

export function pieceWith(theory: Pick<Theory, 'pieces'>, id: string): Piece | undefined {
  return pieces.find(theory.pieces, id);
}

/** The link between two boxes in this direction. */
export function linkBetween(
  theory: Pick<Theory, 'links'>,
  between: Pick<Link, 'source' | 'target'>,
): Link | undefined {
  return ends.find(theory.links, endsOf(between));
}

/** The theory with one box, link or piece more. */
export function withBoxToo(theory: Theory, box: Box): Theory {
  const longer = [...theory.boxes, box];
  boxes.grew(theory.boxes, longer);
  return { ...theory, boxes: longer };
}

export function withLinkToo(theory: Theory, link: Link): Theory {
  const longer = [...theory.links, link];
  links.grew(theory.links, longer);
  ends.grew(theory.links, longer);
  return { ...theory, links: longer };
}

export function withPieceToo(theory: Theory, piece: Piece): Theory {
  const longer = [...theory.pieces, piece];
  pieces.grew(theory.pieces, longer);
  return { ...theory, pieces: longer };
}
