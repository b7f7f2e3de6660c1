import { textWidth } from '../text-width.ts';

/** Small things that every part of the picture is drawn with. */

export const INK = '#0b0c0c';
export const GREY = '#505a5f';
export const LINK_LINE = '#3d4649';

/** A number with one decimal at most. */
export const n = (value: number) => Math.round(value * 10) / 10;

/** Text made safe for XML: markup is text, and signs that XML does not allow are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

interface Words {
  size?: number;
  bold?: boolean;
  colour?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of text. */
export function words(x: number, y: number, text: string, how: Words = {}): string {
  const { size, bold = false, colour = INK, anchor = 'start' } = how;
  return (
    `<text x="${n(x)}" y="${n(y)}"${size === undefined ? '' : ` font-size="${size}"`}` +
    `${bold ? ' font-weight="700"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}` +
    ` fill="${colour}">${escaped(text)}</text>`
  );
}

/** A few words on a white ground, one line under the other, around a point. */
export function pill(
  { x, y }: { x: number; y: number },
  lines: readonly string[],
  { colour, size = 13, width = 2 }: { colour: string; size?: number; width?: number },
): string {
  const line = size + 2;
  const wide = 10 + Math.max(...lines.map((each) => textWidth(each, size, 'bold')));
  const high = lines.length * line + 5;
  const top = y - high / 2;
  const said = lines.map((each, at) =>
    words(x, top + size + 2 + at * line, each, { size, bold: true, colour, anchor: 'middle' }),
  );
  return (
    `<rect class="mark" x="${n(x - wide / 2)}" y="${n(top)}" width="${n(wide)}" height="${n(high)}" ` +
    `rx="${n(Math.min(10, high / 2))}" fill="#ffffff" stroke="${colour}" stroke-width="${width}"/>${said.join('')}`
  );
}
