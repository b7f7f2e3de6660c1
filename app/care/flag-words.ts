import { worryingWords } from '#templates/care/index.ts';

/** Why a person should look at words: the id of a group of the list. */
export type Worry = string;

interface Group {
  id: Worry;
  says: string;
  pattern: RegExp;
}

/**
 * Small letters, one kind of apostrophe, and single spaces in place of everything that is neither a
 * letter, a mark of one, a digit nor an apostrophe.
 */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim();
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A phrase with its sets, as a pattern over plain text. */
function patternOf(phrase: string): string {
  return phrase
    .split(/(\{\w+\})/)
    .map((part) => {
      const set = /^\{(\w+)\}$/.exec(part)?.[1];
      if (set === undefined) return escaped(plainPart(part));
      // Longer ones first: "beats up" before "beats".
      const words = [...(worryingWords.sets[set] ?? [])].sort((a, b) => b.length - a.length);
      return `(?:${words.map((word) => escaped(plain(word))).join('|')})`;
    })
    .join('');
}

/** As `plain`, with the spaces kept that part it from a set. */
function plainPart(part: string): string {
  const middle = plain(part);
  return `${/^\s/.test(part) ? ' ' : ''}${middle}${middle !== '' && /\s$/.test(part) ? ' ' : ''}`;
}

const GROUPS: readonly Group[] = worryingWords.groups.map(({ id, says, phrases }) => {
  const all = Object.values(phrases).flat().map(patternOf).join('|');
  return { id, says, pattern: new RegExp(`(?<= )(?:${all})(?= )`, 'gu') };
});

/**
 * What in a text should make a person look at it: the ids of the groups of worrying phrases that
 * stand in it, none for nearly everything that anybody writes. It decides nothing else: words are
 * kept whatever it finds, and their writer is never told that it found something.
 *
 * @param text in any of the languages of the list, mixed as people mix them
 */
export function flagWords(text: string): Worry[] {
  const padded = ` ${plain(text)} `.replace(INNOCENT, '…');
  return GROUPS.filter(({ pattern }) =>
    [...padded.matchAll(pattern)].some(({ index }) => !DENIED.test(padded.slice(0, index))),
  ).map(({ id }) => id);
}

/** "He hit her knee", "I do not want to live near the road", "I could die of embarrassment". */
const INNOCENT = new RegExp(
  `(?<= )(?:${worryingWords.innocent.map(patternOf).join('|')})(?= )`,
  'gu',
);

/** "Nobody ever …", "I am not …" straight before it. */
const DENIED = /(?: never| nobody| no one| not| isn't| wasn't| am not) $/;

/** What a group of the list says to whoever looks at the words. */
export function sayWorry(id: Worry): string {
  return (
    GROUPS.find((group) => group.id === id)?.says ?? 'The list of worrying words found something'
  );
}
