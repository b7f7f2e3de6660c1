import {
  boxesById,
  isOutcomeType,
  tierOf,
  type Box,
  type Link,
  type Piece,
  type Theory,
} from '../graph.ts';
import { measuresIn, type Measure } from '../measures/measure.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * A theory prepared for the checks, in one pass: its links sorted by what they say, and who leads
 * to whom. Links that the integrity rules complain about are left out, so that one fault is
 * reported once.
 */
export interface Reading {
  theory: Theory;
  byId: Map<string, Box>;
  /** Links between two different boxes that exist, each pair once. */
  sound: Link[];
  /** Sound links that say "leads to". */
  causal: Link[];
  /** Causal links without those that are meant to run back. */
  forward: Link[];
  next: Map<string, Link[]>;
  previous: Map<string, Link[]>;
  /** How many sound links each box has. */
  degree: Map<string, number>;
  /** What everything should lead to: the impacts, or the aims of a theory that states no impact. */
  ends: Box[];
  /** For each need of the theory, the boxes that answer it or a root cause of it. */
  answers: Map<string, string[]>;
  measures: Measure[];
  /** Evidence by the box or link that it is about. */
  evidence: Map<string, Piece[]>;
  /** What stands around the theory; null where nobody knows, as of a file. */
  around: Surroundings | null;
}

export function read(theory: Theory, around: Surroundings | null = null): Reading {
  const byId = boxesById(theory);
  const sound = soundLinks(theory, byId);
  const causal = sound.filter((link) => link.kind === 'leadsTo');
  const forward = causal.filter((link) => link.more['feedback'] !== 'yes');
  const next = new Map<string, Link[]>();
  const previous = new Map<string, Link[]>();
  const degree = new Map<string, number>();
  for (const link of forward) {
    push(next, link.source, link);
    push(previous, link.target, link);
  }
  for (const { source, target } of sound) {
    degree.set(source, (degree.get(source) ?? 0) + 1);
    degree.set(target, (degree.get(target) ?? 0) + 1);
  }
  const impacts = theory.boxes.filter((box) => box.type === 'impact');
  const ends = impacts.length > 0 ? impacts : theory.boxes.filter((box) => box.type === 'aim');
  const evidence = new Map<string, Piece[]>();
  for (const piece of theory.pieces) {
    if (piece.kind === 'evidence' && piece.on !== null) push(evidence, piece.on, piece);
  }
  return {
    theory,
    byId,
    sound,
    causal,
    forward,
    next,
    previous,
    degree,
    ends,
    answers: answersToNeeds(theory, sound, byId),
    measures: measuresIn(theory),
    evidence,
    around,
  };
}

/** What answers each need: boxes linked to it, or to a root cause that explains it. */
function answersToNeeds(
  theory: Theory,
  sound: readonly Link[],
  byId: Map<string, Box>,
): Map<string, string[]> {
  const causes = new Map<string, string[]>();
  const answering = new Map<string, string[]>();
  for (const { kind, source, target } of sound) {
    if (kind === 'explains') {
      if (byId.get(source)?.type === 'rootCause') push(causes, target, source);
      if (byId.get(target)?.type === 'rootCause') push(causes, source, target);
    } else if (kind === 'addresses') {
      push(answering, source, target);
      push(answering, target, source);
    }
  }
  const needs = theory.boxes.filter((box) => box.type === 'need');
  return new Map(
    needs.map(({ id }) => {
      const explained = reach([id], (each) => causes.get(each) ?? []);
      return [id, [...new Set([...explained].flatMap((each) => answering.get(each) ?? []))]];
    }),
  );
}

function soundLinks(theory: Theory, byId: Map<string, Box>): Link[] {
  const drawn = new Set<string>();
  return theory.links.filter(({ source, target }) => {
    const pair = JSON.stringify([source, target]);
    if (source === target || !byId.has(source) || !byId.has(target) || drawn.has(pair)) {
      return false;
    }
    drawn.add(pair);
    return true;
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** Everything that can be reached from some boxes along forward links, themselves included. */
export function downstream(reading: Reading, from: Iterable<string>): Set<string> {
  return reach(from, (id) => (reading.next.get(id) ?? []).map(({ target }) => target));
}

/** Everything from which some boxes can be reached along forward links, themselves included. */
export function upstream(reading: Reading, from: Iterable<string>): Set<string> {
  return reach(from, (id) => (reading.previous.get(id) ?? []).map(({ source }) => source));
}

/** Breadth-first search. */
export function reach(from: Iterable<string>, nextOf: (id: string) => string[]): Set<string> {
  const found = new Set(from);
  for (const id of found) {
    for (const next of nextOf(id)) found.add(next);
  }
  return found;
}

export function idsOf(boxes: readonly Box[]): string[] {
  return boxes.map(({ id }) => id);
}

/** Boxes of the chain from what goes in to the impact: those that lead somewhere. */
export function isCausal(box: Box): boolean {
  const tier = tierOf(box.type);
  return tier !== null && box.type !== 'need' && box.type !== 'rootCause' && box.type !== 'aim';
}

export function isOutcome(box: Box): boolean {
  return isOutcomeType(box.type);
}

/** The activities that answer a need, themselves or through what they lead to. */
export function activitiesFor(reading: Reading, needBox: string): string[] {
  return [...upstream(reading, reading.answers.get(needBox) ?? [])].filter(
    (id) => reading.byId.get(id)?.type === 'activity',
  );
}

/** The label of a box that a link speaks of, for a sentence. */
export function labelOf(reading: Reading, id: string): string {
  return reading.byId.get(id)?.label ?? id;
}
