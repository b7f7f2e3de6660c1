import { lastDayOf, yearsAfter } from './years.ts';

/** The financial years of a case, and whether a cost of a year falls into it. */
export function yearsOfCase({ firstYear, years }: { firstYear: string; years: number }): string[] {
  return Array.from({ length: years }, (_, at) => yearsAfter(firstYear, at));
}

/**
 * The costs of a plan by year of a case. What is of no one year, or earlier, counts in the first year,
 * which is the careful reading; what is later than the case is left out and told apart.
 */
export function costsByYear(
  items: readonly { year: string; amountPence: number | null }[],
  benefit: { firstYear: string; years: number },
): { costPence: number[]; unknown: number; laterPence: number; noYearPence: number } {
  const years = yearsOfCase(benefit);
  const costPence = years.map(() => 0);
  const last = years.at(-1) ?? benefit.firstYear;
  let [unknown, laterPence, noYearPence] = [0, 0, 0];
  for (const { year, amountPence } of items) {
    if (amountPence === null) {
      unknown += 1;
      continue;
    }
    if (year !== '' && lastDayOf(year) > lastDayOf(last)) {
      laterPence += amountPence;
      continue;
    }
    if (year === '') noYearPence += amountPence;
    const at = Math.max(0, years.indexOf(year));
    costPence[at] = (costPence[at] ?? 0) + amountPence;
  }
  return { costPence, unknown, laterPence, noYearPence };
}
