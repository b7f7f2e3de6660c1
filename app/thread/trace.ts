import type { FrozenFigure } from './figures.ts';
import {
  KIND_NAMES,
  PRIVATE,
  THREAD_KINDS,
  type ThemeRelation,
  type ThreadEnd,
  type ThreadKind,
} from './kinds.ts';
import { sentenceOf } from './sentences.ts';
import { staleOf, type FigureChange, type Stale } from './stale.ts';

/**
 * The golden thread of one object: what it rests on, up to the answers and figures, and what came of
 * it, down to the requirement it covers and the reply that families got.
 */

/**
 * How the one end came to rest on the other. The thread runs from a need to what answers it and on to
 * what leads there, so "leads-to" runs against the arrow of the theory.
 */
export const HOP_WAYS = [
  'tied',
  'gathered',
  'leads-to',
  'addresses',
  'explains',
  'assumes',
  'asked',
  'weighed',
  'measures',
] as const;
export type HopWay = (typeof HOP_WAYS)[number];

/** `to` rests on `from`. */
export interface Hop {
  from: ThreadEnd;
  to: ThreadEnd;
  way: HopWay;
  /** Evidence that speaks against what rests on it. */
  against?: boolean;
  /** What a theme says about the box, the link or the plan line. */
  relation?: ThemeRelation;
  /** Why, in the words of whoever tied them; may be empty. */
  note: string;
  /** Who did it, by name; empty where it is not recorded, as inside a theory. */
  by: string;
  at: Date | null;
  /** What `from` said then, frozen; empty where nothing was kept. */
  wordsThen: string;
  /** What `from` says now; null when it is gone. It stays here for a private answer: see Stale. */
  wordsNow: string | null;
  /** What `to` said then and says now, where it is `to` that may move: a measure with its target. */
  toWordsThen?: string;
  toWordsNow?: string | null;
  /** Somebody looked at it again and lets it stand: what both ends said then, who and when. */
  again?: { words: string; toWords: string; by: string; at: Date };
  /** Set when the figure that stood then was corrected or taken out afterwards. */
  figureSince?: FigureChange;
}

/** Something on the thread, as it is now. */
export interface Thing {
  end: ThreadEnd;
  /** What it is, in one or two words: "Need", "Activity", "Answer". */
  what: string;
  title: string;
  /** Where evidence was taken from, and its figures as they stood; only evidence has them. */
  origin?: string | null;
  figures?: readonly FrozenFigure[];
  /** What measures a box, each with its newest figure; only boxes have them. */
  measures?: readonly string[];
  /** The newest figure and who gave it, null while there is none; only measures have it. */
  newest?: { words: string; by: string; at: Date } | null;
  /** What it promises in full, where its title is only its name: a measure with its target. */
  says?: string;
  /** Set when the source of evidence says something else by now, or null when it says nothing. */
  outdated?: { now: string | null };
}

export interface TracedHop {
  from: ThreadEnd;
  to: ThreadEnd;
  sentence: string;
  note: string;
  by: string;
  at: Date | null;
  /** The words that were gathered, as they were then; null where there are none to read. */
  quote: string | null;
  stale: Stale | null;
  /** Who looked at it again and lets it stand, and when. */
  again: { by: string; at: Date } | null;
}

/** One thing on the way, with the hops by which it was reached. */
export interface Step {
  thing: Thing;
  /** How many hops it is from the object. */
  distance: number;
  hops: TracedHop[];
}

/** The steps of one kind: a stretch of the line in one colour. */
export interface Stretch {
  kind: ThreadKind;
  steps: Step[];
}

export interface Trace {
  object: Thing;
  /** From the first voice down to the object. */
  upstream: Stretch[];
  /** From the object on. */
  downstream: Stretch[];
  /** How many hops are stale, and how much evidence is outdated. */
  stale: number;
}

export function endKey(end: ThreadEnd): string {
  return `${end.kind} ${end.id}`;
}

/**
 * The thread of `object` over the hops and things that were gathered. Each thing stands once on each
 * side, at its shortest distance; loops end where they close. A thing that is gone still stands
 * there, in the words that were kept. Null when the object itself is not among the things.
 */
export function traceOf(
  object: ThreadEnd,
  hops: readonly Hop[],
  things: readonly Thing[],
): Trace | null {
  const known = new Map(things.map((thing) => [endKey(thing.end), thing]));
  const middle = known.get(endKey(object));
  if (!middle) return null;
  const index = indexOf(hops);
  const upstream = walk(
    object,
    known,
    (end) => index.into(end),
    (hop) => hop.from,
  );
  const downstream = walk(
    object,
    known,
    (end) => index.outOf(end),
    (hop) => hop.to,
  );
  const steps = [...upstream, ...downstream];
  const stale = steps.flatMap((step) => step.hops).filter((hop) => hop.stale !== null).length;
  const outdated = steps.filter((step) => step.thing.outdated !== undefined).length;
  return {
    object: middle,
    upstream: stretches(upstream, 'furthest first'),
    downstream: stretches(downstream, 'nearest first'),
    stale: stale + outdated + Number(middle.outdated !== undefined),
  };
}

