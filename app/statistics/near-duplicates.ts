/**
 * Texts that are nearly the same: runs of five words in common (shingles), likeness by Jaccard, 0.8
 * and over (Broder 1997, On the resemblance and containment of documents). Exact for any number of
 * texts: two texts as like as that must share one of the rarest shingles of each (the prefix filter
 * of Chaudhuri, Ganti and Kaushik 2006, and of Bayardo, Ma and Srikant 2007), so only those meet. One
 * bound keeps a flood of texts from stopping the server: a text is compared with at most 500 others for
 * each run that they share.
 */

export const SHINGLE = 5;
export const LIKE = 0.8;
/** With so many texts that share one of their rarest runs, a further one is compared: no more. */
const MOST_MET = 500;
/** A shorter text is not compared: families say the same short things without knowing each other. */
const FEWEST_WORDS = 8;

/** The words of a text without case, accents of typing or punctuation. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Every run of five words; a text of fewer words is one run. */
export function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  if (words.length === 0) return new Set();
  const shingles = new Set<string>();
  for (let at = 0; at === 0 || at + SHINGLE <= words.length; at += 1) {
    shingles.add(words.slice(at, at + SHINGLE).join(' '));
  }
  return shingles;
}

/** What two sets have in common, as a part of what they have together: 0 to 1. */
export function jaccard<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  if (one.size === 0 && other.size === 0) return 1;
  let common = 0;
  for (const each of one) if (other.has(each)) common += 1;
  return common / (one.size + other.size - common);
}

/**
 * Groups of texts of which each is nearly the same as another of its group.
 *
 * @returns positions of the texts, each group in order, the largest group first
 */
export function nearDuplicates(texts: readonly string[], like = LIKE): number[][] {
  const sets = numbered(texts);
  const groups = new Groups(texts.length);
  const index = new Map<number, number[]>();
  const firstOf = new Map<string, number>();
  // Shortest first: a text only meets those before it that are at most as long.
  const order = texts.map((_, at) => at).sort((a, b) => size(sets, a) - size(sets, b) || a - b);
  for (const at of order) {
    const shingles = sets[at];
    if (!shingles || shingles.length === 0) continue;
    const twin = firstOf.get(shingles.join());
    if (twin !== undefined) {
      groups.join(at, twin);
      continue;
    }
    firstOf.set(shingles.join(), at);
    const prefix = shingles.slice(0, shingles.length - Math.ceil(like * shingles.length) + 1);
    const met = new Set<number>();
    for (const shingle of prefix) for (const other of index.get(shingle) ?? []) met.add(other);
    const own = new Set(shingles);
    for (const other of met) {
      const long = size(sets, other) < like * shingles.length;
      if (long || groups.same(at, other)) continue;
      if (jaccard(own, new Set(sets[other])) >= like) groups.join(at, other);
    }
    for (const shingle of prefix) {
      const seen = index.get(shingle);
      if (!seen) index.set(shingle, [at]);
      else if (seen.length < MOST_MET) seen.push(at);
    }
  }
  return groups.ofTwoOrMore();
}

const size = (sets: readonly number[][], at: number) => sets[at]?.length ?? 0;

/** The shingles of each text as numbers, the rarest first; none where a text is too short. */
function numbered(texts: readonly string[]): number[][] {
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  const sets = texts.map((text) => {
    if (wordsOf(text).length < FEWEST_WORDS) return [];
    return [...shinglesOf(text)].map((shingle) => {
      const number = numbers.get(shingle) ?? numbers.size;
      numbers.set(shingle, number);
      uses[number] = (uses[number] ?? 0) + 1;
      return number;
    });
  });
  for (const set of sets) set.sort((a, b) => (uses[a] ?? 0) - (uses[b] ?? 0) || a - b);
  return sets;
}

/** Which positions belong together (union-find with path halving). */
class Groups {
  private readonly parent: number[];

  constructor(length: number) {
    this.parent = Array.from({ length }, (_, at) => at);
  }

  private root(at: number): number {
    let here = at;
    for (;;) {
      const up = this.parent[here] ?? here;
      if (up === here) return here;
      this.parent[here] = this.parent[up] ?? up;
      here = up;
    }
  }

  same(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  join(a: number, b: number): void {
    this.parent[this.root(a)] = this.root(b);
  }

  ofTwoOrMore(): number[][] {
    const groups = new Map<number, number[]>();
    for (const at of this.parent.keys()) {
      const root = this.root(at);
      const group = groups.get(root);
      if (group) group.push(at);
      else groups.set(root, [at]);
    }
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  }
}
