import { longSentences, readingOf, wordsIn } from '#app/survey/wording/reading.ts';
import { findListed, type Listed } from '#app/survey/wording/word-list.ts';

/** What members should be able to read without help. */
export const OLDEST_READING_AGE = 11;

/** What a paper says of itself when it is checked; nothing in it stops anybody. */
export interface PaperCheck {
  words: number;
  /** In years; null for fewer than 100 words, of which no formula says anything. */
  age: number | null;
  /** Each an instruction. */
  notes: string[];
}

/**
 * Whether a paper is in plain English: its reading age where it is long enough, sentences that are
 * too long, and words of services or words that families here dislike.
 *
 * @param texts the titles and papers of the items
 */
export function checkPaper(
  texts: readonly string[],
  { jargon, disliked }: { jargon: readonly Listed[]; disliked: readonly Listed[] },
): PaperCheck {
  const { age } = readingOf(texts);
  const words = texts.reduce((sum, text) => sum + wordsIn(text).length, 0);
  const notes: string[] = [];
  if (age !== null && age > OLDEST_READING_AGE) {
    notes.push(
      `It reads like a text for people of ${age} or older. Aim for ${OLDEST_READING_AGE}: shorter words, shorter sentences`,
    );
  }
  for (const text of texts) {
    for (const { sentence, words: long } of longSentences(text)) {
      notes.push(`“${start(sentence)}” has ${long} words. Make two sentences of it`);
    }
    for (const { found, instead } of findListed(text, disliked)) {
      notes.push(`Families here dislike “${found}”${instead === '' ? '' : `. Say: ${instead}`}`);
    }
    for (const { found, instead } of findListed(text, jargon)) {
      notes.push(`“${found}” is a word of services. Plainer: ${instead}`);
    }
  }
  return { words, age, notes: [...new Set(notes)] };
}

const start = (sentence: string) =>
  sentence.length > 60 ? `${sentence.slice(0, 57).trimEnd()}…` : sentence;
