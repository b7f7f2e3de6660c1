import type { Piece, Theory } from '../graph.ts';
import { fieldOf, type Operation } from '../operations.ts';
import { keysOf, linkBetween, present, stored } from './compare.ts';
import type { TextPiece, TextTheory } from './text-theory.ts';

type Ids = ReadonlyMap<string, string>;
type AddLink = Extract<Operation, { kind: 'addLink' }>;

interface Between {
  was: TextTheory;
  now: TextTheory;
  theory: Theory;
  /** Ids of the marks of the text as it came back, and of the text as it was shown. */
  ids: Ids;
  idOf: Ids;
  newLinks: readonly AddLink[];
}

/**
 * What was changed in the evidence, measures and parts of a text. `first` goes before boxes and links
 * are removed, which would take the pieces on them along; `last` when those that are new are there.
 */
export function changesOfPieces(text: Between): { first: Operation[]; last: Operation[] } {
  const { was, now, theory, ids, idOf } = text;
  const before = new Map(was.pieces.map((piece) => [piece.mark, piece]));
  const after = new Map(now.pieces.map((piece) => [piece.mark, piece]));
  const stood = new Map(theory.pieces.map((piece) => [piece.id, piece]));
  const first: Operation[] = [];
  const last: Operation[] = [];
  for (const { mark, kind } of was.pieces) {
    const id = idOf.get(mark);
    const stays = after.get(mark)?.kind === kind;
    if (!stays && id !== undefined) first.push({ kind: 'removePiece', id });
  }
  for (const piece of now.pieces) {
    const id = ids.get(piece.mark) ?? '';
    const old = before.get(piece.mark);
    const on = idOfOn(piece.on, ids, text, text.newLinks);
    if (old?.kind !== piece.kind) {
      const more = present(withWithin(piece, ids));
      last.push({ kind: 'addPiece', piece: { id, kind: piece.kind, on, more } });
      continue;
    }
    const at = stood.get(id);
    const oldOn = idOfOn(old.on, idOf, text, []);
    if (old.on !== piece.on && oldOn !== on) {
      // In two steps: the box that it was about may go, and the one that it is about may be new.
      first.push(...editOn(id, oldOn ?? '', ''));
      last.push(...editOn(id, '', on ?? ''));
    }
    last.push(...editsOf(id, withWithin(old, idOf), withWithin(piece, ids), at));
  }
  return { first, last };
}

const editOn = (id: string, from: string, to: string): Operation[] =>
  from === to ? [] : [{ kind: 'editPiece', id, field: 'on', from, to }];

function editsOf(
  id: string,
  old: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
  at: Piece | undefined,
): Operation[] {
  return keysOf(old, more).flatMap((key): Operation[] => {
    const [from, to] = [old[key] ?? '', more[key] ?? ''];
    if (from === to) return [];
    const field = `more.${key}` as const;
    return [{ kind: 'editPiece', id, field, from: stored(at && fieldOf(at, field), from), to }];
  });
}

/** The facts of a piece with the part that it is in, by its id. */
function withWithin({ within, more }: TextPiece, ids: Ids): Record<string, string> {
  const id = ids.get(within);
  return id === undefined ? more : { ...more, within: id };
}

/** The id of the box or link that the text says a piece is about; null when it is about all. */
function idOfOn(
  on: string,
  ids: Ids,
  { theory }: Pick<Between, 'theory'>,
  newLinks: readonly AddLink[],
): string | null {
  const [from = '', to] = on.split('>').map((mark) => ids.get(mark) ?? '');
  if (on === '') return null;
  if (to === undefined) return from;
  const fresh = newLinks.find(({ link }) => link.source === from && link.target === to);
  return fresh?.link.id ?? linkBetween(theory, from, to)?.id ?? null;
}
