import { TYPE_WORDS, boxesById, type Box, type Theory } from './graph.ts';
import { layout, SIZE, type Placed, type Region } from './layout.ts';
import { LOOKS, type Looks } from './looks.ts';
import { routes, type Route } from './routes-of-links.ts';
import { altText, linkSentence } from './words.ts';

/** Typefaces of the picture; the first ships with the product and is the one that is measured. */
export const TYPEFACE = "'Atkinson Hyperlegible', Verdana, Arial, sans-serif";

const LINK_LINE = '#3d4649';
/** Patterns of dashes, so that what a link says is not told by colour alone. */
const LINK_DASHES: Readonly<Record<Route['link']['kind'], string>> = {
  leadsTo: '',
  addresses: '8 3',
  explains: '8 3',
  assumes: '2 4',
  threatens: '1 3 6 3',
};

/** Something that is said at a link or a box: a few signs, a colour and dashes. */
export interface Mark {
  words: string;
  /** For those who do not see it: what it says. */
  name: string;
  colour: string;
  dashes: string;
  width: number;
}

/** Marks by the id of the link or the box; what has none is drawn faintly. */
export interface Marks {
  links: Map<string, Mark>;
  boxes: Map<string, Mark>;
}

/** What to draw besides the theory itself. */
export interface DrawOptions {
  /** Writes the title above the columns. */
  title?: boolean;
  marks?: Marks;
}

/**
 * A theory as one SVG document: a pure function of the theory, so that the page, the file and the
 * document show the same picture. It has a name and a description for those who do not see it, and
 * holds no style, script or address of anything outside.
 */
