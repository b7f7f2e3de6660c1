import { pieceWords } from '../conflict.ts';
import { boxesById, typeName, type Box, type Link, type Piece, type Theory } from '../graph.ts';
import { factsOf, linkSentence } from '../words.ts';
import {
  countOf,
  isSame,
  movedTier,
  type Changed,
  type Difference,
  type FieldChange,
} from './difference.ts';
import { wordDifference, type Stretch } from './word-difference.ts';

/** The difference of two theories as a table, on a page or in a document. */

export type Became = 'added' | 'changed' | 'moved' | 'removed';

export const BECAME_WORDS: Readonly<Record<Became, string>> = {
  added: 'Added',
  changed: 'Changed',
  moved: 'Moved',
  removed: 'Removed',
};

export interface DifferenceRow {
  id: string;
  became: Became;
  /** What it is: the name of its type, or link, evidence … */
  what: string;
  label: string;
  fields: { name: string; stretches: Stretch[] }[];
}

export interface DifferenceTables {
  facts: DifferenceRow[];
  boxes: DifferenceRow[];
  links: DifferenceRow[];
  pieces: DifferenceRow[];
}

const ORDER: readonly Became[] = ['added', 'moved', 'changed', 'removed'];

/** Everything that differs, a row each: what is new first, what is gone last. */
export function differenceTables(
  before: Theory,
  after: Theory,
  { facts, boxes, links, pieces }: Difference,
): DifferenceTables {
  return {
    facts: facts.map((field) => ({
      id: field.field,
      became: field.before === '' ? 'added' : field.after === '' ? 'removed' : 'changed',
      what: 'Whole theory',
      label: field.name,
      fields: [told(field)],
    })),
    boxes: sorted([
      ...boxes.added.map((box) => boxRow(after, box, 'added')),
      ...boxes.changed.map((each) => ({
        ...boxRow(after, each.after, movedTier(each) ? 'moved' : 'changed'),
        fields: each.fields.map(told),
      })),
      ...boxes.removed.map((box) => boxRow(before, box, 'removed')),
    ]),
    links: sorted([
      ...links.added.map((link) => linkRow(after, link, 'added')),
      ...links.changed.map((each) => changedLink(after, each)),
      ...links.removed.map((link) => linkRow(before, link, 'removed')),
    ]),
    pieces: sorted([
      ...pieces.added.map((piece) => pieceRow(piece, 'added')),
      ...pieces.changed.map((each) => ({
        ...pieceRow(each.after, 'changed'),
        fields: each.fields.map(told),
      })),
      ...pieces.removed.map((piece) => pieceRow(piece, 'removed')),
    ]),
  };
}

function sorted(rows: DifferenceRow[]): DifferenceRow[] {
  return rows.sort((a, b) => ORDER.indexOf(a.became) - ORDER.indexOf(b.became));
}

function told({ name, before, after }: FieldChange): DifferenceRow['fields'][number] {
  return { name, stretches: wordDifference(before, after) };
}

const plain = (name: string, text: string): DifferenceRow['fields'] =>
  text === '' ? [] : [{ name, stretches: [{ is: 'same', text }] }];

function boxRow(theory: Theory, box: Box, became: Became): DifferenceRow {
  const facts = factsOf(box).flatMap(({ label, value }) => plain(label, value));
  const fields = [...plain('More about it', box.detail), ...facts];
  return { id: box.id, became, what: typeName(theory, box.type).one, label: box.label, fields };
}

function linkRow(theory: Theory, link: Link, became: Became): DifferenceRow {
  const label = linkSentence(theory, { ...link, reason: '' }, boxesById(theory));
  return { id: link.id, became, what: 'Link', label, fields: plain('Why', link.reason) };
}

function changedLink(theory: Theory, { after, fields }: Changed<Link>): DifferenceRow {
  return { ...linkRow(theory, after, 'changed'), fields: fields.map(told) };
}

const PIECE_NAMES: Readonly<Record<Piece['kind'], string>> = {
  evidence: 'Evidence',
  measure: 'Measure',
  part: 'Part',
};

function pieceRow(piece: Piece, became: Became): DifferenceRow {
  const label = /^[^“]*“(.*)”/su.exec(pieceWords(piece))?.[1] ?? '';
  return { id: piece.id, became, what: PIECE_NAMES[piece.kind], label, fields: [] };
}

/** `2 boxes added, 1 moved and 3 links removed`; a sentence for a page and for a caption. */
export function differenceInWords(difference: Difference): string {
  if (isSame(difference)) return 'Nothing differs.';
  const { boxes, links, pieces, facts } = difference;
  const moved = boxes.changed.filter(movedTier).length;
  const parts = [
    counted(boxes.added.length, 'box added', 'boxes added'),
    counted(moved, 'box moved to another column', 'boxes moved to another column'),
    counted(boxes.changed.length - moved, 'box changed', 'boxes changed'),
    counted(boxes.removed.length, 'box removed', 'boxes removed'),
    counted(links.added.length, 'link added', 'links added'),
    counted(links.changed.length, 'link changed', 'links changed'),
    counted(links.removed.length, 'link removed', 'links removed'),
    counted(
      countOf(pieces),
      'piece of evidence, measure or part differs',
      'pieces of evidence, measures or parts differ',
    ),
    counted(facts.length, 'fact of the whole theory differs', 'facts of the whole theory differ'),
  ].flatMap((part) => part ?? []);
  const last = parts.pop() ?? '';
  return `${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}.`;
}

function counted(count: number, one: string, more: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : more}`;
}

/** A text with what became of it in signs, where it can be neither coloured nor struck through. */
export function stretchesAsText(stretches: readonly Stretch[]): string {
  const signs = { gone: '−', new: '+' } as const;
  return stretches
    .map(({ is, text }) => {
      if (is === 'same') return text;
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
      return words === '' ? text : `${before}[${signs[is]}${words}${signs[is]}]${after}`;
    })
    .join('')
    .trim();
}
