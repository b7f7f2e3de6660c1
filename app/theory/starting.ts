import type { ThreadEnd } from '#app/thread/kinds.ts';
import { tieValue } from './evidence/evidence.ts';
import type { Box, Content, Link, More, Piece, Theory } from './graph.ts';
import type { Operation } from './shapes.ts';

/** What a theory can begin with, made ready: pure, so that the same is previewed and saved. */

interface Need {
  id: string;
  statement: string;
  who: string;
  notNowBecause: string;
}

/** A box for each need that is in play, in the order of the register, tied to it by its id. */
export function needBoxes(register: readonly Need[], newId: () => string, after = 0): Box[] {
  return register
    .filter((need) => need.notNowBecause === '')
    .map((need, index) => ({
      id: newId(),
      type: 'need' as const,
      label: need.statement,
      detail: need.who,
      more: { needId: need.id },
      x: null,
      y: null,
      position: after + index + 1,
    }));
}

/** The needs of the register that no box stands for yet, leaving out those that are put aside. */
export function needsNotIn<T extends Need>(theory: Theory, register: readonly T[]): T[] {
  const there = new Set(theory.boxes.map((box) => box.more['needId']));
  return register.filter((need) => need.notNowBecause === '' && !there.has(need.id));
}

/** A box that stands for another need than it did is another box: what rests on it is not its own. */
const boxKey = ({ id, more }: Pick<Box, 'id' | 'more'>) => `box ${id} ${more['needId'] ?? ''}`;
const linkKey = ({ id }: Pick<Link, 'id'>) => `link ${id}`;
const pieceKey = ({ id, kind }: Pick<Piece, 'id' | 'kind'>) => `${kind} ${id}`;

/** What a theory has or had: each of its boxes, links and pieces by its id and what it is. */
export function keysIn(
  theory: Pick<Theory, 'boxes' | 'links' | 'pieces'>,
  history: readonly { operation: Operation }[],
): ReadonlySet<string> {
  const keys = new Set<string>();
  // A need that left the register since takes the tie away and leaves the box.
  const addBox = (box: Pick<Box, 'id' | 'more'>) =>
    keys.add(boxKey(box)).add(boxKey({ id: box.id, more: {} }));
  theory.boxes.forEach(addBox);
  for (const link of theory.links) keys.add(linkKey(link));
  for (const piece of theory.pieces) keys.add(pieceKey(piece));
  for (const { operation } of history) {
    if (operation.kind === 'addBox') addBox(operation.box);
    if (operation.kind === 'addLink') keys.add(linkKey(operation.link));
    if (operation.kind === 'addPiece') keys.add(pieceKey(operation.piece));
  }
  return keys;
}

/**
 * The same under new ids, because ids of a file may stand in another theory; what is known keeps its
 * id. Links to boxes that are not there are left out, and so are pieces about what is not there.
 *
 * @param known what the theory itself has or had already, as keysIn gives it
 */
export function withNewIds(
  { boxes, links, pieces = [], more = {} }: Content,
  newId: () => string,
  known: ReadonlySet<string> = new Set(),
): Required<Content> {
  const made = <T extends { id: string }>(things: readonly T[], keyOf: (thing: T) => string) =>
    new Map(things.map((each) => [each.id, known.has(keyOf(each)) ? each.id : newId()]));
  const boxIds = made(boxes, boxKey);
  const linkIds = made(links, linkKey);
  const pieceIds = made(pieces, pieceKey);
  const inPart = (facts: More, key: 'part' | 'within'): More => {
    const { [key]: part, ...others } = facts;
    const now = part === undefined ? undefined : pieceIds.get(part);
    return now === undefined ? others : { ...others, [key]: now };
  };
  const newLinks = links.flatMap((link): Link[] => {
    const [source, target] = [boxIds.get(link.source), boxIds.get(link.target)];
    if (source === undefined || target === undefined || source === target) return [];
    return [{ ...link, id: linkIds.get(link.id) ?? link.id, source, target }];
  });
  const kept = new Set([...boxIds.values(), ...newLinks.map(({ id }) => id)]);
  return {
    more,
    boxes: boxes.map((box) => ({
      ...box,
      id: boxIds.get(box.id) ?? box.id,
      more: inPart(box.more, 'part'),
    })),
    links: newLinks,
    pieces: pieces.flatMap((piece): Piece[] => {
      const on = piece.on === null ? null : (boxIds.get(piece.on) ?? linkIds.get(piece.on) ?? '');
      if (on !== null && !kept.has(on)) return [];
      const id = pieceIds.get(piece.id) ?? piece.id;
      return [{ ...piece, id, on, more: inPart(piece.more, 'within') }];
    }),
  };
}

/**
 * What comes from elsewhere keeps its ties only where they lead to something of this programme: a
 * box to a need of the register, evidence to a need, a theme or a figure.
 */
export function withKnownTies<T extends Pick<Content, 'boxes' | 'pieces'>>(
  content: T,
  choices: readonly ThreadEnd[],
): T {
  const known = new Set(choices.map(tieValue));
  const boxes = content.boxes.map((box) => {
    const { needId, ...more } = box.more;
    const kept = needId === undefined || known.has(tieValue({ kind: 'need', id: needId }));
    return kept ? box : { ...box, more };
  });
  if (content.pieces === undefined) return { ...content, boxes };
  const pieces = content.pieces.map((piece) => {
    const { thread, ...more } = piece.more;
    return thread === undefined || known.has(thread) ? piece : { ...piece, more };
  });
  return { ...content, boxes, pieces };
}
