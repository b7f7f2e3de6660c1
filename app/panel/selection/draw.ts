import type { Pool } from './pool.ts';

/** Numbers from 0 to 1 that follow from a seed alone (splitmix32). */
export function chanceFrom(seed: string): () => number {
  let state = 2_166_136_261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 4_294_967_296;
  };
}

/**
 * Draws one panel of a lottery: which composition, then who of each group. The same seed draws the
 * same people, so that anybody can check the draw.
 *
 * @param panels of fairLottery
 * @returns the ids of those drawn, in the pool's order
 */
export function drawPanel(
  pool: Pool,
  panels: readonly { composition: readonly number[]; chance: number }[],
  seed: string,
): string[] {
  const next = chanceFrom(seed);
  let at = next();
  const drawn =
    panels.find(({ chance }) => {
      at -= chance;
      return at < 0;
    }) ?? panels.at(-1);
  if (drawn === undefined) return [];
  return pool.groups.flatMap(({ ids }, group) => someOf(ids, drawn.composition[group] ?? 0, next));
}

/** `count` of the list, each as likely as any other. */
function someOf(list: readonly string[], count: number, next: () => number): string[] {
  const left = [...list];
  for (let at = 0; at < count; at += 1) {
    const other = at + Math.floor(next() * (left.length - at));
    [left[at], left[other]] = [left[other] ?? '', left[at] ?? ''];
  }
  return left.slice(0, count);
}
