import type { Mark, Marks } from '../drawing/marks.ts';
import { BOX_TYPES, boxesById, byPosition, drawn, typeName, type Theory } from '../graph.ts';
import { linkSentence } from '../words.ts';

/** What can be laid over the picture of a theory: the same picture, coloured and lettered by a fact. */
export const OVERLAYS = ['need', 'voice', 'evidence', 'money', 'performance', 'agreement'] as const;

export type OverlayId = (typeof OVERLAYS)[number];

export const OVERLAY_WORDS: Readonly<Record<OverlayId, { name: string; says: string }>> = {
  need: {
    name: 'Need',
    says: 'How pressing each need is, and which needs stand behind every other box.',
  },
  voice: {
    name: 'Voice',
    says: 'How many people spoke of what lies behind each box. Small numbers are hidden.',
  },
  evidence: {
    name: 'Evidence',
    says: 'What speaks for and against each step, and where nothing is known.',
  },
  money: {
    name: 'Money',
    says: 'What the plan spends on each activity, and on the way to each outcome.',
  },
  performance: {
    name: 'Performance',
    says: 'Whether the measures of each box are on course.',
  },
  agreement: {
    name: 'Panel’s view',
    says: 'How members of the panel stand to each step that they were asked about.',
  },
};

/** What an overlay says of one box or link. */
export interface Said {
  /** The id of the box or link. */
  id: string;
  /** In full, for the table. */
  words: string;
  /** Where that comes from, or what it leaves out. */
  because: string;
  mark: Mark;
}

export interface OverlayRow {
  id: string;
  what: string;
  label: string;
  words: string;
  because: string;
}

/** An overlay, ready to be drawn and to be read. */
export interface Overlay {
  id: OverlayId;
  marks: Marks;
  rows: OverlayRow[];
}

/** The marks of an overlay on their way to the canvas. */
export interface SentOverlay {
  boxes: [string, Mark][];
  links: [string, Mark][];
}

/** Puts what is said at boxes and links into marks and into rows, in the order of the columns. */
export function overlayOf(theory: Theory, id: OverlayId, said: readonly Said[]): Overlay {
  const byId = new Map(said.map((one) => [one.id, one]));
  const marksOf = (things: readonly { id: string }[]) =>
    new Map(
      things.flatMap((thing) =>
        byId.has(thing.id) ? [[thing.id, markOf(byId, thing.id)]] : [],
      ) as [string, Mark][],
    );
  const boxRows = theory.boxes
    .toSorted((a, b) => BOX_TYPES.indexOf(a.type) - BOX_TYPES.indexOf(b.type) || byPosition(a, b))
    .flatMap((box) => row(byId.get(box.id), typeName(theory, box.type).one, box.label));
  const linkRows = theory.links.flatMap((link) =>
    row(byId.get(link.id), 'Link', linkSentence(theory, { ...link, reason: '' })),
  );
  return {
    id,
    marks: { boxes: marksOf(theory.boxes), links: marksOf(theory.links) },
    rows: [...boxRows, ...linkRows],
  };
}

function markOf(byId: ReadonlyMap<string, Said>, id: string): Mark | undefined {
  return byId.get(id)?.mark;
}

function row(said: Said | undefined, what: string, label: string): OverlayRow[] {
  if (said === undefined) return [];
  return [{ id: said.id, what, label, words: said.words, because: said.because }];
}

/** Grounds from pale to full, each light enough for dark words on it. */
const GROUNDS = ['#ffffff', '#eaf2fa', '#c9dff2', '#9cc3e6'] as const;

/** A mark in one of four strengths, 0 for nothing; the words on it say the same as its colour. */
export function shaded(
  strength: 0 | 1 | 2 | 3,
  words: string,
  name: string,
  meaning: string,
  sample = words,
): Mark {
  return {
    words,
    name,
    meaning,
    sample,
    colour: strength === 0 ? '#505a5f' : '#003a69',
    dashes: '',
    width: 1.6,
    fill: GROUNDS[strength],
  };
}

/** In which quarter of the largest a number lies: 0 for nought, 3 for more than two thirds. */
export function strengthOf(value: number, largest: number): 0 | 1 | 2 | 3 {
  if (value <= 0 || largest <= 0) return 0;
  const part = value / largest;
  return part > 2 / 3 ? 3 : part > 1 / 3 ? 2 : 1;
}

/**
 * By the id of each box, the boxes of some kind that stand behind it along the drawn links: the needs
 * that an outcome answers in the end, the activities that lead to it. A box stands behind itself.
 */
export function behind(theory: Theory, of: (boxId: string) => boolean): Map<string, Set<string>> {
  const byId = boxesById(theory);
  const onwards = new Map<string, string[]>();
  for (const link of theory.links) {
    if (link.kind !== 'leadsTo' && link.kind !== 'addresses' && link.kind !== 'explains') continue;
    const { from, to } = drawn(link, byId);
    onwards.set(from, [...(onwards.get(from) ?? []), to]);
  }
  const found = new Map<string, Set<string>>(theory.boxes.map(({ id }) => [id, new Set()]));
  for (const { id: start } of theory.boxes) {
    if (!of(start)) continue;
    const waiting = [start];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const there = found.get(id);
      if (there === undefined || there.has(start)) continue;
      there.add(start);
      waiting.push(...(onwards.get(id) ?? []));
    }
  }
  return found;
}
