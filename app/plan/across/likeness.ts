/**
 * How alike two texts are, by their words: for outcomes, activities and assumptions of two authorities
 * that mean the same and were never written by the same hand. People have the last word on it.
 */

/** Words that stand in every plan for families and tell nothing of what a text is about. */
const COMMON = new Set(
  (
    'a about all an and are as at be by can child children do every families family for from get give ' +
    'has have help hub hubs in into is it its local more new not of off on one or our out parent parents ' +
    'people service services so support that the their them they this to up use we what when where who will with'
  ).split(' '),
);

/** So alike two texts are held to mean the same, until somebody says otherwise. */
export const ALIKE = 0.5;

/** The words of a text without their endings, each once; small words are left out. */
export function stemsOf(text: string): Set<string> {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map(stem));
}

/** “groups”, “group” and “grouped” are one word; what is left keeps at least three letters. */
function stem(word: string): string {
  const stems: readonly [RegExp, string][] = [
    [/ies$/, 'y'],
    [/(?:ings|ing|edly|ed|ers|er|ly|es|s|e)$/, ''],
  ];
  for (const [ending, instead] of stems) {
    const short = word.replace(ending, instead);
    // Running and run, planned and plan: a doubled letter goes with the ending.
    const plain = short === word ? short : short.replace(/([bdgklmnprt])\1$/, '$1');
    if (short !== word && plain.length >= 3) return plain;
  }
  return word;
}

/** What each word weighs: a word that stands in every text says less than one that stands in two. */
function weightsOf(texts: readonly ReadonlySet<string>[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const stems of texts) {
    for (const each of stems) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return (each) => Math.log(1 + (texts.length + 1) / (counts.get(each) ?? 1));
}

/**
 * From 0, not a word in common, to 1, the same words: the weight of the words that both have, of the
 * weight of all (Dice’s coefficient). The same either way round.
 */
export function likeness(a: string, b: string): number {
  return alike(stemsOf(a), stemsOf(b), () => 1);
}

function alike(
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  weight: (stem: string) => number,
): number {
  if (ours.size === 0 || theirs.size === 0) return 0;
  let [both, all] = [0, 0];
  for (const each of ours) {
    all += weight(each);
    if (theirs.has(each)) both += 2 * weight(each);
  }
  for (const each of theirs) all += weight(each);
  return Math.min(1, both / all);
}

/** What a text is matched by. */
export interface Worded {
  id: string;
  words: string;
  /** Keys that make two things the same whatever they are called, such as a measure of the library. */
  keys: readonly string[];
}

export interface Match {
  ours: string;
  theirs: string;
  /** Why they are held to be the same. */
  how: 'said' | 'key' | 'words';
  /** From 0 to 1. */
  likeness: number;
}

/** What people said of two things, by `ours theirs`. */
export type Verdicts = ReadonlyMap<string, 'same' | 'different'>;

export const verdictKey = (ours: string, theirs: string) => `${ours} ${theirs}`;

/**
 * Which of ours is which of theirs, each at most once: what somebody said first, then what a key makes
 * the same, then the most alike by words, down to ALIKE. The same answer for the same two lists.
 */
export function matchesOf(
  ours: readonly Worded[],
  theirs: readonly Worded[],
  verdicts: Verdicts = new Map(),
): Match[] {
  const stems = new Map([...ours, ...theirs].map((each) => [each, stemsOf(each.words)]));
  const weight = weightsOf([...stems.values()]);
  const none: ReadonlySet<string> = new Set();
  const candidates: Match[] = [];
  for (const our of ours) {
    for (const their of theirs) {
      const verdict = verdicts.get(verdictKey(our.id, their.id));
      if (verdict === 'different') continue;
      const near = alike(stems.get(our) ?? none, stems.get(their) ?? none, weight);
      const shared = our.keys.some((key) => their.keys.includes(key));
      const how = verdict === 'same' ? 'said' : shared ? 'key' : 'words';
      if (how !== 'words' || near >= ALIKE) {
        candidates.push({ ours: our.id, theirs: their.id, how, likeness: near });
      }
    }
  }
  const rank = { said: 0, key: 1, words: 2 };
  candidates.sort(
    (a, b) =>
      rank[a.how] - rank[b.how] ||
      b.likeness - a.likeness ||
      (verdictKey(a.ours, a.theirs) < verdictKey(b.ours, b.theirs) ? -1 : 1),
  );
  const [usedOurs, usedTheirs] = [new Set<string>(), new Set<string>()];
  return candidates.filter((match) => {
    if (usedOurs.has(match.ours) || usedTheirs.has(match.theirs)) return false;
    usedOurs.add(match.ours);
    usedTheirs.add(match.theirs);
    return true;
  });
}
