/** Dice that fall the same way each time: the demonstration is the same wherever it is loaded. */
export interface Chance {
  /** True with this probability, 0 to 1. */
  happens: (probability: number) => boolean;
  /** One of the keys, each as likely as its weight says. */
  weighted: <Key extends string>(weights: Readonly<Partial<Record<Key, number>>>) => Key;
  /** One of a list. */
  oneOf: <T>(list: readonly T[]) => T;
  /** A whole number from 0 to below n. */
  below: (n: number) => number;
}

/** Mulberry32: small, quick, and even enough for made-up people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    happens: (probability) => next() < probability,
    below,
    oneOf: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new RangeError('There is nothing to choose from.');
      return one;
    },
    weighted: (weights) => {
      const entries = Object.entries<number | undefined>(weights);
      const total = entries.reduce((sum, [, weight]) => sum + (weight ?? 0), 0);
      let left = next() * total;
      for (const [key, weight] of entries) {
        left -= weight ?? 0;
        if (left < 0) return key as never;
      }
      return entries[entries.length - 1]?.[0] as never;
    },
  };
}
