import { theorySvg, type Mark, type Marks } from '../draw.ts';
import type { Theory } from '../graph.ts';
import { movedTier, type Difference } from './difference.ts';
import { BECAME_WORDS, type Became } from './difference-rows.ts';

/** How each is drawn: a colour, a pattern of dashes and a sign of its own. */
const LOOKS: Readonly<Record<Became, Omit<Mark, 'name'>>> = {
  added: { words: '+ new', colour: '#005a30', dashes: '', width: 3, fill: '#e3f4ea' },
  changed: { words: '≠ changed', colour: '#1d4f91', dashes: '10 4', width: 3, fill: '#e8f1fb' },
  moved: { words: '→ moved', colour: '#4c2c92', dashes: '10 3 2 3', width: 3, fill: '#f0ebf8' },
  removed: { words: '− gone', colour: '#942514', dashes: '3 4', width: 3, fill: '#fbeae7' },
};

const mark = (became: Became): Mark => ({
  ...LOOKS[became],
  name: BECAME_WORDS[became],
  frame: true,
  sample: LOOKS[became].words.slice(0, 1),
});

/** Both theories in one: the later one with what it has lost still in its place. */
function unionOf(before: Theory, after: Theory): Theory {
  const boxIds = new Set(after.boxes.map(({ id }) => id));
  const linkIds = new Set(after.links.map(({ id }) => id));
  return {
    ...after,
    boxes: [...after.boxes, ...before.boxes.filter(({ id }) => !boxIds.has(id))],
    links: [...after.links, ...before.links.filter(({ id }) => !linkIds.has(id))],
  };
}

/** What is said at each box and link that differs. */
function differenceMarks({ boxes, links, pieces }: Difference): Marks {
  const ofBoxes = new Map<string, Mark>();
  const ofLinks = new Map<string, Mark>();
  // What is said about a box has changed when its evidence or its measures have.
  const about = [...pieces.added, ...pieces.removed, ...pieces.changed.map(({ after }) => after)];
  for (const { on } of about) if (on !== null) ofBoxes.set(on, mark('changed'));
  for (const each of boxes.changed) {
    ofBoxes.set(each.after.id, mark(movedTier(each) ? 'moved' : 'changed'));
  }
  for (const { id } of boxes.added) ofBoxes.set(id, mark('added'));
  for (const { id } of boxes.removed) ofBoxes.set(id, mark('removed'));
  for (const { after } of links.changed) ofLinks.set(after.id, mark('changed'));
  for (const { id } of links.added) ofLinks.set(id, mark('added'));
  for (const { id } of links.removed) ofLinks.set(id, mark('removed'));
  return { boxes: ofBoxes, links: ofLinks };
}

/** The difference as one picture with its legend. */
export function differenceSvg(before: Theory, after: Theory, difference: Difference): string {
  return theorySvg(unionOf(before, after), { marks: differenceMarks(difference), legend: true });
}
