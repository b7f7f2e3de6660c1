import jargon from './jargon.json' with { type: 'json' };

/**
 * The same words as index.ts gives, as they stand in the file: for what runs in a browser, where what
 * checks the file would weigh more than the file. Its shape is checked wherever index.ts is read.
 */
export const jargonWords: readonly { readonly words: string; readonly instead: string }[] =
  jargon.words;
