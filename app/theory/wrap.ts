import { textWidth, type Weight } from './text-width.ts';

export interface Type {
  fontSize: number;
  weight: Weight;
}

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/**
 * Breaks a text into lines that fit a width, at spaces where it can and anywhere in a word that is
 * wider than the line (long addresses, and writing without spaces). With `maxLines`, what does not
 * fit ends in an ellipsis. Always at least one line.
 */
export function wrapText(text: string, width: number, type: Type, maxLines = Infinity): string[] {
  const fits = (line: string) => textWidth(line, type.fontSize, type.weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = fits(word) ? [word] : broken(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    if (lines.length >= maxLines) break;
  }
  lines.push(line);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = shortened(kept[maxLines - 1] ?? '', fits);
  return kept;
}

/** A word in pieces that each fit; a single sign that is too wide stands alone. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const signs = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (signs.length > 0 && !fits(`${signs.join('').trimEnd()}…`)) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
