import { isSmall, THRESHOLD } from '#app/statistics/small-numbers.ts';

/** How often something was said in people's own words, and by how many people at most. */
export interface Voices {
  comments: number;
  /** Members counted once each, and each set of answers once: one person may be in both. */
  people: number;
}

/** Voices in words, few people not counted out: "11 comments from 9 people"; empty for none. */
export function sayVoices({ comments, people }: Voices): string {
  if (comments === 0) return '';
  if (isSmall(people)) return `Comments from fewer than ${THRESHOLD} people`;
  return `${comments.toLocaleString('en-GB')} comments from ${people.toLocaleString('en-GB')} people`;
}

/** Counts what was said and by how many. `voice` names who said it, whatever that is. */
export function voicesIn(said: readonly { voice: string }[]): Voices {
  return { comments: said.length, people: new Set(said.map(({ voice }) => voice)).size };
}
