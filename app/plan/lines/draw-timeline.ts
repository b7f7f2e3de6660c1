import { escaped } from '#app/theory/drawing/svg.ts';
import { textWidth } from '#app/theory/text-width.ts';
import { sayShortDay } from '#app/ui/words.ts';
import { STATUS_NAMES } from '#app/plan/plan.ts';
import { dayNumber, dayOfNumber } from './days.ts';
import type { Timeline, TimelineRow } from './timeline.ts';

/** The calendar of a plan as a drawing: one row a line, years and quarters across. */

const WIDTH = 1120;
const LABELS = 330;
const RIGHT = 12;
const ROW = 26;
const HEAD = 30;
const AXIS = 44;
const LEGEND = 58;
const FONT = "'Atkinson Hyperlegible', Verdana, Arial, sans-serif";
const [INK, GREY, PALE, RED, PLAN] = ['#0b0c0c', '#505a5f', '#b1b4b6', '#942514', '#0b5cad'];

export interface Drawn {
  title: string;
  rows: readonly TimelineRow[];
}

interface Frame {
  x: (day: string) => number;
  from: string;
  to: string;
}

/** The first day of the quarter of a day, and of the one after it. */
function quarterOf(day: string): { first: string; next: string } {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const start = Math.floor((month - 1) / 3) * 3;
  const at = (m: number) => new Date(Date.UTC(year, m, 1)).toISOString().slice(0, 10);
  return { first: at(start), next: at(start + 3) };
}

function frameOf({ first, last }: Pick<Timeline, 'first' | 'last'>): Frame {
  const [from, to] = [quarterOf(first).first, quarterOf(last).next];
  const [low, high] = [dayNumber(from), dayNumber(to)];
  const room = WIDTH - LABELS - RIGHT;
  const round = (value: number) => Math.round(value * 10) / 10;
  const x = (day: string) => round(LABELS + ((dayNumber(day) - low) / (high - low)) * room);
  return { x, from, to };
}

/**
 * Draws groups of rows with years and quarters above, today as a line, milestones as diamonds and what
 * waits for what as elbows. What is said by colour is said by shape and word as well: a bar that is
 * done is full, one that is planned is empty, one that was stopped is broken; what decides the end has a
 * thick edge. Between lines of which only one is drawn, no elbow is.
 *
 * @param groups what of the timeline to draw, in order
 */
export function drawTimeline(
  timeline: Pick<Timeline, 'first' | 'last' | 'today'>,
  groups: readonly Drawn[],
): string {
  const frame = frameOf(timeline);
  const heights = new Map<string, number>();
  let y = AXIS;
  const parts: string[] = [];
  for (const { title, rows } of groups) {
    const shown = rows.filter(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null);
    if (shown.length === 0) continue;
    parts.push(
      `<rect x="0" y="${y}" width="${WIDTH}" height="${HEAD - 4}" fill="#f3f2f1"/>`,
      words(8, y + 18, shortened(title, WIDTH - 40), 'font-weight="bold"'),
    );
    y += HEAD;
    for (const row of shown) {
      heights.set(row.id, y + ROW / 2);
      parts.push(bar(row, y, frame));
      y += ROW;
    }
  }
  const bottom = y;
  const rows = groups.flatMap((group) => group.rows);
  const body = [
    axis(frame, bottom),
    ...parts,
    ...rows.flatMap((row) => elbows(row, rows, heights, frame)),
    ...rows.flatMap((row) => diamonds(row, heights, frame)),
    today(timeline.today, frame, bottom),
    legend(bottom + 12),
  ].join('');
  const height = bottom + LEGEND;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}" font-size="13" fill="${INK}">${body}</svg>`;
}

