import type { Mark, Marks } from '#app/theory/draw.ts';
import type { Theory } from '#app/theory/graph.ts';
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
  const boxes: Marks['boxes'] = new Map();
  for (const { id } of answer.weakened) boxes.set(id, WEAKER);
  for (const { id } of [...answer.boxes, ...answer.needs]) boxes.set(id, FALLS);
  boxes.set(answer.box.id, STOPS);
  const gone = new Set([answer.box.id, ...answer.boxes.map(({ id }) => id)]);
  const links: Marks['links'] = new Map();
  for (const { id, source, target } of theory.links) {
    if (gone.has(source) || gone.has(target)) links.set(id, CUT);
  }
  return { boxes, links };
}
