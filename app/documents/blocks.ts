/**
 * What a document is made of, whatever it is printed as. Words, tables and pictures: everything
 * that a board's paper needs and nothing that a screen reader cannot follow.
 */

export type Block =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'paragraph'; text: string; tone?: 'lead' | 'note' | 'strong' }
  | { type: 'list'; items: readonly string[] }
  | { type: 'facts'; caption: string; facts: readonly (readonly [label: string, value: string])[] }
  | DocumentPicture
  | DocumentTable;

/** A picture that the server drew from the model, with what it says in words. */
export interface DocumentPicture {
  type: 'picture';
  /** A drawing of ours, its texts escaped, its size in the width and height of its root. */
  svg: string;
  /** What it shows, for somebody who does not see it; the figures behind it stand in a table. */
  alt: string;
  caption: string;
}

export interface DocumentTable {
  type: 'table';
  caption: string;
  columns: readonly TableColumn[];
  /** As many cells a row as there are columns; a cell with line ends is several paragraphs. */
  rows: readonly (readonly string[])[];
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
