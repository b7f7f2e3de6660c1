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
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const stretches: Stretch[] = [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
  return together(stretches);
}

const same = (text: string): Stretch => ({ is: 'same', text });

/** Words and the spaces between them, so that joined they are the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}

function whole(before: string, after: string): Stretch[] {
  if (before === after) return together([same(before)]);
  return together([
    { is: 'gone', text: before },
    { is: 'new', text: after },
  ]);
}

/** By the longest words in common that keep their order (Wagner and Fischer 1974). */
function middle(a: readonly string[], b: readonly string[]): Stretch[] {
  const wide = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * wide);
  const at = (i: number, j: number) => longest[i * wide + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * wide + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && one === other) {
      stretches.push(same(one));
      i += 1;
      j += 1;
    } else if (other === undefined || (one !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      stretches.push({ is: 'gone', text: one ?? '' });
      i += 1;
    } else {
      stretches.push({ is: 'new', text: other });
      j += 1;
    }
  }
  return stretches;
}

/**
 * Neighbours of a kind as one; between two that are the same, what is gone stands before what is new. A
 * space alone between two changes is part of both: nobody reads it as kept.
 */
function together(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  let [gone, added] = ['', ''];
  const flush = () => {
    if (gone !== '') result.push({ is: 'gone', text: gone });
    if (added !== '') result.push({ is: 'new', text: added });
    [gone, added] = ['', ''];
  };
  for (const [at, { is, text }] of stretches.entries()) {
    const next = stretches[at + 1];
    const between = gone !== '' && added !== '' && next !== undefined && next.is !== 'same';
    if (is === 'gone') gone += text;
    else if (is === 'new') added += text;
    else if (between && text.trim() === '') {
      gone += text;
      added += text;
    } else {
      flush();
      const last = result.at(-1);
      if (last?.is === 'same') last.text += text;
      else if (text !== '') result.push({ is, text });
    }
  }
  flush();
  return result;
}
