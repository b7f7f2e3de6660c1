/** A word or a phrase to look for, and what to write instead. */
export interface Listed {
  words: string;
  instead: string;
}

/** Where a listed word stands in a text. */
export interface FoundWords extends Listed {
  /** As it stands in the text. */
  found: string;
}

/**
 * The listed words and phrases in a text: whole words, whatever the letter case, and with a plain
 * ending (-s, -es, -d, -ed, -ing). Longer phrases win over the words in them.
 */
export function findListed(text: string, list: readonly Listed[]): FoundWords[] {
  const folded = plain(text);
  const taken = new Array<boolean>(folded.length).fill(false);
  const found: FoundWords[] = [];
  const longestFirst = [...list].sort((a, b) => b.words.length - a.words.length);
  for (const one of longestFirst) {
    // Letters that stand for words are looked for as letters: SEND is not "send".
    const letters = /^[A-Z]{2,}$/.test(one.words);
    const at = letters ? placeIn(text, one.words, taken) : placeIn(folded, plain(one.words), taken);
    if (at === null) continue;
    taken.fill(true, at.from, at.to);
    found.push({ ...one, found: text.slice(at.from, at.to) });
  }
  return found;
}

/** The same length as the text, so that places in one are places in the other. */
const plain = (text: string) => text.toLowerCase().replaceAll('’', "'");

const isLetter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

function placeIn(
  text: string,
  words: string,
  taken: readonly boolean[],
): { from: number; to: number } | null {
  if (words.trim() === '') return null;
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    if (isLetter(text[from - 1]) || taken[from] === true) continue;
    const rest = text.slice(from + words.length);
    const ending = /^(?:s|es|d|ed|ing)(?![\p{L}\p{N}])/u.exec(rest)?.[0] ?? '';
    const to = from + words.length + ending.length;
    if (!isLetter(text[to])) return { from, to };
  }
  return null;
}