function axis({ x, from, to }: Frame, bottom: number): string {
  const parts: string[] = [];
  for (let day = from; day < to; day = quarterOf(day).next) {
    const month = Number(day.slice(5, 7));
    const year = Number(day.slice(0, 4));
    const startsYear = month === 4;
    const left = x(day);
    const room = x(quarterOf(day).next) - left;
    parts.push(
      `<line x1="${left}" y1="${startsYear ? 4 : 24}" x2="${left}" y2="${bottom}" stroke="${startsYear ? GREY : PALE}" stroke-width="1"/>`,
    );
    if (startsYear || day === from) {
      const fiscal = month >= 4 ? year : year - 1;
      parts.push(
        words(left + 4, 16, `${fiscal}–${String(fiscal + 1).slice(2)}`, 'font-weight="bold"'),
      );
    }
    const names = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'];
    const name = names[Math.floor((month - 1) / 3)] ?? '';
    if (room >= 52) parts.push(words(left + 4, 36, name, 'font-size="12"'));
    else if (room >= 22) parts.push(words(left + 3, 36, name.slice(0, 3), 'font-size="11"'));
  }
  return parts.join('');
}

const OPEN_ENDED = 26;

/** The bar of a row with its title before it and, where there is room, its state in it. */
function bar(row: TimelineRow, top: number, { x }: Frame): string {
  const y = top + 4;
  const height = ROW - 9;
  const start = row.startsOn === null ? x(row.endsOn ?? '') - OPEN_ENDED : x(row.startsOn);
  const end = row.endsOn === null ? start + OPEN_ENDED : x(dayOfNumber(dayNumber(row.endsOn) + 1));
  const width = Math.max(3, Math.round((end - start) * 10) / 10);
  const whole = row.startsOn !== null && row.endsOn !== null;
  const fills = { done: PLAN, 'under-way': '#cfe2f5', planned: '#ffffff', stopped: '#f3f2f1' };
  const edge = row.critical
    ? `stroke="${INK}" stroke-width="3"`
    : `stroke="${PLAN}" stroke-width="1.5"`;
  const broken = row.status === 'stopped' || !whole ? ' stroke-dasharray="4 3"' : '';
  const state = row.critical
    ? `${STATUS_NAMES[row.status]}, decides the end`
    : STATUS_NAMES[row.status];
  const colour = row.status === 'done' ? '#ffffff' : INK;
  const said = textWidth(state, 11) + 12 < width ? state : STATUS_NAMES[row.status];
  const fits = textWidth(said, 11) + 12 < width;
  return [
    words(8, top + 17, shortened(row.title, LABELS - 22)),
    `<rect x="${start}" y="${y}" width="${width}" height="${height}" rx="2" fill="${fills[row.status]}" ${edge}${broken}/>`,
    fits ? words(start + 5, top + 17, said, `font-size="11" fill="${colour}"`) : '',
    // A short bar says by its shape what it has no room to say: a tick through what is done.
    !fits && row.status === 'under-way'
      ? `<line x1="${start}" y1="${y + height}" x2="${start + width}" y2="${y + height}" stroke="${PLAN}" stroke-width="4"/>`
      : '',
  ].join('');
}

function diamonds(row: TimelineRow, heights: ReadonlyMap<string, number>, { x }: Frame): string[] {
  const y = heights.get(row.id);
  if (y === undefined) return [];
  return row.milestones.flatMap(({ dueOn, done }) => {
    if (dueOn === null) return [];
    const at = x(dueOn);
    return [diamond(at, y, done)];
  });
}

const diamond = (x: number, y: number, done: boolean) =>
  `<path d="M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z" fill="${done ? INK : '#ffffff'}" stroke="${INK}" stroke-width="2"/>`;

/** From the end of what is waited for to the start of what waits, along right angles. */
function elbows(
  row: TimelineRow,
  rows: readonly TimelineRow[],
  heights: ReadonlyMap<string, number>,
  { x }: Frame,
): string[] {
  const to = heights.get(row.id);
  if (to === undefined || row.startsOn === null) return [];
  const end = x(row.startsOn);
  return row.waitsFor.flatMap(({ id, clashes }) => {
    const other = rows.find((one) => one.id === id);
    const from = heights.get(id);
    if (!other || from === undefined || other.endsOn === null) return [];
    const start = x(dayOfNumber(dayNumber(other.endsOn) + 1));
    const out = start + 7;
    const down = to > from ? ROW / 2 : -ROW / 2;
    const path =
      end >= out + 7
        ? `M${start} ${from}H${out}V${to}H${end - 6}`
        : `M${start} ${from}H${out}V${from + down}H${end - 12}V${to}H${end - 6}`;
    const style = clashes
      ? `stroke="${RED}" stroke-width="2.5" stroke-dasharray="5 3"`
      : `stroke="${GREY}" stroke-width="1.5"`;
    const head = `<path d="M${end} ${to}l-7 -4v8z" fill="${clashes ? RED : GREY}"/>`;
    return [`<path d="${path}" fill="none" ${style}/>${head}`];
  });
}

