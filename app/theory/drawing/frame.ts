import { BOX_TYPES, tierOf, typeName, type BoxType, type Theory } from '../graph.ts';
import type { Lane, Layout, Region } from '../layout.ts';
import { LOOKS } from '../looks.ts';
import { GREY, INK, n, words } from './svg.ts';

/** What stands around the boxes: titles, bands, lanes and the accountability ceiling. */

export function bandGround({ x, y, width, height }: Region): string {
  return `<rect x="${x - 12}" y="${y - 4}" width="${width + 24}" height="${height}" rx="4" fill="#f8f8f8" stroke="#b1b4b6"/>`;
}

export function regionTitle({ title, x, y }: Region): string {
  return words(x, y + 17, title, { size: 16, bold: true });
}

export function columnRule({ type, x, y, width }: Region): string {
  const { fill, line } = LOOKS[type];
  const colour = type === 'impact' ? fill : line;
  return `<rect x="${x}" y="${y + 26}" width="${width}" height="3" fill="${colour}"/>`;
}

/** A lane's ground from side to side, every second one a little darker, with its name at its top. */
export function laneGround({ title, x, y, width, height }: Lane, index: number): string {
  const fill = index % 2 === 0 ? '#f8f8f8' : '#ffffff';
  return (
    `<rect x="${n(x - 12)}" y="${n(y)}" width="${n(width + 24)}" height="${n(height)}" fill="${fill}" stroke="#b1b4b6"/>` +
    words(x, y + 17, title, { size: 14, bold: true, colour: GREY })
  );
}

/** The first tier that we contribute to but do not account for; null when nobody has said. */
function ceilingOf(theory: Pick<Theory, 'more'>): BoxType | null {
  const named = BOX_TYPES.find((type) => type === theory.more['ceiling']);
  return named === undefined || tierOf(named) === null ? null : named;
}

/** Where the ceiling runs, in CSS pixels from the left; null when no column stands beyond it. */
export function ceilingAt(theory: Pick<Theory, 'more'>, { columns }: Layout): number | null {
  const ceiling = ceilingOf(theory);
  if (ceiling === null) return null;
  const beyond = columns.findIndex(
    ({ type }) => BOX_TYPES.indexOf(type) >= BOX_TYPES.indexOf(ceiling),
  );
  const [before, after] = [columns[beyond - 1], columns[beyond]];
  if (after === undefined) return null;
  return before === undefined ? after.x - 20 : (before.x + before.width + after.x) / 2;
}

/** A labelled line: on its left what we answer for, on its right what we only contribute to. */
export function ceilingLine(theory: Theory, placed: Layout): string {
  const x = ceilingAt(theory, placed);
  if (x === null) return '';
  const bottom = Math.max(...placed.columns.map(({ y, height }) => y + height));
  return (
    `<g><title>${SAYS_CEILING}</title>` +
    `<path d="M${n(x)} 30V${n(bottom)}" stroke="${INK}" stroke-width="2" stroke-dasharray="12 5"/>` +
    words(x - 8, 24, 'We answer for this', { size: 13, bold: true, anchor: 'end' }) +
    words(x + 8, 24, 'We contribute to this', { size: 13, bold: true }) +
    `</g>`
  );
}

const SAYS_CEILING = 'Accountability ceiling';

/** The ceiling in a sentence, for those who do not see it; empty when there is none. */
export function ceilingSentence(theory: Pick<Theory, 'more'>): string {
  const ceiling = ceilingOf(theory);
  if (ceiling === null) return '';
  const name = typeName(theory, ceiling).many.toLowerCase();
  return `Accountability ceiling: we answer for what comes before ${name}; from there on we contribute.`;
}
