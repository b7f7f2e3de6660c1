import type { Mark, Marks } from '#app/theory/draw.ts';
import type { Box, Theory } from '#app/theory/graph.ts';
import type { Falls } from '#app/theory/stress/falls.ts';
import type { WhatIf } from './what-if.ts';

/** What stops, what falls with it and what is left with fewer ways: by sign, dashes and ground. */
const STOPS: Mark = {
  words: '■',
  name: 'Stops',
  colour: '#942514',
  dashes: '',
  width: 3.5,
  frame: true,
};
const FALLS: Mark = {
  words: '✕',
  name: 'Falls away: nothing that we do leads here any more',
  colour: '#505a5f',
  dashes: '3 4',
  width: 3,
  fill: '#d8dadb',
  frame: true,
};
const WEAKER: Mark = {
  words: '↓',
  name: 'Loses a way and keeps another',
  colour: '#8a4600',
  dashes: '12 4',
  width: 2.5,
  frame: true,
};
const CUT: Mark = { ...FALLS, name: 'Carries nothing any more', meaning: FALLS.name, width: 1.5 };

/** The marks of the picture: every box that the answer speaks of, and the links that are cut. */
export function marksOf(theory: Theory, answer: WhatIf): Marks {
  return marksOfFall(theory, { ...answer, stops: [answer.box] });
}

/** The same where several things stop at once. */
export function marksOfFall(
  theory: Theory,
  fall: Pick<Falls, 'boxes' | 'needs' | 'weakened'> & { stops: readonly Box[] },
): Marks {
  const boxes: Marks['boxes'] = new Map();
  for (const { id } of fall.weakened) boxes.set(id, WEAKER);
  for (const { id } of [...fall.boxes, ...fall.needs]) boxes.set(id, FALLS);
  for (const { id } of fall.stops) boxes.set(id, STOPS);
  const gone = new Set([...fall.stops, ...fall.boxes].map(({ id }) => id));
  const links: Marks['links'] = new Map();
  for (const { id, source, target } of theory.links) {
    if (gone.has(source) || gone.has(target)) links.set(id, CUT);
  }
  return { boxes, links };
}
