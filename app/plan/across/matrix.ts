import type { Theory } from '#app/theory/graph.ts';
import { measuresIn } from '#app/theory/measures/measure.ts';

/** Which outcomes of the shared lists each programme measures, side by side. */
export interface Matrix {
  columns: string[];
  rows: { key: string; label: string; has: boolean[]; targets: string[] }[];
}

/**
 * A row for each measure of the library that anybody uses, most used first; a column a programme.
 *
 * @param labelOf what a measure of the library is called, by its id
 */
export function matrixOf(
  programmes: readonly { name: string; theory: Theory | null }[],
  labelOf: (id: string) => string | undefined,
): Matrix {
  const uses = programmes.map(({ theory }) => {
    const used = new Map<string, string>();
    for (const measure of theory === null ? [] : measuresIn(theory)) {
      for (const id of [measure.library, measure.shared]) {
        if (id === '' || id === 'local') continue;
        if (!used.has(id) || used.get(id) === '') used.set(id, measure.target);
      }
    }
    return used;
  });
  const ids = [...new Set(uses.flatMap((used) => [...used.keys()]))];
  const rows = ids.map((key) => ({
    key,
    label: labelOf(key) ?? key,
    has: uses.map((used) => used.has(key)),
    targets: uses.map((used) => used.get(key) ?? ''),
  }));
  const count = (row: (typeof rows)[number]) => row.has.filter(Boolean).length;
  rows.sort((a, b) => count(b) - count(a) || a.label.localeCompare(b.label, 'en-GB'));
  return { columns: programmes.map(({ name }) => name), rows };
}

const LABEL = 360;
const CELL = 34;
const HEAD = 30;

/** The matrix as a picture: a filled square where it is measured, an empty one where it is not. */
export function matrixSvg({ columns, rows }: Matrix): string {
  const [width, height] = [LABEL + columns.length * CELL + 10, HEAD + rows.length * CELL + 10];
  const text = (x: number, y: number, said: string, anchor = 'start') =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(said)}</text>`;
  const cells = rows.flatMap(({ label, has }, at) => {
    const y = HEAD + at * CELL;
    return [
      text(0, y + 21, shortened(label)),
      ...has.map((is, column) => {
        const x = LABEL + column * CELL + 5;
        return `<rect x="${x}" y="${y + 4}" width="24" height="24" fill="${is ? '#1a5d8f' : '#ffffff'}" stroke="#505a5f"/>`;
      }),
    ];
  });
  const heads = columns.map((_, at) =>
    text(LABEL + at * CELL + CELL / 2, 20, letterOf(at), 'middle'),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Atkinson Hyperlegible, Arial, sans-serif" font-size="14" fill="#0b0c0c">${heads.join('')}${cells.join('')}</svg>`;
}

/** Columns have letters, and the table under the picture says whose each is. */
export const letterOf = (column: number): string =>
  String.fromCharCode(65 + (column % 26)) +
  (column < 26 ? '' : String(Math.floor(column / 26) + 1));

const MOST = 48;
const shortened = (said: string) => (said.length > MOST ? `${said.slice(0, MOST - 1)}…` : said);
const escaped = (said: string) => said.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
