/**
 * Draws the forms that are entered a second time. The same seed and numbers always give the same
 * forms, so that anybody can do the draw again; nobody can guess them while entering, because the
 * seed is made afterwards.
 *
 * @param numbers the numbers of the forms, in any order
 * @param share of a hundred; of any forms at all at least one is drawn, unless the share is 0
 */
export function drawSample(
  numbers: readonly number[],
  share: number,
  seed: string,
): ReadonlySet<number> {
  const size = Math.min(numbers.length, Math.ceil((numbers.length * share) / 100));
  const ranked = numbers
    .map((number) => ({ number, rank: rankOf(`${seed}:${number}`) }))
    .sort((a, b) => a.rank - b.rank || a.number - b.number);
  return new Set(ranked.slice(0, size).map(({ number }) => number));
}

/**
 * A number that looks random and depends on the text alone: FNV-1a, 32 bits (Fowler, Noll and Vo),
 * with the mixing of MurmurHash3 at the end, which parts texts that differ in their last letter.
 */
function rankOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
