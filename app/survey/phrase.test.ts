import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASE_WORDS } from '#templates/words/phrase-words.ts';
import { inNumbers, phraseFrom, readPhrase } from './phrase.ts';

/** Whether one slip (a letter wrong, missing or too many) turns one word into the other. */
function oneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  if (long.length === short.length) {
    return [...long].filter((letter, at) => letter !== short[at]).length === 1;
  }
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

describe('the words of a phrase', () => {
  it('are 512, plain, and no two are one slip apart', () => {
    expect(new Set(PHRASE_WORDS).size).toBe(512);
    expect(PHRASE_WORDS.filter((word) => !/^[a-z]{3,11}$/.test(word))).toEqual([]);
    const close = PHRASE_WORDS.flatMap((a, at) =>
      PHRASE_WORDS.slice(at + 1)
        .filter((b) => oneSlipApart(a, b))
        .map((b) => `${a} ${b}`),
    );
    expect(close).toEqual([]);
  });
});

describe('a phrase', () => {
  it('is read again however it is typed, in words or in numbers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), (bytes) => {
        const phrase = phraseFrom(bytes);
        expect(phrase.split(' ')).toHaveLength(4);
        const typed = `  ${phrase.toUpperCase().replaceAll(' ', ', ')}. `;
        expect(readPhrase(typed)).toEqual({ ok: true, phrase });
        expect(readPhrase(inNumbers(phrase))).toEqual({ ok: true, phrase });
        const urdu = inNumbers(phrase).replace(/\d/g, (digit) =>
          String.fromCodePoint(0x6f0 + Number(digit)),
        );
        expect(readPhrase(urdu)).toEqual({ ok: true, phrase });
      }),
    );
  });

  it.each([
    ['', { ok: false, problem: 'empty' }],
    [' , ', { ok: false, problem: 'empty' }],
    ['apple apron', { ok: false, problem: 'four' }],
    ['apple apron arrow zzz', { ok: false, problem: 'word', word: 'zzz' }],
    ['apple apron arrow 513', { ok: false, problem: 'word', word: '513' }],
    ['apple apron arrow 0', { ok: false, problem: 'word', word: '0' }],
    ['apple apron arrow __proto__', { ok: false, problem: 'word', word: 'proto' }],
  ])('typed as %j is not one, and what to do is said', (typed, read) => {
    expect(readPhrase(typed)).toEqual(read);
  });
});
