import { many } from '#app/ui/words.ts';

/** What of a file does not come in, in a sentence each; none where nothing is left out. */

/** Few are named, all are counted. */
const NAMED = 5;

export function namedFew(which: readonly string[], one: string, several: string): string[] {
  if (which.length === 0) return [];
  const named = which.slice(0, NAMED).join('; ');
  const rest = which.length > NAMED ? `; and ${which.length - NAMED} more` : '';
  return [`${many(which.length, one, several)}: ${named}${rest}.`];
}

export function beyond(count: number, most: number, one: string, several: string): string[] {
  if (count <= 0) return [];
  const are = count === 1 ? 'is' : 'are';
  return [
    `${many(count, one, several)} beyond the ${most} that a theory can hold ${are} left out.`,
  ];
}
