import { sayMeasure, statisticOf, type Measure } from '#app/needs/areas/area-headers.ts';
import { sayFigure } from '#app/needs/printed-table.ts';

/** How a class of areas is told apart by more than its colour. */
export type Pattern = 'close-lines' | 'lines' | 'dots';

export interface MapClass {
  label: string;
  /** What is written in an area of it, where there is room. */
  short: string;
  fill: string;
  /** For what is written on the fill: at least 4.5 to 1. */
  ink: string;
  pattern: Pattern | null;
  areas: number;
}

export interface Classes {
  title: string;
  classes: MapClass[];
  /** The class of each area by its place in the list; what is not here has no figure. */
  of: Map<string, number>;
  /** Areas whose count is too small to be shown. */
  hidden: ReadonlySet<string>;
}

/** From the most to the least deprived tenth: one hue, darker is more. */
const TENTHS = [
  '#08306b',
  '#0a4488',
  '#135ba3',
  '#2a74b7',
  '#5a99cc',
  '#7db0d8',
  '#9dc4e3',
  '#bdd6ec',
  '#d7e6f4',
  '#ecf3fa',
] as const;
/** From the lowest to the highest fifth. */
const FIFTHS = ['#ecf3fa', '#bdd6ec', '#7db0d8', '#2a74b7', '#08306b'] as const;
const PATTERNS: readonly Pattern[] = ['close-lines', 'lines', 'dots'];
const LIGHT = '#ffffff';
const DARK = '#0b0c0c';
const DARK_FILLS = new Set<string>(['#08306b', '#0a4488', '#135ba3', '#2a74b7']);

const inkOn = (fill: string) => (DARK_FILLS.has(fill) ? LIGHT : DARK);

/**
 * Puts areas into classes to be drawn: tenths as they are, any other figure in up to five classes with
 * about as many areas each, split between different values only. Areas without a figure are in none.
 *
 * @param hidden areas whose figure is not to be shown: they are in no class either
 */
export function classesOf(
  measure: Measure,
  figures: ReadonlyMap<string, number | null>,
  hidden: ReadonlySet<string> = new Set(),
): Classes {
  const shown = [...figures].flatMap(([code, figure]) =>
    figure === null || hidden.has(code) ? [] : [{ code, figure }],
  );
  const title = sayMeasure(measure);
  return statisticOf(measure.header) === 'decile'
    ? { title, hidden, ...tenths(shown) }
    : { title, hidden, ...fifths(shown) };
}

interface Shown {
  code: string;
  figure: number;
}

function tenths(shown: readonly Shown[]): Pick<Classes, 'classes' | 'of'> {
  const classes = TENTHS.map((fill, at): MapClass => ({
    label:
      at === 0 ? '1, most deprived tenth' : at === 9 ? '10, least deprived tenth' : String(at + 1),
    short: String(at + 1),
    fill,
    ink: inkOn(fill),
    pattern: PATTERNS[at] ?? null,
    areas: shown.filter(({ figure }) => figure === at + 1).length,
  }));
  return { classes, of: new Map(shown.map(({ code, figure }) => [code, figure - 1])) };
}

function fifths(shown: readonly Shown[]): Pick<Classes, 'classes' | 'of'> {
  const sorted = shown.map(({ figure }) => figure).sort((a, b) => a - b);
  const starts = new Set<number>();
  for (let fifth = 0; fifth < 5; fifth += 1) {
    const at = sorted[Math.floor((fifth * sorted.length) / 5)];
    if (at !== undefined) starts.add(at);
  }
  const from = [...starts].sort((a, b) => a - b);
  const place = (figure: number) => from.filter((start) => figure >= start).length - 1;
  const groups = from.map((_, at) => sorted.filter((figure) => place(figure) === at));
  const classes = groups.map((group, at): MapClass => {
    const fill = FIFTHS[Math.round((at * 4) / Math.max(1, from.length - 1))] ?? FIFTHS[4];
    const [low = 0, high = 0] = [group[0], group.at(-1)];
    return {
      label: low === high ? sayFigure(low) : `${sayFigure(low)} to ${sayFigure(high)}`,
      short: '',
      fill: from.length === 1 ? FIFTHS[2] : fill,
      ink: inkOn(fill),
      pattern: from.length > 1 ? (PATTERNS[from.length - 1 - at] ?? null) : null,
      areas: group.length,
    };
  });
  return { classes, of: new Map(shown.map(({ code, figure }) => [code, place(figure)])) };
}
