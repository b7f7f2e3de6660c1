import { aboutOf, pieceWords } from '../conflict.ts';
import { BOX_TYPES, typeName, type Box, type Link, type Piece, type Theory } from '../graph.ts';
import { apply, type Logged, type Operation } from '../operations.ts';
import { fieldName, fieldValue } from './field-names.ts';

/** One step of a history in words, and the boxes that it has to do with. */
export interface Told {
  sequence: number;
  words: string;
  /** Ids of boxes, those at the ends of a link among them. */
  boxes: string[];
  /** A move on the canvas or in a column: many of them are told as one. */
  placing: boolean;
}

/** Every step in words, as the boxes were called when it was done. */
export function toldHistory(from: Theory, history: readonly Logged[]): Told[] {
  let theory = from;
  return history.map((step) => {
    const applied = apply(theory, step.operation);
    const after = 'theory' in applied ? applied.theory : theory;
    const told = {
      sequence: step.sequence,
      words: sentenceOf(theory, after, step.operation),
      boxes: boxesOf(theory, after, step.operation),
      placing: step.operation.kind === 'moveBox',
    };
    theory = after;
    return told;
  });
}

/** What somebody did, to go after their name: `reworded “Open late” to “Open on Thursdays”`. */
function sentenceOf(before: Theory, after: Theory, operation: Operation): string {
  const about = () => aboutOf(before, operation, []).replace(/^the box (the box )?/, '');
  switch (operation.kind) {
    case 'addBox':
      return `added the ${nameOf(after, operation.box)} “${operation.box.label}”`;
    case 'moveBox':
      return `moved ${about()}`;
    case 'removeBox':
      return removedBox(before, operation.id);
    case 'editBox':
      return editedBox(before, operation);
    case 'addLink':
      return `added ${aboutOf(after, operation, [])}${because(operation.link.reason)}`;
    case 'editLink': {
      const ends = aboutOf(before, { kind: 'removeLink', id: operation.id }, []);
      if (operation.field !== 'reason') return valued(before, operation, ends);
      return operation.to === ''
        ? `took away the reason of ${ends}`
        : `gave the reason of ${ends}${because(operation.to)}`;
    }
    case 'removeLink':
      return `deleted ${about()}`;
    case 'addPiece':
      return `added ${pieceWords(operation.piece)}${ofBox(after, operation.piece.on)}`;
    case 'editPiece': {
      const piece = before.pieces.find(({ id }) => id === operation.id);
      const words = piece === undefined ? 'a part of the theory' : pieceWords(piece);
      return valued(before, operation, words, piece);
    }
    case 'removePiece':
      return `deleted ${about()}`;
    case 'editTheory':
      return valued(before, operation, 'the whole theory');
    case 'rename':
      return `called the theory “${operation.to}”`;
  }
}

const nameOf = (theory: Theory, { type }: Pick<Box, 'type'>) =>
  typeName(theory, type).one.toLowerCase();
const because = (reason: string) => (reason === '' ? '' : `: ${short(reason)}`);

/** Long texts are told by how they begin. */
function short(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length <= 140 ? line : `${line.slice(0, 137).trimEnd()}…`;
}

function removedBox(before: Theory, id: string): string {
  const box = before.boxes.find((each) => each.id === id);
  return box === undefined ? 'deleted a box' : `deleted the ${nameOf(before, box)} “${box.label}”`;
}

function editedBox(before: Theory, operation: Extract<Operation, { kind: 'editBox' }>): string {
  const box = before.boxes.find(({ id }) => id === operation.id);
  const label = `“${box?.label ?? 'a box'}”`;
  const { field, to } = operation;
  if (field === 'label') return `reworded ${label} to “${short(to)}”`;
  if (field === 'type') {
    const type = BOX_TYPES.find((each) => each === to);
    return `made ${label} ${type === undefined ? to : articled(nameOf(before, { type }))}`;
  }
  if (field === 'detail') {
    return to === '' ? `took away what ${label} explains` : `explained ${label}: ${short(to)}`;
  }
  return valued(before, operation, label);
}

const articled = (words: string) => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;

/** `set “Who leads it” of “Open late” to Hub manager`, or `took away “Who leads it” of “Open late”`. */
function valued(
  theory: Theory,
  { field, to }: { field: string; to: string },
  of: string,
  piece?: Pick<Piece, 'kind'>,
): string {
  const what = `“${fieldName(field, piece?.kind)}” of ${of}`;
  if (to === '') return `took away ${what}`;
  return `set ${what} to ${short(fieldValue(theory, field, to))}`;
}

function ofBox(theory: Theory, on: string | null): string {
  const box = theory.boxes.find(({ id }) => id === on);
  if (box !== undefined) return ` to “${box.label}”`;
  const link = theory.links.find(({ id }) => id === on);
  return link === undefined
    ? ''
    : ` to ${aboutOf(theory, { kind: 'removeLink', id: link.id }, [])}`;
}

function boxesOf(before: Theory, after: Theory, operation: Operation): string[] {
  switch (operation.kind) {
    case 'addBox':
      return [operation.box.id];
    case 'editBox':
    case 'moveBox':
    case 'removeBox':
      return [operation.id];
    case 'addLink':
      return [operation.link.source, operation.link.target];
    case 'editLink':
    case 'removeLink':
      return endsOf(before, operation.id);
    case 'addPiece':
      return at(after, operation.piece.on);
    case 'editPiece':
    case 'removePiece':
      return at(before, before.pieces.find(({ id }) => id === operation.id)?.on ?? null);
    case 'editTheory':
    case 'rename':
      return [];
  }
}

function endsOf(theory: Theory, id: string): string[] {
  const link: Link | undefined = theory.links.find((each) => each.id === id);
  return link === undefined ? [] : [link.source, link.target];
}

function at(theory: Theory, on: string | null): string[] {
  if (on === null) return [];
  const ends = endsOf(theory, on);
  return ends.length > 0 ? ends : [on];
}
