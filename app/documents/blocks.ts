/**
 * What a document is made of, whatever it is printed as. Words, tables and pictures: everything
 * that a board's paper needs and nothing that a screen reader cannot follow.
 */

export type Block =
  | { type: 'heading'; level: 2 | 3; text: string; mark?: Mark }
  | DocumentParagraph
  | DocumentList
  | DocumentFacts
  | DocumentPicture
  | DocumentTable;

/** That something is not as it was in an earlier version: see document-changes.ts. */
export interface Mark {
  what: 'added' | 'changed' | 'gone';
  /** Such as "Changed since version 2": colour alone says nothing. */
  words: string;
  /** Of what changed, what stood there: one a cell of a row, null where it is the same; one of a text. */
  was?: readonly (string | null)[];
}

export interface DocumentParagraph {
  type: 'paragraph';
  text: string;
  tone?: 'lead' | 'note' | 'strong';
  mark?: Mark;
}

export interface DocumentList {
  type: 'list';
  items: readonly string[];
  /** As many as there are items. */
  marks?: readonly (Mark | null)[];
}

export interface DocumentFacts {
  type: 'facts';
  caption: string;
  facts: readonly (readonly [label: string, value: string])[];
  /** As many as there are facts. */
  marks?: readonly (Mark | null)[];
}

/** A picture that the server drew from the model, with what it says in words. */
export interface DocumentPicture {
  type: 'picture';
  /** A drawing of ours, its texts escaped, its size in the width and height of its root. */
  svg: string;
  /** What it shows, for somebody who does not see it; the figures behind it stand in a table. */
  alt: string;
  caption: string;
  mark?: Mark;
}

export interface DocumentTable {
  type: 'table';
  caption: string;
  columns: readonly TableColumn[];
  /** As many cells a row as there are columns; a cell with line ends is several paragraphs. */
  rows: readonly (readonly string[])[];
  /**
   * What each row is about, as many as there are rows: the id of a line, a stream, a requirement. So a
   * row is known again in a later version though its words changed; without it the first cell says.
   */
  keys?: readonly string[];
  /** As many as there are rows. */
  marks?: readonly (Mark | null)[];
}

export interface TableColumn {
  title: string;
  /** Its part of the width; the parts are added up, so they need not make 100. */
  share: number;
  /** Figures stand on the right. */
  numeric?: boolean;
}

export interface DocumentSection {
  id: string;
  title: string;
  landscape: boolean;
  blocks: readonly Block[];
  mark?: Mark;
}

/** A whole document, ready to be printed. */
export interface DocumentModel {
  title: string;
  subtitle: string;
  /** Lines under the subtitle of the cover: years, places, stage, day. */
  cover: readonly string[];
  authority: { name: string; colour: string; isDemonstration: boolean };
  language: 'en-GB';
  sections: readonly DocumentSection[];
}

/** A row of many items as lines of one cell; a dash where there is none. */
export function lines(items: readonly string[], none = '–'): string {
  return items.length === 0 ? none : items.join('\n');
}

export const heading = (text: string): Block => ({ type: 'heading', level: 2, text });
export const paragraph = (text: string): Block => ({ type: 'paragraph', text });
/** A paragraph in smaller words: what to know about what stands beside it. */
export const note = (text: string): Block => ({ type: 'paragraph', tone: 'note', text });
