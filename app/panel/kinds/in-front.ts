import { HIDDEN, THRESHOLD, type Shown } from '#app/statistics/small-numbers.ts';

/**
 * The place of whatever was chosen most often, several where they tie; none where saying so would tell
 * too much. Where counts are hidden it is told only if each hidden count could then still be any of a
 * range as wide as the threshold.
 *
 * @param counts what was counted, each person once
 * @param shown the same as somebody sees it, with the sum known
 */
export function inFront(counts: readonly number[], shown: readonly Shown[]): number[] {
  const base = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...counts);
  if (most === 0) return [];
  const ahead = counts.flatMap((count, at) => (count === most ? [at] : []));
  if (!shown.includes(HIDDEN)) return ahead;
  const [winner] = ahead;
  // A tie among hidden counts would fix them to one another.
  if (winner === undefined || ahead.length > 1 || base < THRESHOLD) return [];
  return leavesDoubt(shown, base, winner) ? ahead : [];
}

/** Whether each hidden count keeps its range when it is known that `winner` has most. */
function leavesDoubt(shown: readonly Shown[], base: number, winner: number): boolean {
  const open = shown.filter((count): count is number => count !== HIDDEN);
  const rest = base - open.reduce((sum, count) => sum + count, 0);
  const hidden = shown.length - open.length;
  const most = Math.max(-1, ...open);
  const own = shown[winner];
  if (own !== undefined && own !== HIDDEN) {
    const high = Math.min(own - 1, rest);
    const low = Math.max(0, rest - (hidden - 1) * (own - 1));
    return high - low >= THRESHOLD;
  }
  // The winner is hidden: it stands above each other hidden one and above every shown one.
  const least = Math.max(Math.ceil((rest + hidden - 1) / hidden), most + 1);
  const others = Math.min(Math.floor((rest - 1) / 2), rest - (most + 1));
  return rest - least >= THRESHOLD && others >= THRESHOLD;
}

/** The same in a sentence; none where nothing is in front. */
export function sayInFront(ahead: readonly number[], labels: readonly string[]): string[] {
  const named = ahead.map((at) => `“${labels[at] ?? ''}”`);
  if (named.length === 0) return [];
  return named.length === 1
    ? [`${named.join('')} was chosen most often.`]
    : [`${named.join(' and ')} tie: each was chosen as often.`];
}
