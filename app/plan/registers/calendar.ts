import { GREY, INK, n, words } from '#app/theory/drawing/svg.ts';
import type { Communication } from './communication.ts';

/** The communications plan as a picture: a row each, months across. */

const MONTHS = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];
const NAMES = 250;
const MONTH = 22;
const ROW = 26;
const HEAD = 44;
/** Longer plans are drawn for so many months: the table has all. */
const MOST_MONTHS = 36;
export const MOST_DRAWN = 40;
const TYPEFACE = 'Atkinson Hyperlegible, Noto Sans, Arial, sans-serif';

/** Months since the year 0. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Where a day stands between two months, as a part of the way: the middle of a month is a half. */
const placeOf = (day: string) => monthOf(day) + (Number(day.slice(8, 10)) - 1) / 31;

/** The first and the last month that the calendar shows. */
function monthsOf(
  dated: readonly Pick<Communication, 'fromOn' | 'untilOn'>[],
  programme: { startsOn: string; endsOn: string },
): { first: number; last: number } {
  const starts = dated.flatMap(({ fromOn }) => (fromOn === null ? [] : [monthOf(fromOn)]));
  const first = Math.min(monthOf(programme.startsOn), ...starts);
  const last = Math.max(monthOf(programme.endsOn), first);
  return { first, last: Math.min(last, first + MOST_MONTHS - 1) };
}

/** Those that have a first day, by it: what the calendar draws, and the order of its rows. */
export function onCalendar<One extends Pick<Communication, 'fromOn' | 'title'>>(
  all: readonly One[],
): One[] {
  return all
    .filter(({ fromOn }) => fromOn !== null)
    .sort(
      (a, b) =>
        (a.fromOn ?? '').localeCompare(b.fromOn ?? '') || a.title.localeCompare(b.title, 'en-GB'),
    );
}

/**
 * Draws the calendar: a bar from the first to the last day, an arrow where no last day is set, a
 * diamond on the day of the target, a line on today.
 *
 * @param today YYYY-MM-DD
 */
export function calendarSvg(
  all: readonly Pick<Communication, 'title' | 'fromOn' | 'untilOn' | 'targetOn'>[],
  programme: { startsOn: string; endsOn: string },
  today: string,
): string {
  const rows = onCalendar(all).slice(0, MOST_DRAWN);
  const { first, last } = monthsOf(rows, programme);
  const months = last - first + 1;
  const width = NAMES + months * MONTH + 12;
  const height = HEAD + rows.length * ROW + 8;
  const x = (place: number) => NAMES + Math.min(Math.max(place - first, 0), months) * MONTH;
  const drawn = [
    ...headOf(first, months, height),
    ...rows.flatMap((row, at) => rowOf(row, HEAD + at * ROW, x, last)),
  ];
  const now = placeOf(today);
  if (now >= first && now < last + 1) {
    drawn.push(
      `<line x1="${n(x(now))}" x2="${n(x(now))}" y1="${HEAD - 6}" y2="${height}" stroke="${INK}" stroke-width="1.5" stroke-dasharray="4 3"/>`,
      words(x(now), height + 8, 'Today', { size: 11, anchor: 'middle' }),
    );
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + 14}" ` +
    `viewBox="0 0 ${width} ${height + 14}" font-family="${TYPEFACE}" font-size="13">${drawn.join('')}</svg>`
  );
}

function headOf(first: number, months: number, height: number): string[] {
  return Array.from({ length: months }, (_, at) => {
    const month = (first + at) % 12;
    const left = NAMES + at * MONTH;
    const year = String(Math.floor((first + at) / 12));
    const begins = at === 0 || month === 0;
    return (
      `<line x1="${left}" x2="${left}" y1="${begins ? 4 : 26}" y2="${height}" stroke="${begins ? GREY : '#d8dadb'}"/>` +
      (begins && months - at > 1 ? words(left + 4, 18, year, { size: 13, bold: true }) : '') +
      words(left + MONTH / 2, 36, MONTHS[month] ?? '', { size: 12, anchor: 'middle', colour: GREY })
    );
  });
}

function rowOf(
  row: Pick<Communication, 'title' | 'fromOn' | 'untilOn' | 'targetOn'>,
  top: number,
  x: (place: number) => number,
  last: number,
): string[] {
  if (row.fromOn === null) return [];
  const [from, middle] = [x(placeOf(row.fromOn)), top + ROW / 2];
  const until = x(row.untilOn === null ? last + 1 : placeOf(row.untilOn));
  const right = Math.max(until, from + 5);
  const title = row.title.length > 36 ? `${row.title.slice(0, 35)}…` : row.title;
  const arrow =
    row.untilOn === null
      ? `<path d="M${n(right)} ${n(middle - 8)}l8 8l-8 8z" fill="#0b5cad"/>`
      : '';
  const aim =
    row.targetOn === null
      ? ''
      : `<path d="M${n(x(placeOf(row.targetOn)))} ${n(middle - 7)}l7 7l-7 7l-7 -7z" fill="#fff" stroke="${INK}" stroke-width="2"/>`;
  return [
    words(0, middle + 4, title),
    `<rect x="${n(from)}" y="${n(middle - 6)}" width="${n(right - from)}" height="12" fill="#0b5cad"/>${arrow}${aim}`,
  ];
}
