import type { Classes, MapClass, Pattern } from './classes.ts';
import type { DrawnArea, Drawing } from './draw.ts';

/** A point with a sign of its own and a number that the list beside the map explains. */
export interface MapPoint {
  x: number;
  y: number;
  number: number;
  name: string;
  sign: 'circle' | 'square' | 'triangle' | 'diamond';
}

export interface MapPicture {
  /** Unique on its page: the ids of the patterns begin with it. */
  id: string;
  title: string;
  /** What can be read off the picture, in words. */
  description: string;
  drawing: Drawing;
  classes: Classes;
  points: readonly MapPoint[];
  /** Outlines and names laid over the areas: wards over small areas. */
  over: readonly DrawnArea[];
  /** What is said of an area when it is pointed at. */
  sayArea: (code: string) => string;
}

const TYPEFACE = "'Atkinson Hyperlegible', system-ui, sans-serif";
const LEAST_ROOM = 17;

/** The map as an SVG drawing: without script, without a style sheet, named and described. */
export function mapSvg(picture: MapPicture): string {
  const { id, title, description, drawing, classes } = picture;
  const { width, height } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${escaped(TYPEFACE)}" font-size="13">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`,
    `<defs>${classes.classes.map((each, at) => patternOf(id, each, at)).join('')}${noFigure(id)}${tooSmall(id)}</defs>`,
    `<g stroke="#ffffff" stroke-width="0.8" stroke-linejoin="round">`,
    ...drawing.areas.map((area) => areaPath(picture, area)),
    '</g>',
    ...picture.over.map(
      ({ d }) =>
        `<path d="${d}" fill="none" stroke="#0b0c0c" stroke-width="1.4" stroke-linejoin="round" opacity="0.7"/>`,
    ),
    '<g text-anchor="middle" font-size="11">',
    ...drawing.areas.map((area) => areaNumber(picture, area)),
    '</g>',
    placeNames(picture),
    ...picture.points.map(pointMark),
    scaleBar(drawing),
    '</svg>',
  ].join('');
}

/** A small picture of a class for the legend. */
export function swatchSvg(id: string, each: MapClass | 'none' | 'hidden', at: number): string {
  const own = `${id}-key-${at}`;
  const def =
    each === 'none' ? noFigure(own) : each === 'hidden' ? tooSmall(own) : patternOf(own, each, at);
  const fill =
    each === 'none'
      ? `url(#${own}-none)`
      : each === 'hidden'
        ? `url(#${own}-hidden)`
        : fillOf(own, each, at);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="28" height="20" viewBox="0 0 28 20" aria-hidden="true" focusable="false"><defs>${def}</defs><rect x="0.5" y="0.5" width="27" height="19" fill="${fill}" stroke="#505a5f"/></svg>`;
}

/** The sign of a kind of point, for the legend. */
export function signSvg(sign: MapPoint['sign'], number = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="26" height="26" viewBox="-13 -13 26 26" aria-hidden="true" focusable="false" font-family="${escaped(TYPEFACE)}">${signShape(sign)}${signNumber(sign, number)}</svg>`;
}

function areaPath({ id, classes, sayArea }: MapPicture, { code, d }: DrawnArea): string {
  const at = classes.of.get(code);
  const each = at === undefined ? undefined : classes.classes[at];
  const fill =
    each !== undefined && at !== undefined
      ? fillOf(id, each, at)
      : classes.hidden.has(code)
        ? `url(#${id}-hidden)`
        : `url(#${id}-none)`;
  return `<path d="${d}" fill="${fill}"><title>${escaped(sayArea(code))}</title></path>`;
}

function areaNumber({ classes }: MapPicture, { code, x, y, room }: DrawnArea): string {
  const each = classes.classes[classes.of.get(code) ?? -1];
  if (!each || each.short === '' || room < LEAST_ROOM) return '';
  const halo =
    each.pattern === null ? '' : ` stroke="${each.fill}" stroke-width="4" paint-order="stroke"`;
  return `<text x="${x}" y="${y + 4}" fill="${each.ink}"${halo}>${escaped(each.short)}</text>`;
}

interface Label {
  x: number;
  y: number;
  half: number;
  name: string;
}

/** More places than this are written small. */
const FEW_PLACES = 8;

/**
 * The names of places, the roomiest first: each a little above or below its middle where a sign or another
 * name stands in its way, and not at all where there is no room. The table names every one.
 */
