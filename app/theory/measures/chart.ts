import { sayShortDay } from '#app/ui/words.ts';
import type { Line } from './course.ts';
import { sayPeriod } from './periods.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { sayFigure, unitKind } from './units.ts';
import { ofEverybody, type ShownValue } from './values.ts';

/** The small chart of a measure as numbers: what is drawn where, in the units of its view box. */

export interface Point {
  x: number;
  y: number;
  /** The ends of the range that chance leaves; null where the counts are not known. */
  range: { top: number; bottom: number } | null;
  words: string;
}

export interface Chart {
  width: number;
  height: number;
  /** Figures, oldest first; a hidden one parts the line. */
  runs: Point[][];
  /** The planned line from the baseline to the target. */
  plan: { x1: number; y1: number; x2: number; y2: number; from: string; to: string } | null;
  ticks: { y: number; words: string }[];
  firstDay: string;
  lastDay: string;
}

const BOX = { width: 640, height: 260, left: 64, right: 16, top: 16, bottom: 32 };

/**
 * Lays out the figures of everybody together over time, with the planned line. Null when there is
 * nothing to draw: no figure that may be shown, and no plan.
 */
export function chartOf(
  values: readonly ShownValue[],
  line: Line | null,
  unit: string,
): Chart | null {
  const whole = ofEverybody(values);
  const open = whole.filter(({ value }) => value !== HIDDEN);
  if (open.length === 0 && line === null) return null;
  const days = [...whole.map(({ end }) => end), ...(line ? [line.from.day, line.to.day] : [])];
  const [first, last] = [days.reduce(earlier), days.reduce(later)];
  const scale = scaleOf(open, line, unit);
  const x = across(first, last);
  const y = (value: number) => {
    const share = (value - scale.low) / (scale.high - scale.low || 1);
    return BOX.height - BOX.bottom - share * (BOX.height - BOX.bottom - BOX.top);
  };
  return {
    width: BOX.width,
    height: BOX.height,
    runs: runsOf(whole, x, y, unit),
    plan: line && {
      x1: x(line.from.day),
      y1: y(line.from.value),
      x2: x(line.to.day),
      y2: y(line.to.value),
      from: sayFigure(line.from.value, unit),
      to: sayFigure(line.to.value, unit),
    },
    ticks: scale.ticks.map((value) => ({ y: y(value), words: sayFigure(value, tickUnit(unit)) })),
    firstDay: sayShortDay(first),
    lastDay: sayShortDay(last),
  };
}

const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);
const tickUnit = (unit: string) => (unitKind(unit) === 'share' ? unit : '');

function across(first: string, last: string): (day: string) => number {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const room = BOX.width - BOX.left - BOX.right;
  return (day) => {
    const share = to === from ? 0.5 : (Date.parse(day) - from) / (to - from);
    return BOX.left + share * room;
  };
}

/** Round figures around all that is drawn; shares stay within 0 and 100, and counts above 0. */
function scaleOf(open: readonly ShownValue[], line: Line | null, unit: string) {
  const figures = [
    ...open.flatMap(({ value, interval }) => [
      ...(value === HIDDEN ? [] : [value]),
      ...(interval === null ? [] : [interval.low, interval.high]),
    ]),
    ...(line === null ? [] : [line.from.value, line.to.value]),
  ];
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const step = roundStep((most - least || Math.abs(most) || 1) / 4);
  const floor = unitKind(unit) === 'other' ? -Infinity : 0;
  const ceiling = unitKind(unit) === 'share' ? 100 : Infinity;
  const low = Math.max(floor, Math.floor((least - step / 4) / step) * step);
  const high = Math.min(ceiling, Math.ceil((most + step / 4) / step) * step);
  const ticks: number[] = [];
  for (let at = 0; low + at * step <= high + step / 1000 && at < 12; at += 1) {
    ticks.push(Math.round((low + at * step) * 1e6) / 1e6);
  }
  return { low, high: high === low ? low + step : high, ticks };
}

/** The next of 1, 2, 5, 10, 20 … (and their tenths) that is not less. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((each) => each * power >= least - 1e-12) ?? 10;
  return step * power;
}

function runsOf(
  whole: readonly ShownValue[],
  x: (day: string) => number,
  y: (value: number) => number,
  unit: string,
): Point[][] {
  const runs: Point[][] = [[]];
  for (const value of whole) {
    if (value.value === HIDDEN) {
      runs.push([]);
      continue;
    }
    const { interval } = value;
    runs.at(-1)?.push({
      x: x(value.end),
      y: y(value.value),
      range: interval && { top: y(interval.high), bottom: y(interval.low) },
      words: `${sayPeriod(value)}: ${sayFigure(value.value, unit)}`,
    });
  }
  return runs.filter((run) => run.length > 0);
}
