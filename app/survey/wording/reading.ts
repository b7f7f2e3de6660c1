/**
 * How hard a text is to read, by the Coleman–Liau index: M. Coleman and T. L. Liau, "A computer
 * readability formula designed for machine scoring", Journal of Applied Psychology 60 (1975), 283–284.
 * It counts letters, words and sentences, so that nothing about it is a guess (other formulas count
 * syllables, which a program can only estimate).
 *
 * It measures length of words and sentences, not whether families understand; it was made for American
 * school texts of at least 100 words, and questionnaires are short lines. It is shown for the whole
 * questionnaire only, in English only, and never stops anybody.
 */

/** Below this many words the formula says nothing. */
const FEWEST_WORDS = 100;

/** GOV.UK asks for sentences of at most 25 words. */
export const LONGEST_SENTENCE = 25;

export interface Reading {
  words: number;
  sentences: number;
  letters: number;
  /** American school grade; null when there are too few words. */
  grade: number | null;
  /** The grade as an age in years: an American first grade is six to seven years old. */
  age: number | null;
}

/**
 * Coleman–Liau: 0.0588 L − 0.296 S − 15.8, with L letters and S sentences for every 100 words.
 *
 * @param texts each a question, a hint or an answer: each ends a sentence
 */
export function readingOf(texts: readonly string[]): Reading {
  let [words, sentences, letters] = [0, 0, 0];
  for (const text of texts) {
    for (const sentence of sentencesIn(text)) {
      const found = wordsIn(sentence);
      if (found.length === 0) continue;
      sentences += 1;
      words += found.length;
      letters += found.reduce((sum, word) => sum + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
    }
  }
  if (words < FEWEST_WORDS) return { words, sentences, letters, grade: null, age: null };
  const index = 0.0588 * ((100 * letters) / words) - 0.296 * ((100 * sentences) / words) - 15.8;
  const grade = Math.max(0, Math.round(index * 10) / 10);
  return { words, sentences, letters, grade, age: Math.round(grade + 5.5) };
}

/** A text cut where sentences end. A full stop inside a number or a short form ends none. */
export function sentencesIn(text: string): string[] {
  return text
    .replaceAll(/\b(e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|No)\./gi, (short) => short.slice(0, -1))
    .split(/(?<![.!?…])[.!?…]+(?=\s|$)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

/** Sentences with more words than families should have to hold in mind. */
export function longSentences(text: string): { sentence: string; words: number }[] {
  return sentencesIn(text)
    .map((sentence) => ({ sentence, words: wordsIn(sentence).length }))
    .filter(({ words }) => words > LONGEST_SENTENCE);
}