function today(day: string, { x, from, to }: Frame, bottom: number): string {
  if (day < from || day > to) return '';
  const at = x(day);
  const said = `Today, ${sayShortDay(day)}`;
  const left = at > WIDTH - 130;
  return (
    `<line x1="${at}" y1="20" x2="${at}" y2="${bottom + 4}" stroke="${RED}" stroke-width="2"/>` +
    words(
      left ? at - 6 : at + 6,
      bottom + 10,
      said,
      `font-size="12" fill="${RED}"${left ? ' text-anchor="end"' : ''}`,
    )
  );
}

function legend(top: number): string {
  const y = top + 22;
  const items: [string, (x: number) => string][] = [
    ['Planned', (x) => box(x, y, `fill="#ffffff" stroke="${PLAN}" stroke-width="1.5"`)],
    ['Under way', (x) => box(x, y, `fill="#cfe2f5" stroke="${PLAN}" stroke-width="1.5"`)],
    ['Done', (x) => box(x, y, `fill="${PLAN}" stroke="${PLAN}" stroke-width="1.5"`)],
    [
      'Stopped',
      (x) => box(x, y, `fill="#f3f2f1" stroke="${PLAN}" stroke-width="1.5" stroke-dasharray="4 3"`),
    ],
    ['Decides the end', (x) => box(x, y, `fill="#ffffff" stroke="${INK}" stroke-width="3"`)],
    ['Milestone', (x) => diamond(x + 14, y + 6, false)],
    ['Milestone done', (x) => diamond(x + 14, y + 6, true)],
    [
      'Waits for',
      (x) =>
        `<path d="M${x} ${y + 6}H${x + 20}" stroke="${GREY}" stroke-width="1.5" fill="none"/><path d="M${x + 28} ${y + 6}l-7 -4v8z" fill="${GREY}"/>`,
    ],
    [
      'Starts too early',
      (x) =>
        `<path d="M${x} ${y + 6}H${x + 20}" stroke="${RED}" stroke-width="2.5" stroke-dasharray="5 3" fill="none"/><path d="M${x + 28} ${y + 6}l-7 -4v8z" fill="${RED}"/>`,
    ],
  ];
  let x = 8;
  return items
    .map(([name, draw]) => {
      const drawn = draw(x) + words(x + 36, y + 11, name, 'font-size="12"');
      x += 36 + textWidth(name, 12) + 20;
      return drawn;
    })
    .join('');
}

const box = (x: number, y: number, style: string) =>
  `<rect x="${x}" y="${y}" width="28" height="13" rx="2" ${style}/>`;

const words = (x: number, y: number, text: string, more = '') =>
  `<text x="${x}" y="${y}"${more === '' ? '' : ` ${more}`}>${escaped(text)}</text>`;

/** The text in so many units of width, cut with an ellipsis where it is longer. */
function shortened(text: string, width: number, size = 13): string {
  if (textWidth(text, size) <= width) return text;
  let letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) {
    letters = letters.slice(0, -1);
  }
  return `${letters.join('').trimEnd()}…`;
}

/** Rows a picture of a document: more would be too small to read on its page. */
const ROWS_A_PICTURE = 26;

/** The groups in pictures of so many rows at most; a long group is carried on in the next. */
export function inPictures(groups: readonly Drawn[], most = ROWS_A_PICTURE): Drawn[][] {
  const pictures: Drawn[][] = [];
  let room = 0;
  for (const { title, rows } of groups) {
    const shown = rows.filter(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null);
    for (let at = 0; at < shown.length;) {
      // A heading takes a row, and never stands alone at the foot.
      if (room < 3) {
        pictures.push([]);
        room = most;
      }
      const some = shown.slice(at, at + room - 1);
      pictures.at(-1)?.push({ title: at === 0 ? title : `${title} (goes on)`, rows: some });
      room -= some.length + 1;
      at += some.length;
    }
  }
  return pictures;
}
