import {
  BOX_TYPES,
  linkKindBetween,
  PIECE_KINDS,
  type Box,
  type BoxType,
  type Link,
  type LinkKind,
  type More,
  type Piece,
  type PieceKind,
  type Theory,
} from '#app/theory/graph.ts';
import { addingLink, addingPiece, fieldOf, type Operation } from '#app/theory/operations.ts';

/** Made-up theories for the tests of this room. */

export function boxOf(type: BoxType, id: string, change: Partial<Box> = {}): Box {
  return {
    id,
    type,
    label: `Box ${id}`,
    detail: '',
    more: {},
    x: null,
    y: null,
    position: 1,
    ...change,
  };
}

export function linkOf(source: string, target: string, kind: LinkKind = 'leadsTo'): Link {
  return {
    id: `${source}>${target}`,
    kind,
    source,
    target,
    reason: `Because ${source}, ${target}`,
    more: {},
  };
}

export function theoryOf(boxes: Box[], links: Link[] = [], title = 'A theory'): Theory {
  return { id: 'theory', title, sequence: 0, more: {}, boxes, links, pieces: [] };
}

export function pieceOf(id: string, kind: PieceKind, on: string | null, more: More = {}): Piece {
  return { id, kind, on, more };
}

/** A link whose kind follows from its boxes. */
export function between(boxes: readonly Box[], source: string, target: string): Link {
  const typeOf = (id: string) => boxes.find((box) => box.id === id)?.type ?? 'activity';
  return linkOf(source, target, linkKindBetween(typeOf(source), typeOf(target)));
}

/**
 * Some operation that a person could make on this theory, decided by a number, so that a test can
 * try any and show the smallest that fails.
 */
export function operationOn(theory: Theory, seed: number, newId: string): Operation {
  const pick = <T>(items: readonly T[], by: number): T | undefined => items[by % items.length];
  const box = pick(theory.boxes, seed >> 3);
  const other = pick(theory.boxes, seed >> 7);
  const link = pick(theory.links, seed >> 3);
  const type = pick(BOX_TYPES, seed >> 5) ?? 'activity';
  const adding: Operation = {
    kind: 'addBox',
    box: boxOf(type, newId, { label: `Made as ${newId}`, position: (seed >> 4) % 9 }),
  };
  const piece = pick(theory.pieces, seed >> 4);
  const on = pick([null, box?.id ?? null, link?.id ?? null], seed >> 6) ?? null;
  switch (seed % 12) {
    case 0:
      return adding;
    case 1:
      if (box === undefined) return adding;
      return { kind: 'editBox', id: box.id, field: 'label', from: box.label, to: `Words ${newId}` };
    case 2:
      if (box === undefined) return adding;
      return {
        kind: 'moveBox',
        id: box.id,
        x: seed % 500,
        y: (seed >> 2) % 500,
        position: seed % 7,
      };
    case 3:
      return box === undefined ? adding : { kind: 'removeBox', id: box.id };
    case 4:
      if (box === undefined || other === undefined || box.id === other.id) return adding;
      return addingLink({ ...between(theory.boxes, box.id, other.id), id: newId });
    case 5:
      if (link === undefined) return { kind: 'rename', from: theory.title, to: `Title ${newId}` };
      return {
        kind: 'editLink',
        id: link.id,
        field: 'more.delay',
        from: fieldOf(link, 'more.delay'),
        to: `About ${seed % 9} years`,
      };
    case 6:
      return link === undefined ? adding : { kind: 'removeLink', id: link.id };
    case 7: {
      const kind = pick(PIECE_KINDS, seed >> 5) ?? 'evidence';
      return addingPiece(pieceOf(newId, kind, on, { what: `Found as ${newId}` }));
    }
    case 8: {
      if (piece === undefined) return addingPiece(pieceOf(newId, 'evidence', on));
      const field = seed & 4096 ? 'on' : 'more.strength';
      const to = field === 'on' ? (on ?? '') : `Word ${seed % 9}`;
      return { kind: 'editPiece', id: piece.id, field, from: fieldOf(piece, field), to };
    }
    case 9:
      return piece === undefined
        ? addingPiece(pieceOf(newId, 'part', null))
        : { kind: 'removePiece', id: piece.id };
    case 10: {
      const field = seed & 64 ? 'more.ceiling' : 'more.afterwards';
      return { kind: 'editTheory', field, from: fieldOf(theory, field), to: seed & 8 ? '' : type };
    }
    default:
      if (box === undefined) return adding;
      return { kind: 'editBox', id: box.id, field: 'type', from: box.type, to: type };
  }
}