export function theorySvg(theory: Theory, options: DrawOptions = {}): string {
  const placed = layout(theory);
  const head = options.title === true ? 40 : 0;
  const width = Math.max(placed.width, 320);
  const height = placed.height + head;
  const byId = boxesById(theory);
  const { marks } = options;
  const ways = routes(theory, placed);
  const parts = [
    `<title id="theory-title">${escaped(theory.title)}</title>`,
    `<desc id="theory-desc">${escaped(altText(theory))}</desc>`,
    `<defs>${arrowHead()}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    options.title === true ? titleText(theory.title) : '',
    `<g transform="translate(0 ${head})">`,
    ...placed.bands.map(bandGround),
    ...[...placed.columns, ...placed.bands].map(regionTitle),
    ...placed.columns.map(columnRule),
    ...ways.map((route) => linkPath(route, linkSentence(theory, route.link, byId), marks)),
    ...theory.boxes.map((box) => boxShape(box, placed.boxes.get(box.id))),
    ...ways.map((route) => linkMark(route, marks?.links.get(route.link.id))),
    ...theory.boxes.map((box) => boxMark(placed.boxes.get(box.id), marks?.boxes.get(box.id))),
    '</g>',
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `role="img" aria-labelledby="theory-title theory-desc" font-family="${escaped(TYPEFACE)}" font-size="${SIZE.fontSize}">` +
    `${parts.join('')}</svg>`
  );
}

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

function arrowHead(): string {
  return (
    `<marker id="theory-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto-start-reverse">` +
    `<path d="M0 0L10 5L0 10z" fill="${LINK_LINE}"/></marker>`
  );
}

function titleText(title: string): string {
  return `<text x="${SIZE.margin}" y="38" font-size="22" font-weight="700" fill="#0b0c0c">${escaped(title)}</text>`;
}

function bandGround({ x, y, width, height }: Region): string {
  return `<rect x="${x - 12}" y="${y - 4}" width="${width + 24}" height="${height}" rx="4" fill="#f8f8f8" stroke="#b1b4b6"/>`;
}

function regionTitle({ title, x, y }: Region): string {
  return `<text x="${x}" y="${y + 17}" font-size="16" font-weight="700" fill="#0b0c0c">${escaped(title)}</text>`;
}

function columnRule({ type, x, y, width }: Region): string {
  const { fill, line } = LOOKS[type];
  const colour = type === 'impact' ? fill : line;
  return `<rect x="${x}" y="${y + 26}" width="${width}" height="3" fill="${colour}"/>`;
}

function linkPath({ link, path }: Route, sentence: string, marks: Marks | undefined): string {
  const mark = marks?.links.get(link.id);
  const dashes = mark?.dashes ?? LINK_DASHES[link.kind];
  const dashed = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`;
  const colour = mark?.colour ?? (marks === undefined ? LINK_LINE : '#b1b4b6');
  const said = mark === undefined ? sentence : `${sentence} – ${mark.name}`;
  return (
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${mark?.width ?? 1.5}"${dashed} marker-end="url(#theory-arrow)">` +
    `<title>${escaped(said)}</title></path>`
  );
}

/** The mark of a link, on its middle; one that runs beside the columns has it near its end. */
function linkMark({ path }: Route, mark: Mark | undefined): string {
  if (mark === undefined) return '';
  const curve = /^M(\S+) (\S+)C(\S+) (\S+) (\S+) (\S+) (\S+) (\S+)$/.exec(path);
  if (curve === null) {
    const end = /(-?[\d.]+)H(-?[\d.]+)$/.exec(path);
    return end === null ? '' : badge(Number(end[2]) - 24, Number(end[1]), mark);
  }
  const [x1, y1, c1x, c1y, c2x, c2y, x2, y2] = curve.slice(1).map(Number);
  const middle = (a = 0, b = 0, c = 0, d = 0) => (a + 3 * b + 3 * c + d) / 8;
  return badge(middle(x1, c1x, c2x, x2), middle(y1, c1y, c2y, y2), mark);
}

/** The mark of a box stands on its upper right corner. */
function boxMark(placed: Placed | undefined, mark: Mark | undefined): string {
  if (placed === undefined || mark === undefined) return '';
  return badge(placed.x + placed.width - 14, placed.y, mark);
}

function badge(x: number, y: number, { words, colour }: Mark): string {
  const width = 12 + words.length * 7.5;
  const [left, top] = [Math.round((x - width / 2) * 10) / 10, Math.round((y - 10) * 10) / 10];
  return (
    `<rect class="mark" x="${left}" y="${top}" width="${width}" height="20" rx="10" fill="#ffffff" stroke="${colour}" stroke-width="2"/>` +
    `<text x="${Math.round(x * 10) / 10}" y="${top + 14.5}" font-size="13" font-weight="700" text-anchor="middle" fill="${colour}">${escaped(words)}</text>`
  );
}

function boxShape(box: Box, placed: Placed | undefined): string {
  if (placed === undefined) return '';
  const looks = LOOKS[box.type];
  const name = `${TYPE_WORDS[box.type].one}: ${box.label}`;
  return `<g><title>${escaped(name)}</title>${outline(placed, looks)}${labelText(placed, looks)}</g>`;
}

function outline({ x, y, width, height }: Placed, looks: Looks): string {
  const dashes = {
    solid: '',
    dashed: ' stroke-dasharray="7 4"',
    dotted: ' stroke-dasharray="2 3"',
  };
  const radius = Math.min(looks.radius, height / 2);
  const shape =
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" ` +
    `fill="${looks.fill}" stroke="${looks.line}" stroke-width="${looks.stroke}"${dashes[looks.outline]}/>`;
  if (!looks.edge) return shape;
  return `${shape}<rect x="${x}" y="${y}" width="6" height="${height}" fill="${looks.line}"/>`;
}

const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

function labelText({ x, y, width, height, lines }: Placed, looks: Looks): string {
  const { lineHeight, fontSize, padding } = SIZE;
  const rightToLeft = RIGHT_TO_LEFT.test(lines[0] ?? '');
  const at = rightToLeft ? x + width - padding : x + padding;
  const first = y + (height - lines.length * lineHeight) / 2 + fontSize;
  const direction = rightToLeft ? ' direction="rtl"' : '';
  const spans = lines.map(
    (line, index) =>
      `<tspan x="${at}" y="${Math.round((first + index * lineHeight) * 10) / 10}">${escaped(line)}</tspan>`,
  );
  return `<text fill="${looks.text}"${direction}>${spans.join('')}</text>`;
}
