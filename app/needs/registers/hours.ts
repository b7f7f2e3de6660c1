/** Opening times of one day as minutes after midnight. */
export interface Opening {
  from: number;
  to: number;
}

const TIME = /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s*(?<half>am|pm|noon)?$/i;

/**
 * Reads the hours of a day: "9am to 5pm", "09:00-12:30, 13:00-17:00", "closed". An empty text is no
 * hours recorded.
 *
 * @returns the openings in order, or null where the text cannot be read so
 */
export function readHours(text: string): Opening[] | null {
  const words = text.trim().toLowerCase();
  if (words === '' || words === 'closed' || words === '-') return [];
  const openings: Opening[] = [];
  for (const part of words.split(/,|;|\band\b|&/)) {
    const ends = part.split(/-|–|—|\bto\b|\buntil\b/).map((end) => end.trim());
    const [from, to] = [minutesOf(ends[0] ?? ''), minutesOf(ends[1] ?? '')];
    if (ends.length !== 2 || from === null || to === null || to <= from) return null;
    const last = openings.at(-1);
    if (last && from < last.to) return null;
    openings.push({ from, to });
  }
  return openings;
}

function minutesOf(text: string): number | null {
  const found = TIME.exec(text.trim())?.groups;
  if (!found) return null;
  let hour = Number(found['hour']);
  const minute = Number(found['minute'] ?? '0');
  const half = found['half'];
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  return hour > 24 || minute > 59 || hour * 60 + minute > 1440 ? null : hour * 60 + minute;
}

/** "09:00-12:30, 13:00-17:00"; the empty text where there is no opening. */
export function sayHours(openings: readonly Opening[]): string {
  return openings.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ');
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** How long a day's openings are together, in minutes. */
export function minutesOpen(openings: readonly Opening[]): number {
  return openings.reduce((sum, { from, to }) => sum + to - from, 0);
}
