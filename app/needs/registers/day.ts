const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** One day as people and spreadsheets write it: `2026-04-01`, `1/4/2026` or `1 April 2026`; else null. */
export function readDay(text: string): string | null {
  const said = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:t00:00.*)?$/.exec(said);
  if (iso) return dayOn(iso[1], iso[2], iso[3]);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(said);
  if (slashed) return dayOn(slashed[3], slashed[2], slashed[1]);
  const worded = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/.exec(said);
  const month = MONTHS.indexOf(worded?.[2]?.slice(0, 3) ?? '') + 1;
  return worded && month > 0 ? dayOn(worded[3], String(month), worded[1]) : null;
}

function dayOn(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null;
}
