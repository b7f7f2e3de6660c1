import { createHash } from 'node:crypto';
import type { RespondentWords } from './english.ts';

const known = new WeakMap<RespondentWords, string>();

/** What a speaker's check is bound to: all of our words in the language, with the authority's own. */
export function digestOfWords(words: RespondentWords): string {
  const before = known.get(words);
  if (before !== undefined) return before;
  const inOrder = Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(inOrder)).digest('hex');
  known.set(words, digest);
  return digest;
}
