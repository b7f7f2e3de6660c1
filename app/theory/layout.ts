import {
  BAND_TYPES,
  BOX_TYPES,
  column,
  typeName,
  type Box,
  type BoxType,
  type Theory,
} from './graph.ts';
import { wrapText } from './wrap.ts';

/**
 * Where every box stands: columns by type from left to right, and beneath them a band each for what
 * holds for the whole chain. The canvas, the picture and the document all use these places.
 */

/** Sizes in CSS pixels. */
export const SIZE = {
  boxWidth: 208,
  fontSize: 14,
  lineHeight: 18,
  padding: 12,
  columnGap: 76,
  rowGap: 18,
  titleHeight: 44,
  bandGap: 36,
  margin: 44,
} as const;

export interface Placed {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

/** A titled column, or a titled band beneath the columns. */
export interface Region {
  type: BoxType;
  title: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A row of boxes across all columns, such as those of one strand. */
export interface Lane {
  title: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  width: number;
  height: number;
  columns: Region[];
  bands: Region[];
  /** From top to bottom; none unless they were asked for. */
  lanes: Lane[];
  boxes: Map<string, Placed>;
}

export interface LayoutOptions {
  /** Columns that are there even when they hold no box yet. */
  always?: readonly BoxType[];
  /** Cut labels after so many lines; without it they are shown whole. */
  maxLines?: number;
  /** Rows to sort the boxes into, by the ids of their boxes; places of their own do not count then. */
  lanes?: readonly { title: string; boxes: ReadonlySet<string> }[];
}

/** The columns that an editor always shows, so that there is somewhere to put the first box. */
export const USUAL_COLUMNS: readonly BoxType[] = [
  'need',
  'activity',
  'output',
  'intermediateOutcome',
  'longTermOutcome',
  'impact',
];

const isBand = (type: BoxType) => (BAND_TYPES as readonly BoxType[]).includes(type);

/**
 * Places every box of a theory. A box with a height of its own stands in its column as far down as
 * that, or lower when those above it need the room; one with a place of its own stands there.
 */
export function layout(theory: Theory, options: LayoutOptions = {}): Layout {
  const shown = BOX_TYPES.filter(
    (type) => options.always?.includes(type) || theory.boxes.some((box) => box.type === type),
  );
  const boxes = new Map<string, Placed>();
  const { columns, lanes } =
    options.lanes === undefined
      ? { columns: placeColumns(theory, shown, boxes, options), lanes: [] }
      : placeLanes(theory, shown, boxes, options.lanes, options);
  const bands = placeBands(theory, shown, columns, boxes, options);
  for (const box of options.lanes === undefined ? theory.boxes : []) {
    const placed = boxes.get(box.id);
    if (placed !== undefined && box.x !== null && box.y !== null) {
      boxes.set(box.id, { ...placed, x: box.x, y: box.y });
    }
  }
  return { ...extent([...columns, ...bands, ...boxes.values()]), columns, bands, lanes, boxes };
}

/** How a box looks on its own: its lines and its size, at the origin. */
export function sized(box: Pick<Box, 'id' | 'label'>, maxLines?: number): Placed {
  const { boxWidth, fontSize, lineHeight, padding } = SIZE;
  // A twenty-fifth is kept free for a reader whose font is a little wider than ours.
  const inner = (boxWidth - 2 * padding) * 0.96;
  const lines = wrapText(box.label, inner, { fontSize, weight: 'regular' }, maxLines);
  const height = Math.max(44, lines.length * lineHeight + 2 * padding - 2);
  return { id: box.id, x: 0, y: 0, width: boxWidth, height, lines };
}

function placeColumns(
  theory: Theory,
  shown: readonly BoxType[],
  boxes: Map<string, Placed>,
  { maxLines }: LayoutOptions,
): Region[] {
  const { boxWidth, columnGap, margin } = SIZE;
  return shown
    .filter((type) => !isBand(type))
    .map((type, index) => {
      const x = margin + index * (boxWidth + columnGap);
      const bottom = stack(column(theory, type), x, top(), boxes, maxLines);
      return region(theory, type, { x, y: margin, width: boxWidth, height: bottom - margin });
    });
}

/** Room over the first box of a lane, for its title, in CSS pixels. */
const LANE_TITLE = 28;

function placeLanes(
  theory: Theory,
  shown: readonly BoxType[],
  boxes: Map<string, Placed>,
  rows: NonNullable<LayoutOptions['lanes']>,
  { maxLines }: LayoutOptions,
): { columns: Region[]; lanes: Lane[] } {
  const { boxWidth, columnGap, margin } = SIZE;
  const types = shown.filter((type) => !isBand(type));
  const xs = types.map((_, index) => margin + index * (boxWidth + columnGap));
  const width = types.length * (boxWidth + columnGap) - columnGap;
  let y = top();
  const lanes = rows.map(({ title, boxes: inLane }): Lane => {
    const bottoms = types.map((type, index) => {
      const own = column(theory, type)
        .filter(({ id }) => inLane.has(id))
        .map((box) => ({ ...box, x: null, y: null }));
      return stack(own, xs[index] ?? margin, y + LANE_TITLE, boxes, maxLines);
    });
    const height = Math.max(y + LANE_TITLE + SIZE.rowGap, ...bottoms) - y;
    y += height;
    return { title, x: margin, y: y - height, width, height };
  });
  const columns = types.map((type, index) => {
    const place = { x: xs[index] ?? margin, y: margin, width: boxWidth, height: y - margin };
    return region(theory, type, place);
  });
  return { columns, lanes };
}

/** Where the first box of a column stands, in CSS pixels. */
export function top(): number {
  return SIZE.margin + SIZE.titleHeight;
}

/** Puts boxes one under another; answers where the next would stand. */
function stack(
  column: readonly Box[],
  x: number,
  y: number,
  boxes: Map<string, Placed>,
  maxLines: number | undefined,
): number {
  let next = y;
  for (const box of column) {
    const placed = sized(box, maxLines);
    const at = box.x === null && box.y !== null ? Math.max(next, box.y) : next;
    boxes.set(box.id, { ...placed, x, y: at });
    next = at + placed.height + SIZE.rowGap;
  }
  return next;
}

function region(
  theory: Theory,
  type: BoxType,
  place: Pick<Region, 'x' | 'y' | 'width' | 'height'>,
): Region {
  return { type, title: typeName(theory, type).many, ...place };
}

/** How many columns a band has when the theory has hardly any of its own. */
const LEAST_BAND_COLUMNS = 4;

function placeBands(
  theory: Theory,
  shown: readonly BoxType[],
  columns: readonly Region[],
  boxes: Map<string, Placed>,
  { maxLines }: LayoutOptions,
): Region[] {
  const { boxWidth, columnGap, margin, titleHeight, bandGap, rowGap } = SIZE;
  const count = Math.max(columns.length, LEAST_BAND_COLUMNS);
  const xs = Array.from({ length: count }, (_, index) => margin + index * (boxWidth + columnGap));
  const width = count * boxWidth + (count - 1) * columnGap;
  let y = Math.max(margin, ...columns.map((each) => each.y + each.height)) + bandGap;
  return shown.filter(isBand).map((type) => {
    const bottoms = xs.map(() => y + titleHeight);
    for (const box of column(theory, type)) {
      const placed = sized(box, maxLines);
      const at = bandColumn(theory, box, columns, bottoms);
      const next = bottoms[at] ?? y;
      boxes.set(box.id, { ...placed, x: xs[at] ?? margin, y: next });
      bottoms[at] = next + placed.height + rowGap;
    }
    const height = Math.max(...bottoms) - y;
    const band = region(theory, type, { x: margin, y, width, height });
    y += band.height + bandGap;
    return band;
  });
}

/** How far to the side a box of a band may go rather than stand lower, in CSS pixels a column. */
const ASIDE = 40;

/** Under the column of what it bears on, or beside it where there is more room. */
function bandColumn(
  theory: Theory,
  box: Box,
  columns: readonly Region[],
  bottoms: readonly number[],
): number {
  const others = theory.links
    .filter((link) => link.source === box.id || link.target === box.id)
    .map((link) => (link.source === box.id ? link.target : link.source));
  const at = others
    .map((id) => theory.boxes.find((each) => each.id === id)?.type)
    .map((type) => columns.findIndex((each) => each.type === type))
    .filter((index) => index >= 0);
  const middle = at.reduce((sum, each) => sum + each, 0) / at.length;
  const costs = bottoms.map((y, index) =>
    at.length === 0 ? y : y + ASIDE * Math.abs(index - Math.round(middle)),
  );
  return costs.indexOf(Math.min(...costs));
}

function extent(regions: readonly { x: number; y: number; width: number; height: number }[]): {
  width: number;
  height: number;
} {
  const right = regions.map(({ x, width }) => x + width);
  const bottom = regions.map(({ y, height }) => y + height);
  return {
    width: Math.ceil(Math.max(0, ...right) + SIZE.margin),
    height: Math.ceil(Math.max(0, ...bottom) + SIZE.margin),
  };
}
