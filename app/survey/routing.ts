import {
  isSmall,
  maskCounts,
  HIDDEN,
  type MaskedCounts,
  type Rule,
} from '#app/statistics/small-numbers.ts';

/**
 * A question that is asked only of some gives away how many gave the answers that led to it: "asked
 * of 95" beside "No: [c]" is as good as the number. So the number asked counts as a published
 * subtotal of the question that routes there.
 */

/** How the answers to one question fall on its options, and who was asked each other question. */
export interface Routed {
  /** The name of the question that was asked of some only. */
  name: string;
  /** The options (by position) all of whose choosers were asked it; the others were all not asked. */
  askedAfter: ReadonlySet<number>;
}

/**
 * Masks a question's counts given the subtotals that others publish. Where a subtotal is itself a
 * small number, the question that publishes it must be hidden: its name is in `giveAway`.
 */
export function maskWithSubtotals(
  counts: readonly number[],
  routed: readonly Routed[],
  rule: Partial<Rule> = {},
): MaskedCounts & { giveAway: string[] } {
  const giveAway: string[] = [];
  let parts: number[][] = [counts.map((_, at) => at)];
  const sumOf = (part: readonly number[]) => part.reduce((sum, at) => sum + (counts[at] ?? 0), 0);
  for (const { name, askedAfter } of routed) {
    const finer = parts
      .flatMap((part) => [
        part.filter((at) => askedAfter.has(at)),
        part.filter((at) => !askedAfter.has(at)),
      ])
      .filter((part) => part.length > 0);
    if (finer.length > parts.length && finer.some((part) => isSmall(sumOf(part), rule))) {
      if (!isSmall(sumOf(counts.map((_, at) => at)), rule)) giveAway.push(name);
    } else parts = finer;
  }
  const total = maskCounts(counts, rule).total;
  const shown: MaskedCounts['counts'] = counts.map(() => HIDDEN);
  if (total === HIDDEN) return { counts: shown, total, giveAway };
  for (const part of parts) {
    const masked = maskCounts(
      part.map((at) => counts[at] ?? 0),
      rule,
    );
    part.forEach((at, i) => (shown[at] = masked.counts[i] ?? HIDDEN));
  }
  return { counts: shown, total, giveAway };
}

/**
 * Finds, from the answers themselves, which questions were asked by this one's answer and nothing
 * else: for every option, all of its choosers were asked or none was.
 *
 * @param chosen the position of the option that each respondent chose; `options` or more for none
 * @param asked for each other question, 1 for each respondent who was asked it
 */
export function routedBy(
  chosen: ArrayLike<number>,
  options: number,
  asked: ReadonlyMap<string, Uint8Array>,
): Routed[] {
  const routed: Routed[] = [];
  for (const [name, flags] of asked) {
    const asks = Array.from({ length: options }, () => 0);
    const all = Array.from({ length: options }, () => 0);
    for (let i = 0; i < chosen.length; i += 1) {
      const option = chosen[i] ?? options;
      if (option >= options) continue;
      all[option] = (all[option] ?? 0) + 1;
      if (flags[i] === 1) asks[option] = (asks[option] ?? 0) + 1;
    }
    const clean = asks.every((count, option) => count === 0 || count === all[option]);
    const askedAfter = new Set(asks.flatMap((count, option) => (count > 0 ? [option] : [])));
    const some = all.some((count, option) => count > 0 && !askedAfter.has(option));
    if (clean && askedAfter.size > 0 && some) routed.push({ name, askedAfter });
  }
  return routed;
}
