import {
  BOX_MORE,
  LIMITS,
  LINK_MORE,
  type Box,
  type Link,
  type More,
  type Theory,
} from '../graph.ts';
import { addingLink, sameEnds, touches, type Operation } from '../operations.ts';
import { quoted } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

interface Made {
  words: string;
  said: string;
  operations: Operation[];
}

/**
 * Makes two boxes that say the same one: the earlier stays, with the links, pieces, explanations and
 * facts of both. Null where that would lose something: both stand for a need of the register, the plan
 * delivers both, a link between them has a reason, or they say two things where one has room.
 */
export function merging(
  theory: Theory,
  [laterId, earlierId]: readonly string[],
  around: Surroundings | null,
  newId: () => string,
): Made | null {
  const boxOf = (id: string | undefined) => theory.boxes.find((box) => box.id === id);
  const [one, two] = [boxOf(earlierId), boxOf(laterId)];
  if (one === undefined || two === undefined || one === two || one.type !== two.type) return null;
  const held = ({ id, more }: Box) =>
    'needId' in more || (around?.lines ?? []).some(({ activityIds }) => activityIds.includes(id));
  if (held(one) && held(two)) return null;
  const [stays, goes] = held(two) ? [two, one] : [one, two];
  const box = joinedBox(stays, goes);
  const links = movedLinks(theory, stays.id, goes.id, newId);
  if (box === null || links === null) return null;
  const homes = new Map([...links.homes, [goes.id, stays.id]]);
  return {
    words: 'Make them one box',
    said: `${quoted(stays.label)} stands for both now, with the links of both.`,
    operations: [
      ...links.operations,
      ...movedPieces(theory, homes),
      ...edits('editBox', stays.id, stays, box),
      { kind: 'removeBox', id: goes.id },
    ],
  };
}

/**
 * What makes two links between the same boxes one: the first stays with the reasons, facts and pieces
 * of both. Null where that would lose something.
 */
export function joiningLinks(theory: Theory, stays: Link, goes: Link): Operation[] | null {
  const link = joinedLink(stays, goes);
  if (link === null) return null;
  return [
    ...edits('editLink', stays.id, stays, link),
    ...movedPieces(theory, new Map([[goes.id, stays.id]])),
    { kind: 'removeLink', id: goes.id },
  ];
}

/** The links of a box that goes, drawn at the one that stays, and where their pieces go. */
function movedLinks(
  theory: Theory,
  stays: string,
  goes: string,
  newId: () => string,
): { operations: Operation[]; homes: [string, string][] } | null {
  const there = new Set(theory.boxes.map(({ id }) => id));
  const before = new Map(theory.links.map((link) => [link.id, link]));
  const kept = theory.links.filter((link) => !touches(link, goes));
  const homes: [string, string][] = [];
  const end = (id: string) => (id === goes ? stays : id);
  for (const link of theory.links.filter((each) => touches(each, goes))) {
    const moved = { ...link, source: end(link.source), target: end(link.target) };
    if (!there.has(moved.source) || !there.has(moved.target)) return null;
    if (moved.source === moved.target) {
      if (!isBare(theory, link)) return null;
      continue;
    }
    const at = kept.findIndex((each) => sameEnds(each, moved));
    const same = kept[at];
    const home = same === undefined ? { ...moved, id: newId() } : joinedLink(same, moved);
    if (home === null) return null;
    if (same === undefined) kept.push(home);
    else kept[at] = home;
    homes.push([link.id, home.id]);
  }
  const operations = kept.flatMap((link): Operation[] => {
    const was = before.get(link.id);
    return was === undefined ? [addingLink(link)] : edits('editLink', link.id, was, link);
  });
  return { operations, homes };
}

/** Whether a link says nothing but that there is one. */
function isBare({ pieces }: Theory, { id, reason, more }: Link): boolean {
  return reason.trim() === '' && Object.keys(more).length === 0 && !pieces.some((p) => p.on === id);
}

function movedPieces({ pieces }: Theory, homes: ReadonlyMap<string, string>): Operation[] {
  return pieces.flatMap(({ id, on }): Operation[] => {
    const to = on === null ? undefined : homes.get(on);
    if (on === null || to === undefined) return [];
    return [{ kind: 'editPiece', id, field: 'on', from: on, to }];
  });
}

function joinedBox(stays: Box, goes: Box): Box | null {
  const detail = joinedWords(stays.detail, goes.detail, '\n\n', LIMITS.detail);
  const more = joinedFacts(stays.more, goes.more, wordsAmong(BOX_MORE[stays.type]));
  return detail === null || more === null ? null : { ...stays, detail, more };
}

function joinedLink(stays: Link, goes: Link): Link | null {
  const reason = joinedWords(stays.reason, goes.reason, ' ', LIMITS.reason);
  const more = joinedFacts(stays.more, goes.more, wordsAmong(LINK_MORE));
  return reason === null || more === null ? null : { ...stays, reason, more };
}

function wordsAmong(fields: (typeof BOX_MORE)[Box['type']]): Set<string> {
  return new Set(fields.filter(({ kind }) => kind === 'text').map(({ key }) => key));
}

/** Facts that change what the others mean: where only one has them, only a person knows what is meant. */
const TURNING = ['feedback', 'sign', 'partnerLed', 'notNow', 'verdict'];

/** The facts of both; null where they differ in what is not words that can stand side by side. */
function joinedFacts(stays: More, goes: More, words: ReadonlySet<string>): More | null {
  if (TURNING.some((key) => (stays[key] ?? '') !== (goes[key] ?? ''))) return null;
  const more: Record<string, string> = { ...stays };
  for (const [key, theirs] of Object.entries(goes)) {
    const ours = more[key] ?? '';
    if (ours !== '' && ours !== theirs && !words.has(key)) return null;
    const both = joinedWords(ours, theirs, '; ', LIMITS.more);
    if (both === null) return null;
    more[key] = both;
  }
  return more;
}

/** Both texts, one only where the other says it already; null when they are too long together. */
function joinedWords(ours: string, theirs: string, between: string, most: number): string | null {
  if (theirs.trim() === '' || ours.includes(theirs.trim())) return ours;
  if (ours.trim() === '') return theirs;
  const both = [ours.trim(), theirs.trim()].join(between);
  return both.length > most ? null : both;
}

/** The edits that make one thing of another with the same keys. */
function edits<T extends Box | Link>(
  kind: 'editBox' | 'editLink',
  id: string,
  was: T,
  is: T,
): Operation[] {
  const of = (thing: Box | Link): Record<string, string> => ({
    ...('reason' in thing ? { reason: thing.reason } : { detail: thing.detail }),
    ...Object.fromEntries(Object.entries(thing.more).map(([key, value]) => [`more.${key}`, value])),
  });
  const before = of(was);
  return Object.entries(of(is)).flatMap(([field, to]): Operation[] => {
    const from = before[field] ?? '';
    return from === to ? [] : [{ kind, id, field, from, to } as Operation];
  });
}
