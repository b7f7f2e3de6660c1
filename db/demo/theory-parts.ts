import type { PartKind } from '#app/theory/parts.ts';
import type { Piece } from '#app/theory/graph.ts';
import type { DemoBox } from './theory-words.ts';

// The strands of the fictional borough's programme. What several work towards stands in none of them.

interface DemoPart {
  name: string;
  kind: PartKind;
  within?: string;
  boxes: readonly DemoBox[];
}

const PARTS: Readonly<Record<string, DemoPart>> = {
  reach: {
    name: 'Reach and access',
    kind: 'strand',
    boxes: ['openLater', 'oneDoor', 'panel', 'sessions', 'offer', 'forUs'],
  },
  outreach: {
    name: 'Village halls',
    kind: 'service',
    within: 'reach',
    boxes: ['outreach', 'halls'],
  },
  talk: {
    name: 'Early talk and home learning',
    kind: 'strand',
    boxes: ['talkTogether', 'dads', 'coached', 'fathersIn', 'homeTalk'],
  },
  wellbeing: {
    name: 'Parents’ wellbeing',
    kind: 'strand',
    boxes: ['listening', 'trusted', 'coping'],
  },
  additional: {
    name: 'Additional needs',
    kind: 'strand',
    boxes: ['sendWorker', 'plans', 'supported'],
  },
};

/** The parts as pieces of the theory. */
export const DEMO_PARTS: readonly Piece[] = Object.entries(PARTS).map(
  ([id, { name, kind, within }]): Piece => ({
    id,
    kind: 'part',
    on: null,
    more: within === undefined ? { name, kind } : { name, kind, within },
  }),
);

/** The part in which a box stands; none for what is shared. */
export function partOfDemoBox(box: string): { part?: string } {
  const found = Object.entries(PARTS).find(([, { boxes }]) =>
    (boxes as readonly string[]).includes(box),
  );
  return found === undefined ? {} : { part: found[0] };
}
