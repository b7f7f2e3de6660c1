import type { Agreement } from '../walk/agreement.ts';
import type { SeenEvidence } from '../evidence/evidence.ts';
import { boxesById, drawn, type Box, type More, type MoreField, type Theory } from '../graph.ts';
import { linkSentence } from '../words.ts';
import { falls, isResult, reachedAmong, type Falls } from './falls.ts';

/** What a theory takes for granted, one by one: to be looked at with the evidence beside it. */

export const VERDICTS = ['holds', 'doubt', 'fails'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Each has its own sign, so that nothing is said by colour alone. */
export const VERDICT_LOOKS: Readonly<Record<Verdict, { name: string; sign: string }>> = {
  holds: { name: 'Holds', sign: '✓' },
  doubt: { name: 'In doubt', sign: '?' },
  fails: { name: 'Does not hold', sign: '✕' },
};

/** How a history names the answer. */
export const VERDICT_FIELD: MoreField = {
  key: 'verdict',
  label: 'Whether it holds',
  hint: '',
  kind: 'choice',
  options: VERDICTS.map((value) => ({ value, label: VERDICT_LOOKS[value].name })),
};

/** The last answer to an assumption. */
export interface Answered {
  verdict: Verdict;
  why: string;
  todo: string;
  /** The day, as YYYY-MM-DD, and the name of whoever answered. */
  on: string;
  by: string;
}

export interface Assumption {
  /** Of the box, or of the link that says what has to hold for it. */
  id: string;
  kind: 'box' | 'link';
  /** What has to hold. */
  words: string;
  /** The steps that rest on it directly, in words. */
  steps: { id: string; words: string }[];
  critical: boolean;
  owner: string;
  signal: string;
  reviewOn: string;
  answered: Answered | null;
  falls: Falls;
}

/** The answer that a box or a link keeps; null while nobody has answered. */
function answeredOf(more: More): Answered | null {
  const verdict = VERDICTS.find((each) => each === more['verdict']);
  if (verdict === undefined) return null;
  return {
    verdict,
    why: more['verdictWhy'] ?? '',
    todo: more['verdictTodo'] ?? '',
    on: more['verdictOn'] ?? '',
    by: more['verdictBy'] ?? '',
  };
}

/**
 * Everything that the theory takes for granted, the most critical first: what is marked so, then what
 * most outcomes rest on. The order does not follow from the answers, so that it stays while they are
 * given.
 */
export function assumptionsOf(theory: Theory): Assumption[] {
  const byId = boxesById(theory);
  const boxes = theory.boxes
    .filter(({ type }) => type === 'assumption')
    .map((box) => ofBox(theory, box, byId));
  const links = theory.links
    .filter(({ more }) => (more['assumes'] ?? '').trim() !== '')
    .map((link): Assumption => ({
      id: link.id,
      kind: 'link',
      words: link.more['assumes'] ?? '',
      steps: [{ id: link.id, words: linkSentence(theory, { ...link, reason: '' }, byId) }],
      ...facts(link.more),
      falls: falls(theory, new Set([link.id])),
    }));
  return [...boxes, ...links].sort(
    (a, b) =>
      Number(b.critical) - Number(a.critical) ||
      b.falls.outcomes.length - a.falls.outcomes.length ||
      a.words.localeCompare(b.words, 'en-GB') ||
      (a.id < b.id ? -1 : 1),
  );
}

function ofBox(theory: Theory, box: Box, byId: Map<string, Box>): Assumption {
  const resting = theory.links.flatMap((link): Box[] => {
    if (link.kind !== 'assumes') return [];
    const { from, to } = drawn(link, byId);
    const step = byId.get(to);
    return from === box.id && step !== undefined ? [step] : [];
  });
  return {
    id: box.id,
    kind: 'box',
    words: box.label,
    steps: resting.map(({ id, label }) => ({ id, words: label })),
    ...facts(box.more),
    falls: fallsWith(theory, resting),
  };
}

/** What falls with some steps, the outcomes among them included where something done led to them. */
function fallsWith(theory: Theory, steps: readonly Box[]): Falls {
  const found = falls(theory, new Set(steps.map(({ id }) => id)));
  const own = reachedAmong(theory, steps).filter(isResult);
  const inOrder = (boxes: readonly Box[]) => {
    const all = new Set([...own, ...boxes]);
    return theory.boxes.filter((box) => all.has(box));
  };
  return { ...found, boxes: inOrder(found.boxes), outcomes: inOrder(found.outcomes) };
}

function facts(more: More) {
  return {
    critical: more['critical'] === 'yes',
    owner: more['owner'] ?? '',
    signal: more['signal'] ?? '',
    reviewOn: more['reviewOn'] ?? '',
    answered: answeredOf(more),
  };
}

/** How far the stress test has come. */
export interface Progress {
  all: number;
  answered: number;
  byVerdict: Record<Verdict, number>;
  /** The first that nobody has answered; null when all are. */
  next: string | null;
}

export function progressOf(assumptions: readonly Assumption[]): Progress {
  const byVerdict = { holds: 0, doubt: 0, fails: 0 };
  for (const { answered } of assumptions) if (answered) byVerdict[answered.verdict] += 1;
  return {
    all: assumptions.length,
    answered: byVerdict.holds + byVerdict.doubt + byVerdict.fails,
    byVerdict,
    next: assumptions.find(({ answered }) => answered === null)?.id ?? null,
  };
}

/** The one after another in the order of the test, and the one before it. */
export function neighbours(
  assumptions: readonly { id: string }[],
  id: string,
): { number: number; previous: string | null; next: string | null } {
  const at = assumptions.findIndex((each) => each.id === id);
  return {
    number: at + 1,
    previous: assumptions[at - 1]?.id ?? null,
    next: assumptions[at + 1]?.id ?? null,
  };
}

/** Evidence about an assumption: on it, and on the steps that rest on it. */
export function evidenceBeside(
  { id, steps }: Pick<Assumption, 'id' | 'steps'>,
  evidence: readonly SeenEvidence[],
): SeenEvidence[] {
  const about = new Set([id, ...steps.map((step) => step.id)]);
  return evidence.filter(({ on }) => on !== null && about.has(on));
}

/** What members said in a walk about an assumption, its steps, or the links of those steps. */
export function doubtsBeside<
  D extends { about: { id: string }; agreement: Extract<Agreement, 'doubted' | 'divided'> },
>(theory: Theory, { id, steps }: Pick<Assumption, 'id' | 'steps'>, doubts: readonly D[]): D[] {
  const about = new Set([id, ...steps.map((step) => step.id)]);
  for (const link of theory.links) {
    if (about.has(link.target)) about.add(link.id);
  }
  return doubts.filter((doubt) => about.has(doubt.about.id));
}
