import type { Consent } from '#app/survey/listening/listening.ts';
import { addEvent, addNotes } from '#app/survey/listening/run-listening.server.ts';
import { dayFrom } from './days.ts';
import type { Demonstration } from './load.server.ts';

/** What people said, by whom, and whether it may be quoted. Made up, in the words of such evenings. */
const TOWN_HALL: readonly [string, Consent, readonly string[]][] = [
  [
    'Mothers',
    'quote',
    [
      'I walk forty minutes with the twins because the bus does not take the double pram.',
      'By the time you get a letter about a group, the group is over.',
      'Nobody asks how I am. They ask how the baby is.',
    ],
  ],
  [
    'Fathers',
    'quote',
    [
      'Everything is on at ten in the morning. I drive a van at ten in the morning.',
      'I sat in the car outside, to be honest. It looked like a place for mums.',
    ],
  ],
  [
    'Grandparents',
    'no-quote',
    ['We have the children three days a week and no letter ever comes to us.'],
  ],
];

const TALKS: readonly [string, Consent, readonly string[]][] = [
  [
    'Parents who speak little English',
    'quote',
    [
      'I fill in the form with my daughter. She is nine.',
      'At the mosque they told me about the hub. That was the first time that I heard of it.',
    ],
  ],
  [
    'Parents of children with SEND',
    'not-asked',
    ['We have been on the list for eighteen months and I tell the story again to each new person.'],
  ],
  [
    'Practitioners',
    'quote',
    ['Half of our visits are about damp and money before we come to the baby at all.'],
  ],
];

/** Two listening exercises: an evening for everybody, and talks one by one over a month. */
export async function demoListening(d: Demonstration): Promise<void> {
  const day = (days: number) => dayFrom(d, days);
  const evening = await addEvent(d.facilitator, d.programme, {
    kind: 'town-hall',
    title: 'What it is like to bring up a child in Eastmoor',
    place: 'Eastmoor Community Hall',
    heldOn: day(-26),
    facilitator: 'Tom Okafor, with two parents of the panel',
    languages: ['English', 'Polish'],
    heads: [
      { group: 'Mothers', count: 41 },
      { group: 'Fathers', count: 9 },
      { group: 'Grandparents', count: 3 },
      { group: 'Practitioners', count: 7 },
    ],
    keepUntil: day(3 * 365),
  });
  const talks = await addEvent(d.facilitator, d.programme, {
    kind: 'community-researcher',
    title: 'Doorstep talks on the Canal Quarter',
    place: 'Canal Quarter',
    heldOn: day(-15),
    facilitator: 'Four community researchers',
    languages: ['English', 'Bengali', 'Somali'],
    heads: [
      { group: 'Families', count: 62 },
      { group: 'Practitioners', count: 11 },
    ],
    keepUntil: day(3 * 365),
  });
  for (const [saidBy, consent, texts] of TOWN_HALL) {
    await addNotes(d.facilitator, d.programme, evening, { saidBy, consent, texts: [...texts] });
  }
  for (const [saidBy, consent, texts] of TALKS) {
    await addNotes(d.facilitator, d.programme, talks, { saidBy, consent, texts: [...texts] });
  }
}
