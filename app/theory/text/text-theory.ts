import type { BoxType, MoreField, PieceKind } from '../graph.ts';
import { BECAUSE } from './words-of-text.ts';

/** A theory as its text has it, by marks, and what can be wrong with a line. */

/** A link as the text has it: `to` is the mark of a box of the same text. */
export interface TextLink {
  line: number;
  to: string;
  reason: string;
  more: Record<string, string>;
}

export interface TextBox {
  line: number;
  /** What the box is known by in this text; made up by the reader where the writer gave none. */
  mark: string;
  type: BoxType;
  label: string;
  detail: string;
  /** The mark of the part that it is in; empty when it is in none. */
  part: string;
  more: Record<string, string>;
  links: TextLink[];
}

/** Evidence, a measure or a part as the text has it. */
export interface TextPiece {
  line: number;
  mark: string;
  kind: PieceKind;
  /** The mark of the box that it is about, or of both ends of the link, as `a>b`; empty: about all. */
  on: string;
  /** The mark of the part that a part is in. */
  within: string;
  more: Record<string, string>;
}

export interface TextTheory {
  title: string;
  /** Facts of the whole theory. */
  more: Record<string, string>;
  boxes: TextBox[];
  pieces: TextPiece[];
}

/** A line that cannot be understood, and what to do about it. */
export interface TextProblem {
  /** From 1. */
  line: number;
  message: string;
}

/** What to do about a value that its fact cannot have. */
export function howToWrite({ kind, label, options = [] }: MoreField): string {
  switch (kind) {
    case 'yes':
      return `Write “${label}: yes”, or remove the line`;
    case 'day':
      return 'Write the day as year, month and day, such as 2027-03-31';
    case 'number':
      return 'Write a whole number, such as 12';
    case 'choice':
      return `Write one of: ${options.map((option) => option.label).join('; ')}`;
    case 'text':
      return 'Write it in words';
  }
}

export function unknownFact(
  name: string,
  fields: readonly MoreField[],
  ofLink: boolean,
  what: string,
): string {
  const names = [...(ofLink ? [BECAUSE] : []), ...fields.map(({ label }) => label)];
  const known =
    names.length === 0
      ? 'Start it with | to make it part of the explanation'
      : `Known are: ${names.join('; ')}`;
  return `“${name}” cannot be said of ${what}. ${known}`;
}
