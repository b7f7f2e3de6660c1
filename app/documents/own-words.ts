import type { Block } from './blocks.ts';

/** A figure that own words may hold by name: it is written anew each time, the words never are. */
export interface Figure {
  /** As it stands between braces: {{answers}}. */
  name: string;
  /** What it is, for somebody who chooses it. */
  label: string;
  /** In words, such as "398" or "£1.2m"; null where it cannot be computed. */
  value: string | null;
  /** Why it is not there. */
  why?: string;
}

/** A piece of own words: text as typed, or a figure in its place. */
export interface Piece {
  text: string;
  figure: string | null;
}

const PLACE = /\{\{([^{}]*)\}\}/g;

/** The names between braces for which there is no figure, each once, in the order of the words. */
export function unknownFigures(words: string, figures: readonly Figure[]): string[] {
  const known = new Set(figures.map(({ name }) => name));
  const named = [...words.matchAll(PLACE)].map(([, name = '']) => name.trim());
  return [...new Set(named.filter((name) => !known.has(name)))];
}

/**
 * Own words with their figures as they are now. A figure that cannot be computed is a dash with the
 * reason; a name that there is none of stays as it was typed, so that whoever reads it sees it.
 */
export function piecesOf(words: string, figures: readonly Figure[]): Piece[] {
  const known = new Map(figures.map((figure) => [figure.name, figure]));
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of words.matchAll(PLACE)) {
    if (match.index > at) pieces.push({ text: words.slice(at, match.index), figure: null });
    const figure = known.get((match[1] ?? '').trim());
    pieces.push({ text: figure ? sayFigure(figure) : match[0], figure: figure?.name ?? null });
    at = match.index + match[0].length;
  }
  if (at < words.length) pieces.push({ text: words.slice(at), figure: null });
  return pieces;
}

export function sayFigure({ value, why }: Figure): string {
  if (value !== null) return value;
  return why === undefined ? '–' : `– (${why})`;
}

/**
 * Own words as blocks: an empty line ends a paragraph; lines that begin with a dash or a star are
 * items of a list. There is no other markup, so that nothing typed is ever read as something else.
 */
export function wordsAsBlocks(words: string, figures: readonly Figure[]): Block[] {
  const blocks: Block[] = [];
  const text = piecesOf(words.replace(/\r\n?/g, '\n'), figures)
    .map((piece) => piece.text)
    .join('');
  for (const part of text.split(/\n[ \t]*\n+/)) {
    let said: string[] = [];
    let items: string[] = [];
    const end = () => {
      if (said.length > 0) blocks.push({ type: 'paragraph', text: said.join(' ') });
      if (items.length > 0) blocks.push({ type: 'list', items });
      [said, items] = [[], []];
    };
    for (const line of part.split('\n').map((one) => one.trim())) {
      const item = /^[-*•]\s+(.+)$/.exec(line)?.[1];
      if (line === '') continue;
      if (item === undefined) {
        if (items.length > 0) end();
        said.push(line);
      } else {
        if (said.length > 0) end();
        items.push(item);
      }
    }
    end();
  }
  return blocks;
}
