import { daysAfter } from '#app/panel/days.ts';
import { dayOf } from '#app/ui/words.ts';

/**
 * The calendar day so many days from the demonstration's own today. Days are counted and not hours: where
 * the clocks changed in between, 30 times 24 hours late in the evening end on another day.
 */
export const dayFrom = ({ now }: { now: Date }, days: number): string =>
  daysAfter(dayOf(now), days);
