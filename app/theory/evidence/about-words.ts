import type { Theory } from '../graph.ts';
import { linkSentence } from '../words.ts';

/** What a piece is about, in words; `The whole theory` when it is about all. */
export function aboutWords(theory: Theory, on: string | null): string {
  if (on === null) return 'The whole theory';
  const box = theory.boxes.find(({ id }) => id === on);
  if (box !== undefined) return box.label;
  const link = theory.links.find(({ id }) => id === on);
  return link === undefined
    ? 'Something that is gone'
    : linkSentence(theory, { ...link, reason: '' });
}