/**
 * A small theory of a fictional borough with which no check finds fault: two needs, three
 * activities, and two separate ways to the impact.
 */
export function cleanTheory(): Theory {
  const boxes = [
    boxOf('need', 'evenings', { label: 'Working parents cannot come before 6pm' }),
    boxOf('need', 'talk', { label: 'Two-year-olds wait a year for speech therapy' }),
    boxOf('activity', 'open', {
      label: 'Open two hubs on Thursday evenings',
      more: { lead: 'Hub manager' },
    }),
    boxOf('activity', 'train', {
      label: 'Train staff to spot speech delay',
      more: { lead: 'Head of early years' },
    }),
    boxOf('activity', 'invite', {
      label: 'Invite fathers by text message',
      more: { lead: 'Fathers’ worker' },
    }),
    boxOf('output', 'sessions', { label: 'Forty evening sessions a quarter' }),
    boxOf('output', 'trained', { label: 'Sixty staff with the training' }),
    boxOf('output', 'texts', { label: 'Texts to nine hundred fathers' }),
    boxOf('intermediateOutcome', 'come', { label: 'Working parents come to a hub' }),
    boxOf('intermediateOutcome', 'spotted', {
      label: 'Delay is noticed before age two',
      more: { benefits: 'Children under two' },
    }),
    boxOf('intermediateOutcome', 'fathers', {
      label: 'Fathers play with their children at the hub',
    }),
    boxOf('longTermOutcome', 'confident', { label: 'Parents feel sure of themselves' }),
    boxOf('longTermOutcome', 'speaking', { label: 'Children speak at their age' }),
    boxOf('longTermOutcome', 'sooner', {
      label: 'Therapy starts within three months',
      more: { benefits: 'Children who wait' },
    }),
    boxOf('impact', 'ready', { label: 'Children start school ready to learn' }),
    boxOf('assumption', 'staff', { label: 'Staff stay for two years' }),
    boxOf('externalFactor', 'buses', { label: 'Evening buses' }),
  ];
  const pairs: [string, string][] = [
    ['evenings', 'open'],
    ['evenings', 'invite'],
    ['talk', 'train'],
    ['talk', 'invite'],
    ['open', 'sessions'],
    ['open', 'texts'],
    ['train', 'trained'],
    ['invite', 'texts'],
    ['sessions', 'come'],
    ['trained', 'spotted'],
    ['texts', 'fathers'],
    ['come', 'confident'],
    ['fathers', 'confident'],
    ['spotted', 'speaking'],
    ['spotted', 'sooner'],
    ['confident', 'ready'],
    ['speaking', 'ready'],
    ['sooner', 'ready'],
    ['staff', 'trained'],
    ['buses', 'come'],
  ];
  const said: Readonly<Record<string, Link['more']>> = {
    'sessions>come': { assumes: 'Employers let them leave in time' },
    'texts>fathers': { assumes: 'Fathers read them', mechanism: 'Fathers feel asked for' },
  };
  return theoryOf(
    boxes,
    pairs
      .map(([source, target]) => between(boxes, source, target))
      .map((link) => ({ ...link, more: said[link.id] ?? {} })),
    'Evenings and early speech',
  );
}
