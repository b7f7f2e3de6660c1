/** A stretch of words that two texts share, or that only one of them has. */
export interface Stretch {
  is: 'same' | 'gone' | 'new';
  text: string;
}

/** Longer texts are compared as wholes: nobody reads a difference of two thousand words word by word. */
const MOST_WORDS = 2_000;

/**
 * What became of a text, word by word: the stretches in order, where those that are the same and gone
 * make the earlier text and those that are the same and new make the later one, to the letter.
 */
export function wordDifference(before: string, after: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return whole(before, after);
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.word === b[start]?.word) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.at(-1 - end)?.word === b.at(-1 - end)?.word) end += 1;
  const pairs = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => kept(a.at(from + at), b.at(from + at))).flat();
  return together([
    ...pairs(0, start),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...pairs(-end, end),
  ]);
}

/** A word with the space that follows it; a text that begins with a space begins with no word. */
interface Word {
  word: string;
  space: string;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(\S+)(\s*)|^(\s+)/gu)].map(([, word = '', after, before]) => ({
    word,
    space: after ?? before ?? '',
  }));
}

/** A word that both have; the space after it may differ. */
function kept(one: Word = { word: '', space: '' }, other: Word = one): Stretch[] {
  const word: Stretch = { is: 'same', text: one.word };
  if (one.space === other.space) return [word, { is: 'same', text: one.space }];
  return [word, { is: 'gone', text: one.space }, { is: 'new', text: other.space }];
}

function whole(before: string, after: string): Stretch[] {
  if (before === after) return together([{ is: 'same', text: before }]);
  return together([
    { is: 'gone', text: before },
    { is: 'new', text: after },
  ]);
}

/** By the longest words in common that keep their order (Wagner and Fischer 1974). */
function middle(a: readonly Word[], b: readonly Word[]): Stretch[] {
  const wide = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * wide);
  const at = (i: number, j: number) => longest[i * wide + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * wide + j] =
        a[i]?.word === b[j]?.word ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && one.word === other?.word) {
      stretches.push(...kept(one, other));
      i += 1;
      j += 1;
    } else if (other === undefined || (one !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      stretches.push({ is: 'gone', text: `${one?.word ?? ''}${one?.space ?? ''}` });
      i += 1;
    } else {
      stretches.push({ is: 'new', text: `${other.word}${other.space}` });
      j += 1;
    }
  }
  return stretches;
}

/** Neighbours of a kind as one; between two that are the same, what is gone stands before what is new. */
function together(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  let [gone, added] = ['', ''];
  const flush = () => {
    if (gone !== '') result.push({ is: 'gone', text: gone });
    if (added !== '') result.push({ is: 'new', text: added });
    [gone, added] = ['', ''];
  };
  for (const { is, text } of stretches) {
    if (is === 'gone') gone += text;
    else if (is === 'new') added += text;
    else if (text !== '') {
      flush();
      const last = result.at(-1);
      if (last?.is === 'same') last.text += text;
      else result.push({ is, text });
    }
  }
  flush();
  return result;
}
