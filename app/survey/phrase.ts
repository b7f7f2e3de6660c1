import { PHRASE_WORDS } from '#templates/words/phrase-words.ts';
import { westernDigits } from './posted.ts';

/** How many words a phrase has: 4 of 512 are 36 bits, tried at most 20 times in 15 minutes. */
const PHRASE_LENGTH = 4;

/** A phrase in words, such as "lamp canoe tulip owl", from at least 8 random bytes. */
export function phraseFrom(bytes: Uint8Array): string {
  if (bytes.length < 2 * PHRASE_LENGTH) throw new RangeError('A phrase needs 8 random bytes.');
  return Array.from({ length: PHRASE_LENGTH }, (_, i) => {
    const number = (bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0);
    // 512 divides 65,536: every word is equally likely.
    return PHRASE_WORDS[number % PHRASE_WORDS.length] ?? '';
  }).join(' ');
}

/** The same phrase in numbers, each word by its place in the list: "231 64 488 300". */
export function inNumbers(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => PHRASE_WORDS.indexOf(word) + 1)
    .join(' ');
}

/** What somebody typed as a phrase. */
export type TypedPhrase =
  | { ok: true; phrase: string }
  | { ok: false; problem: 'empty' | 'four' }
  | { ok: false; problem: 'word'; word: string };

/**
 * Reads a phrase as people type one: capitals, commas, full stops and hyphens do not matter, and
 * numbers do for words, in the digits of any writing.
 */
export function readPhrase(typed: string): TypedPhrase {
  const parts = westernDigits(typed.normalize('NFKC'))
    .toLowerCase()
    .split(/[\s,.;،؛·/_-]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return { ok: false, problem: 'empty' };
  if (parts.length !== PHRASE_LENGTH) return { ok: false, problem: 'four' };
  const words: string[] = [];
  for (const part of parts) {
    const word = /^\d+$/.test(part) ? PHRASE_WORDS[Number(part) - 1] : part;
    if (word === undefined || !PHRASE_WORDS.includes(word)) {
      return { ok: false, problem: 'word', word: part.slice(0, 40) };
    }
    words.push(word);
  }
  return { ok: true, phrase: words.join(' ') };
}
