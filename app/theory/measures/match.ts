/** Words by which an outcome is recognised as something that a measure of the library measures. */
export interface Phrases {
  id: string;
  label: string;
  /** In small letters. */
  phrases: readonly string[];
}

/**
 * The measures of the library that speak of what an outcome says, the surest first: the longest
 * phrase that stands in its words as whole words. None is better than a wrong one.
 *
 * @param label what the outcome says
 */
export function readyMade<T extends Phrases>(label: string, library: readonly T[]): T[] {
  const said = ` ${plain(label)} `;
  const scored = library.map((measure) => ({
    measure,
    length: Math.max(
      said.includes(` ${plain(measure.label)} `) ? 1_000 : 0,
      ...measure.phrases
        .filter((phrase) => said.includes(` ${plain(phrase)} `))
        .map(({ length }) => length),
    ),
  }));
  return scored
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ measure }) => measure);
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[’'‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
