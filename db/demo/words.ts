import { addDislikedWords } from '#app/survey/wording/keep-disliked-words.server.ts';
import type { Demonstration } from './load.server.ts';

/** What families of the borough said about the words of its leaflets. */
const SAID = [
  {
    words: 'Start for Life',
    instead: 'Babies and young children',
    saidBy: 'Parents at the Brookside group, asked about the leaflet in spring',
  },
  {
    words: 'hard to reach',
    instead: 'Families you have not asked yet',
    saidBy: 'Panel meeting in Dunsley',
  },
  { words: 'journey', instead: '', saidBy: 'Several members of the panel' },
];

export async function demoWords(d: Demonstration): Promise<void> {
  for (const said of SAID) await addDislikedWords(d.facilitator, said);
}