function placeNames({ over, points }: MapPicture): string {
  const size = over.length > FEW_PLACES ? 12 : 16;
  const placed: Label[] = [];
  const clashes = (label: Label) =>
    points.some(
      (point) =>
        Math.abs(point.x - label.x) < label.half + 12 && Math.abs(point.y - (label.y - 5)) < 20,
    ) ||
    placed.some(
      (other) =>
        Math.abs(other.x - label.x) < label.half + other.half &&
        Math.abs(other.y - label.y) < size + 2,
    );
  for (const { name, x, y, room } of [...over].sort((a, b) => b.room - a.room)) {
    const half = name.length * size * 0.28;
    if (room < 50 || half > room) continue;
    const free = [0, -24, 26, -46, 48]
      .map((by): Label => ({ x, y: y + by, half, name }))
      .find((label) => !clashes(label));
    if (free) placed.push(free);
  }
  return placed
    .map(
      ({ x, y, name }) =>
        `<text x="${x}" y="${y}" text-anchor="middle" font-size="${size}" font-weight="700" fill="#0b0c0c" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escaped(name)}</text>`,
    )
    .join('');
}

const fillOf = (id: string, { fill, pattern }: MapClass, at: number) =>
  pattern === null ? fill : `url(#${id}-class-${at})`;

function patternOf(id: string, { fill, ink, pattern }: MapClass, at: number): string {
  if (pattern === null) return '';
  return tile(`${id}-class-${at}`, fill, marks(pattern, ink));
}

function tile(id: string, fill: string, inside: string, size = 8): string {
  return `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}" fill="${fill}"/>${inside}</pattern>`;
}

function marks(pattern: Pattern, ink: string): string {
  switch (pattern) {
    case 'close-lines':
      return `<path d="M-2 2L2 -2M-2 6L6 -2M-2 10L10 -2M2 10L10 2M6 10L10 6" stroke="${ink}" stroke-width="0.7" opacity="0.45"/>`;
    case 'lines':
      return `<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="${ink}" stroke-width="0.8" opacity="0.5"/>`;
    case 'dots':
      return `<circle cx="2" cy="2" r="0.9" fill="${ink}" opacity="0.5"/><circle cx="6" cy="6" r="0.9" fill="${ink}" opacity="0.5"/>`;
  }
}

const noFigure = (id: string) =>
  tile(`${id}-none`, '#ffffff', '<path d="M0 0L8 8M8 0L0 8" stroke="#6f777b" stroke-width="0.9"/>');

const tooSmall = (id: string) =>
  tile(
    `${id}-hidden`,
    '#f3f2f1',
    '<path d="M0 4H8" stroke="#6f777b" stroke-width="0.9" stroke-dasharray="2 2"/>',
  );

function pointMark({ x, y, number, name, sign }: MapPoint): string {
  return `<g transform="translate(${x} ${y})"><title>${escaped(`${number}. ${name}`)}</title>${signShape(sign)}${signNumber(sign, String(number))}</g>`;
}

function signShape(sign: MapPoint['sign']): string {
  const paint = 'fill="#ffdd00" stroke="#0b0c0c" stroke-width="2"';
  switch (sign) {
    case 'circle':
      return `<circle r="11" ${paint}/>`;
    case 'square':
      return `<rect x="-9.5" y="-9.5" width="19" height="19" ${paint}/>`;
    case 'triangle':
      return `<path d="M0 -12L12 9.5H-12Z" ${paint} stroke-linejoin="round"/>`;
    case 'diamond':
      return `<path d="M0 -13L13 0L0 13L-13 0Z" ${paint} stroke-linejoin="round"/>`;
  }
}

const signNumber = (sign: MapPoint['sign'], number: string) =>
  number === ''
    ? ''
    : `<text y="${sign === 'triangle' ? 7 : 4}" text-anchor="middle" font-size="${number.length > 2 ? 9 : 11}" font-weight="700" fill="#0b0c0c">${escaped(number)}</text>`;

const ROUND = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

function scaleBar({ width, height, metresPerPixel }: Drawing): string {
  const most = (width / 4) * metresPerPixel;
  const metres = [...ROUND].reverse().find((each) => each <= most) ?? 100;
  const pixels = Math.round(metres / metresPerPixel);
  const words = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  const [x, y] = [width - pixels - 14, height - 10];
  return (
    `<path d="M${x} ${y - 5}V${y}H${x + pixels}V${y - 5}" fill="none" stroke="#ffffff" stroke-width="4"/>` +
    `<path d="M${x} ${y - 5}V${y}H${x + pixels}V${y - 5}" fill="none" stroke="#0b0c0c" stroke-width="1.5"/>` +
    `<text x="${x + pixels / 2}" y="${y - 6}" text-anchor="middle" font-size="12" fill="#0b0c0c" stroke="#ffffff" stroke-width="3" paint-order="stroke">${words}</text>`
  );
}

/** Text that cannot become markup. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
