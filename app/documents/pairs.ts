/** Something that stood in an older list, in a newer one, or in both. */
export interface Pair<T> {
  before?: T | undefined;
  now?: T | undefined;
}

/**
 * Two lists laid beside one another: in the order of the newer one, with what is only in the older one
 * where it stood, after what stood before it there. Everything of both lists is in the result once.
 *
 * @param keyOf by what one is known again; the first of several with a key is the first of the other list
 * @param looseKey by what the rest is known, in order: such as two texts in one place that differ
 */
export function pairs<T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (one: T) => string,
  looseKey?: (one: T) => string,
): Pair<T>[] {
  /** For each of the newer list, its place in the older one. */
  const from = new Map<number, number>();
  match(before, now, keyOf, from);
  if (looseKey !== undefined) match(before, now, looseKey, from);

  const taken = new Set(from.values());
  const placed = new Map([...from].map(([at, older]) => [older, at]));
  /** What is gone, by the place in the newer list after which it stands; −1 is before everything. */
  const gone = new Map<number, T[]>();
  let after = -1;
  before.forEach((one, at) => {
    if (taken.has(at)) after = placed.get(at) ?? after;
    else gone.set(after, [...(gone.get(after) ?? []), one]);
  });
  const lost = (at: number): Pair<T>[] => (gone.get(at) ?? []).map((one) => ({ before: one }));
  return [
    ...lost(-1),
    ...now.flatMap((one, at): Pair<T>[] => {
      const older = from.get(at);
      const here = older === undefined ? { now: one } : { before: before[older], now: one };
      return [here, ...lost(at)];
    }),
  ];
}

/** Pairs what has no partner yet, each key's first with its first. */
function match<T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (one: T) => string,
  from: Map<number, number>,
): void {
  const taken = new Set(from.values());
  const free = new Map<string, number[]>();
  before.forEach((one, at) => {
    if (taken.has(at)) return;
    const key = keyOf(one);
    const there = free.get(key);
    if (there) there.push(at);
    else free.set(key, [at]);
  });
  now.forEach((one, at) => {
    if (from.has(at)) return;
    const older = free.get(keyOf(one))?.shift();
    if (older !== undefined) from.set(at, older);
  });
}
