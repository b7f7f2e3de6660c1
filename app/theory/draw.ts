import { boxShape, boxWords } from './drawing/boxes.ts';
import {
  bandGround,
  ceilingLine,
  ceilingSentence,
  columnRule,
  laneGround,
  regionTitle,
} from './drawing/frame.ts';
import { legendOf, legendPlace } from './drawing/legend.ts';
import { ARROW_HEAD, linkPath, linkWords } from './drawing/links.ts';
import type { Marks } from './drawing/marks.ts';
import { escaped, words } from './drawing/svg.ts';
import { boxesById, typeName, type Theory } from './graph.ts';
import { layout, SIZE, type LayoutOptions } from './layout.ts';
import { routes } from './routes-of-links.ts';
import { altText, linkSentence } from './words.ts';

export type { Mark, Marks } from './drawing/marks.ts';
export { escaped } from './drawing/svg.ts';

/** Typefaces of the picture; the first ships with the product and is the one that is measured. */
export const TYPEFACE = "'Atkinson Hyperlegible', Verdana, Arial, sans-serif";

/** What to draw besides the theory itself. */
export interface DrawOptions {
  /** Writes the title above the columns. */
  title?: boolean;
  marks?: Marks;
  /** Says under the picture what its lines and signs mean. */
  legend?: boolean;
  /** Rows to sort the boxes into, such as strands. */
  lanes?: NonNullable<LayoutOptions['lanes']>;
  /** By the id of a box that several parts share, their names. */
  sharedBy?: ReadonlyMap<string, readonly string[]>;
}

/** Room for the title, in CSS pixels. */
const HEAD = 40;

/**
 * A theory as one SVG document: a pure function of the theory, so that the page, the file and the
 * document show the same picture. It has a name and a description for those who do not see it, and
 * holds no style, script or address of anything outside.
 */
export function theorySvg(theory: Theory, options: DrawOptions = {}): string {
  const { marks, lanes } = options;
  const placed = layout(theory, lanes === undefined ? {} : { lanes });
  const head = options.title === true ? HEAD : 0;
  const width = Math.max(placed.width, 320);
  const legend =
    options.legend === true
      ? legendOf(
          theory,
          marks,
          (options.sharedBy?.size ?? 0) > 0,
          legendPlace({ ...placed, width }),
        )
      : { svg: '', height: 0 };
  const height = placed.height + head + legend.height;
  const byId = boxesById(theory);
  const ways = routes(theory, placed);
  const sharedBy = (id: string) => options.sharedBy?.get(id) ?? [];
  const described = [altText(theory), ceilingSentence(theory)].filter((each) => each !== '');
  const parts = [
    `<title id="theory-title">${escaped(theory.title)}</title>`,
    `<desc id="theory-desc">${escaped(described.join(' '))}</desc>`,
    `<defs>${ARROW_HEAD}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    options.title === true ? words(SIZE.margin, 38, theory.title, { size: 22, bold: true }) : '',
    `<g transform="translate(0 ${head})">`,
    ...placed.bands.map(bandGround),
    ...placed.lanes.map(laneGround),
    ...[...placed.columns, ...placed.bands].map(regionTitle),
    ...placed.columns.map(columnRule),
    ceilingLine(theory, placed),
    ...ways.map((route) => linkPath(route, linkSentence(theory, route.link, byId), marks)),
    ...theory.boxes.map((box) =>
      boxShape(box, placed.boxes.get(box.id), {
        typeName: typeName(theory, box.type).one,
        mark: marks?.boxes.get(box.id),
        sharedBy: sharedBy(box.id),
      }),
    ),
    ...ways.map((route) => linkWords(route, marks)),
    ...theory.boxes.map(({ id }) =>
      boxWords(placed.boxes.get(id), marks?.boxes.get(id), sharedBy(id)),
    ),
    legend.svg,
    '</g>',
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `role="img" aria-labelledby="theory-title theory-desc" font-family="${escaped(TYPEFACE)}" font-size="${SIZE.fontSize}">` +
    `${parts.join('')}</svg>`
  );
}
