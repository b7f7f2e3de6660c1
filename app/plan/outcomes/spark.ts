import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { ofEverybody } from '#app/theory/measures/values.ts';
import type { SeenMeasure } from '#app/theory/measures/seen.ts';
import { escaped, GREY, INK, n, words } from '#app/theory/drawing/svg.ts';
import { COURSE_WORDS } from '#app/theory/measures/course.ts';
import { readNumber, sayFigure } from '#app/theory/measures/units.ts';
import type { OutcomeRow } from './outcomes.ts';

const LINE = '#0b5cad';
const TYPEFACE = 'Atkinson Hyperlegible, Noto Sans, Arial, sans-serif';

/**
 * A measure over time as a small line in a box of the given size: a dot a figure, the last one large,
 * the target a dashed line across. A hidden figure parts the line.
 */
function sparkline(
  { values, measure }: Pick<SeenMeasure, 'values' | 'measure'>,
  { width, height }: { width: number; height: number },
): string {
  const whole = ofEverybody(values);
  const open = whole.flatMap(({ value }) => (value === HIDDEN ? [] : [value]));
  if (open.length === 0) return '';
  const target = readNumber(measure.target);
  const all = target === null ? open : [...open, target];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const pad = 6;
  const y = (value: number) =>
    most === least
      ? height / 2
      : height - pad - ((value - least) / (most - least)) * (height - 2 * pad);
  const x = (at: number) =>
    whole.length === 1 ? width / 2 : pad + (at / (whole.length - 1)) * (width - 2 * pad);
  const runs: string[][] = [[]];
  const dots: string[] = [];
  whole.forEach(({ value }, at) => {
    if (value === HIDDEN) {
      runs.push([]);
      return;
    }
    runs.at(-1)?.push(`${n(x(at))},${n(y(value))}`);
    const isLast = at === whole.length - 1;
    dots.push(`<circle cx="${n(x(at))}" cy="${n(y(value))}" r="${isLast ? 4.5 : 2.5}"/>`);
  });
  const lines = runs
    .filter((run) => run.length > 1)
    .map((run) => `<polyline points="${run.join(' ')}" fill="none"/>`);
  const goal =
    target === null
      ? ''
      : `<path d="M0 ${n(y(target))}H${width}" stroke="${GREY}" stroke-width="1.5" stroke-dasharray="5 4"/>`;
  return `${goal}<g fill="${LINE}" stroke="${LINE}" stroke-width="2">${lines.join('')}${dots.join('')}</g>`;
}

const BOARD = { width: 960, row: 74, top: 34 };

/** The measures of a board's page as one picture: name, line, newest figure, how it stands. */
export function boardSvg(rows: readonly OutcomeRow[]): string {
  const height = BOARD.top + rows.length * BOARD.row;
  const head = [
    words(0, 20, 'Measure', { size: 15, bold: true }),
    words(430, 20, 'Over time (dashes: target)', { size: 15, bold: true }),
    words(680, 20, 'Newest', { size: 15, bold: true }),
  ];
  const drawn = rows.map(({ seen }, at) => {
    const top = BOARD.top + at * BOARD.row;
    const spark = sparkline(seen, { width: 220, height: 50 });
    const name = wrapped(seen.measure.label, 52, 3).map((line, i) =>
      words(0, top + 22 + i * 18, line, { size: 15 }),
    );
    return [
      `<path d="M0 ${top}H${BOARD.width}" stroke="#cecece"/>`,
      ...name,
      spark === ''
        ? words(430, top + 36, 'No figure yet', { size: 15, colour: GREY })
        : `<g transform="translate(430 ${top + 12})">${spark}</g>`,
      words(680, top + 26, seen.newest === '' ? '–' : seen.newest, { size: 15, bold: true }),
      words(680, top + 46, `${COURSE_WORDS[seen.standing.course]}${targetOf(seen)}`, { size: 14 }),
    ].join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${BOARD.width}" height="${height}" viewBox="0 0 ${BOARD.width} ${height}" font-family="${TYPEFACE}" fill="${INK}">${head.join('')}${drawn.join('')}</svg>`;
}

function targetOf({ measure }: SeenMeasure): string {
  const target = readNumber(measure.target);
  return target === null ? '' : `; target ${sayFigure(target, measure.unit)}`;
}

/** Words in lines of at most so many letters; what does not fit ends in an ellipsis. */
function wrapped(text: string, most: number, lines: number): string[] {
  const out: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = out.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > most) out.push(word);
    else out[out.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  const kept = out.map((line) => (line.length > most ? `${line.slice(0, most - 1)}…` : line));
  if (kept.length <= lines) return kept;
  const last = kept[lines - 1] ?? '';
  return [...kept.slice(0, lines - 1), `${last.slice(0, most - 1)}…`];
}

/** Bars from 0, one a row, with a line for the range that chance leaves; `says` is read out. */
export function rateBars(
  rates: readonly { label: string; rate: number; low: number; high: number }[],
  says: string,
): string {
  const [width, row] = [760, 34];
  const most = Math.max(1, ...rates.map(({ high }) => high));
  const x = (value: number) => 160 + (value / most) * 480;
  const bars = rates.map(({ label, rate, low, high }, at) => {
    const y = at * row + 6;
    const middle = y + 11;
    return [
      words(0, middle + 5, label, { size: 15 }),
      `<rect x="160" y="${y}" width="${n(x(rate) - 160)}" height="22" fill="${LINE}" fill-opacity="0.55"/>`,
      `<path d="M${n(x(low))} ${middle}H${n(x(high))}M${n(x(low))} ${middle - 5}v10M${n(x(high))} ${middle - 5}v10" stroke="${INK}" stroke-width="1.5"/>`,
      words(x(high) + 8, middle + 5, `${rate.toFixed(1)}%`, { size: 15 }),
    ].join('');
  });
  const height = rates.length * row + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(says)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${TYPEFACE}" fill="${INK}">${bars.join('')}</svg>`;
}

/** The same line as a picture of its own, for a cell of a table; empty where there is nothing to draw. */
export function sparkSvg(seen: SeenMeasure, title: string): string {
  const size = { width: 150, height: 44 };
  const drawn = sparkline(seen, size);
  if (drawn === '') return '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escaped(title)}">${drawn}</svg>`;
}
