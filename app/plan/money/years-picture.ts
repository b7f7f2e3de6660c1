import type { CrossTable } from './cuts.ts';
import { pounds } from './money.ts';

/** What the plan costs in each year, drawn as bars that are stacked of their parts. */

const WIDTH = 720;
const LABELS = 130;
const AMOUNTS = 120;
const ROW = 46;
const BAR = 26;
const KEY_ROW = 24;

/** Colours that differ in lightness as well, each with a pattern number so that none is alone. */
const FILLS = [
  '#0b5cad',
  '#f3a712',
  '#5a2d82',
  '#7fc8a9',
  '#942514',
  '#9bb8d3',
  '#00574b',
  '#e58fb1',
  '#505a5f',
  '#d6c4a1',
];

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Parts are marked by letters as well as by colour: A, B, C … */
export const letterOf = (at: number): string => String.fromCharCode(65 + (at % 26));

/**
 * Bars of a table of money: one bar a row, one part a column, all to one scale. Null where nothing is
 * known. The figures stand in the table beside it.
 */
export function stackedBars(table: CrossTable): string | null {
  const most = Math.max(0, ...table.rows.map(({ sum }) => sum.pence));
  if (most === 0) return null;
  const keyTop = table.rows.length * ROW + 16;
  const height = keyTop + table.columns.length * KEY_ROW + 6;
  const scale = (pence: number) => (pence / most) * (WIDTH - LABELS - AMOUNTS);
  const bars = table.rows.map(({ label, sum }, at) => {
    const y = at * ROW + 8;
    let x = LABELS;
    const parts = table.columns.map((_, column) => {
      const width = scale(table.cells[at]?.[column]?.pence ?? 0);
      const drawn = width === 0 ? '' : part(x, y, width, column);
      x += width;
      return drawn;
    });
    const name = escaped(shortened(label));
    return (
      `<text x="${LABELS - 10}" y="${y + 18}" text-anchor="end">${name}</text>` +
      parts.join('') +
      `<text x="${(x + 8).toFixed(1)}" y="${y + 18}">${pounds(sum.pence)}</text>`
    );
  });
  const keys = table.columns.map(({ label }, at) => {
    const y = keyTop + at * KEY_ROW;
    return `${part(8, y, 22, at, 18)}<text x="40" y="${y + 14}">${escaped(label)}</text>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(saysOf(table))}" font-family="Atkinson Hyperlegible, Arial, sans-serif" font-size="15" fill="#0b0c0c">` +
    `<line x1="${LABELS}" y1="0" x2="${LABELS}" y2="${table.rows.length * ROW}" stroke="#505a5f"/>` +
    `${bars.join('')}${keys.join('')}</svg>`
  );
}

function part(x: number, y: number, width: number, at: number, tall = BAR): string {
  const fill = FILLS[at % FILLS.length] ?? '#505a5f';
  const light = ['#f3a712', '#7fc8a9', '#9bb8d3', '#e58fb1', '#d6c4a1'].includes(fill);
  const letter =
    width < 16
      ? ''
      : `<text x="${(x + width / 2).toFixed(1)}" y="${y + tall / 2 + 5}" text-anchor="middle" font-size="13" font-weight="700" fill="${light ? '#0b0c0c' : '#ffffff'}">${letterOf(at)}</text>`;
  return `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${tall}" fill="${fill}" stroke="#ffffff"/>${letter}`;
}

const shortened = (text: string) => (text.length > 16 ? `${text.slice(0, 15)}…` : text);

/** What the picture shows, in a sentence. */
export function saysOf({ rows }: CrossTable): string {
  const each = rows.map(({ label, sum }) => `${label} ${pounds(sum.pence)}`);
  return `Known costs of the plan: ${each.join(', ')}. The table says the same in figures.`;
}
