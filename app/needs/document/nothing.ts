import type { Block } from '#app/documents/blocks.ts';

/** A part of the document of which there is nothing yet: said, with what is missing. */
export function nothing(text: string): Block {
  return { type: 'paragraph', tone: 'note', text };
}
