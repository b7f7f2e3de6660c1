import type { Mark } from './blocks.ts';

/** A line of a text or a cell, and how it is written where something changed. */
export interface MarkedLine {
  text: string;
  /** What is new, what is gone, what stood there before, or the words that say so. */
  as: 'plain' | 'now' | 'gone' | 'was' | 'mark';
}

/**
 * The lines of a text with its mark. The words of the mark come first, because colour and strokes
 * alone say nothing to somebody who does not see them; what stood there comes after what stands now.
 */
export function markedText(text: string, mark: Mark | null | undefined): MarkedLine[] {
  return [...wordsOf(mark), ...markedCell(text, mark, 0)];
}

/** The lines of a cell of a row with its mark, of which the first cell says the words. */
export function markedInRow(
  text: string,
  mark: Mark | null | undefined,
  column: number,
): MarkedLine[] {
  return column === 0 ? markedText(text, mark) : markedCell(text, mark, column);
}

function wordsOf(mark: Mark | null | undefined): MarkedLine[] {
  return mark ? [{ text: mark.words, as: 'mark' }] : [];
}

function markedCell(text: string, mark: Mark | null | undefined, column: number): MarkedLine[] {
  const as = mark?.what === 'gone' ? 'gone' : mark?.what === 'added' ? 'now' : 'plain';
  const was = mark?.what === 'changed' ? (mark.was?.[column] ?? null) : null;
  if (was === null) return text.split('\n').map((line) => ({ text: line, as }));
  return [
    ...text.split('\n').map((line): MarkedLine => ({ text: line, as: 'now' })),
    { text: `Was: ${was === '' ? 'nothing' : was.split('\n').join('; ')}`, as: 'was' },
  ];
}

/** How a cell is shaded: only where it helps to find what changed. */
export function shadeOf(mark: Mark | null | undefined, column: number): 'new' | 'gone' | null {
  if (!mark) return null;
  if (mark.what === 'gone') return 'gone';
  if (mark.what === 'added') return 'new';
  return (mark.was?.[column] ?? null) === null ? null : 'new';
}

/** A heading or a caption with its mark in brackets. */
export function markedTitle(text: string, mark: Mark | null | undefined): string {
  if (!mark) return text;
  return `${text} (${mark.words.charAt(0).toLowerCase()}${mark.words.slice(1)})`;
}
