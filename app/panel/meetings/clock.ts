const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * The moment of a day and an hour as clocks in England show them. Null for an hour that there is not:
 * when the clocks go forward, 01:00 to 01:59 are left out. An hour that comes twice is the first.
 *
 * @param day YYYY-MM-DD
 * @param time HH:MM
 */
export function londonMoment(day: string, time: string): Date | null {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return null;
  // An hour ahead of UTC in summer, and as UTC in winter: one of the two is what the clocks show.
  for (const ahead of [3_600_000, 0]) {
    const moment = new Date(asIfUtc - ahead);
    if (LOCAL.format(moment) === `${day} ${time}`) return moment;
  }
  return null;
}

/**
 * An hour as people type it, as HH:MM: "10:30", "10.30", "1030", "10am", "2.30 pm", "noon". Null when
 * it is none.
 */
export function readTime(typed: string): string | null {
  const words = typed.trim().toLowerCase().replaceAll(/\s+/g, '');
  if (words === 'noon' || words === 'midday') return '12:00';
  const read = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(words);
  if (!read) return null;
  let hour = Number(read[1]);
  const minute = Number(read[2] ?? '0');
  if (minute > 59 || hour > 23) return null;
  if (read[3] !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (read[3] === 'pm' ? 12 : 0);
  } else if (read[2] === undefined) {
    return null;
  }
  return `${two(hour)}:${two(minute)}`;
}

/** An hour in words: "10am", "2:30pm", "midday". */
export function sayTime(time: string): string {
  if (time === '12:00') return 'midday';
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const clock = hour % 12 === 0 ? 12 : hour % 12;
  return `${clock}${minute === 0 ? '' : `:${two(minute)}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** HH:MM so many minutes later, round midnight. */
export function later(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const total = (((hour * 60 + minute + minutes) % 1440) + 1440) % 1440;
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
}

/** How long a meeting is, in minutes of real time; null when an hour does not exist. */
export function minutesBetween(day: string, from: string, to: string): number | null {
  const [start, end] = [londonMoment(day, from), londonMoment(day, to)];
  return start && end ? Math.round((end.getTime() - start.getTime()) / 60_000) : null;
}

const two = (n: number) => String(n).padStart(2, '0');