/** Hops by either end. */
export interface HopIndex {
  /** Hops that end in it: what it rests on. */
  into(end: ThreadEnd): readonly Hop[];
  /** Hops that begin in it: what rests on it. */
  outOf(end: ThreadEnd): readonly Hop[];
}

export function indexOf(hops: readonly Hop[]): HopIndex {
  const into = new Map<string, Hop[]>();
  const outOf = new Map<string, Hop[]>();
  const put = (map: Map<string, Hop[]>, key: string, hop: Hop) => {
    const there = map.get(key);
    if (there) there.push(hop);
    else map.set(key, [hop]);
  };
  for (const hop of hops) {
    put(into, endKey(hop.to), hop);
    put(outOf, endKey(hop.from), hop);
  }
  return {
    into: (end) => into.get(endKey(end)) ?? [],
    outOf: (end) => outOf.get(endKey(end)) ?? [],
  };
}

/** Every end of a kind that `end` rests on, near or far, nearest first. */
export function restsOn(index: HopIndex, end: ThreadEnd, kind: ThreadKind): ThreadEnd[] {
  const found: ThreadEnd[] = [];
  const seen = new Set([endKey(end)]);
  let frontier = [end];
  while (frontier.length > 0) {
    const next: ThreadEnd[] = [];
    for (const { from } of frontier.flatMap((at) => index.into(at))) {
      if (seen.has(endKey(from))) continue;
      seen.add(endKey(from));
      next.push(from);
      if (from.kind === kind) found.push(from);
    }
    frontier = next;
  }
  return found;
}

function walk(
  object: ThreadEnd,
  known: ReadonlyMap<string, Thing>,
  next: (end: ThreadEnd) => readonly Hop[],
  far: (hop: Hop) => ThreadEnd,
): Step[] {
  const steps = new Map<string, Step>();
  const start = endKey(object);
  let frontier = [object];
  for (let distance = 1; frontier.length > 0; distance += 1) {
    const onward: ThreadEnd[] = [];
    for (const hop of frontier.flatMap(next)) {
      const end = far(hop);
      const key = endKey(end);
      if (key === start) continue;
      const there = steps.get(key);
      const traced = tracedHop(hop, known);
      if (there) {
        // Only the hops of the shortest way: the others show on the thread of what lies between.
        if (there.distance === distance) there.hops.push(traced);
        continue;
      }
      steps.set(key, { thing: known.get(key) ?? gone(end, hop), distance, hops: [traced] });
      onward.push(end);
    }
    frontier = onward;
  }
  return [...steps.values()];
}

/** What is left of something that was removed: the words that a hop kept of it. */
function gone(end: ThreadEnd, hop: Hop): Thing {
  const isFrom = endKey(hop.from) === endKey(end);
  const kept = !isFrom ? (hop.toWordsThen ?? '') : PRIVATE.has(end.kind) ? '' : hop.wordsThen;
  return { end, what: KIND_NAMES[end.kind], title: kept === '' ? 'Removed since' : kept };
}

function stretches(steps: readonly Step[], order: 'furthest first' | 'nearest first'): Stretch[] {
  const sign = order === 'furthest first' ? -1 : 1;
  return THREAD_KINDS.map((kind) => ({
    kind,
    steps: steps
      .filter((step) => step.thing.end.kind === kind)
      .sort((a, b) => sign * (a.distance - b.distance) || byTitle(a.thing, b.thing)),
  })).filter((stretch) => stretch.steps.length > 0);
}

/** A fixed order for things at the same distance, whatever the order in which they were gathered. */
function byTitle(a: Thing, b: Thing): number {
  return a.title.localeCompare(b.title, 'en-GB') || (a.end.id < b.end.id ? -1 : 1);
}

/** A hop as a sentence, with who and when, and whether it still holds. */
export function tracedHop(hop: Hop, known: ReadonlyMap<string, Thing>): TracedHop {
  const { from, to, note, by, at } = hop;
  const ends = {
    from: known.get(endKey(from)) ?? gone(from, hop),
    to: known.get(endKey(to)) ?? gone(to, hop),
  };
  const quote = PRIVATE.has(from.kind) && hop.wordsThen !== '' ? hop.wordsThen : null;
  const again = hop.again === undefined ? null : { by: hop.again.by, at: hop.again.at };
  const sentence = sentenceOf(hop, ends);
  return { from, to, note, by, at, quote, sentence, stale: staleOf(hop), again };
}
