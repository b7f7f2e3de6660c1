export interface DayCount {
  day: string;
  answers: number;
}

/**
 * Every day from the first to the last with how many answered on it, days without an answer too. At
 * most the last `most` days: a survey that was open for years has other pictures.
 */
export function everyDay(counts: readonly DayCount[], most = 62): DayCount[] {
  const [first] = counts;
  const last = counts.at(-1);
  if (!first || !last) return [];
  const byDay = new Map(counts.map(({ day, answers }) => [day, answers]));
  const days: DayCount[] = [];
  for (let at = Date.parse(`${last.day}T00:00:00Z`); days.length < most; at -= 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.unshift({ day, answers: byDay.get(day) ?? 0 });
    if (day <= first.day) break;
  }
  return days;
}
