import { batchOf } from '../gestures.ts';
import type { Logged } from '../operations.ts';
import type { Told } from './history-words.ts';

/** What a person did in one go, as the list of the history shows it. */
export interface Went {
  /** After which operation the theory stood when it was done: the address of that moment. */
  sequence: number;
  /** The state before it. */
  before: number;
  by: string;
  at: Date;
  /** Names a gesture that took another back, or did it again. */
  way: 'new' | 'undo' | 'redo';
  lines: string[];
}

/** A gesture that went on, and everything that one person did on one day. */
export interface Day {
  /** As YYYY-MM-DD in the place where the council is. */
  day: string;
  went: Went[];
}

/** What to look for. */
export interface HistoryLook {
  /** Only what has to do with this box. */
  box: string | null;
  /** Only what this person did, by name. */
  by: string | null;
}

const ALL: HistoryLook = { box: null, by: null };

/**
 * The history as a list, latest first: what one person did in one go is one entry. Moving boxes about
 * is told once an entry, by how many.
 */
export function historyList(
  history: readonly Logged[],
  told: readonly Told[],
  look: HistoryLook = ALL,
): Went[] {
  const gestures: { steps: Logged[]; told: Told[] }[] = [];
  for (const [at, step] of history.entries()) {
    const last = gestures.at(-1);
    const before = last?.steps.at(-1);
    const words = told[at];
    if (words === undefined) continue;
    const goesOn =
      before !== undefined &&
      before.personId === step.personId &&
      batchOf(before) === batchOf(step);
    if (goesOn) {
      last?.steps.push(step);
      last?.told.push(words);
    } else {
      gestures.push({ steps: [step], told: [words] });
    }
  }
  return gestures.flatMap((gesture) => wentOf(gesture, look)).reverse();
}

function wentOf({ steps, told }: { steps: Logged[]; told: Told[] }, look: HistoryLook): Went[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (look.by !== null && first.personName !== look.by) return [];
  const { box } = look;
  const wanted = box === null ? told : told.filter(({ boxes }) => boxes.includes(box));
  if (wanted.length === 0) return [];
  return [
    {
      sequence: last.sequence,
      before: first.sequence - 1,
      by: first.personName,
      at: last.at,
      way: wayOf(batchOf(last)),
      lines: linesOf(wanted),
    },
  ];
}

function wayOf(batch: string): Went['way'] {
  if (batch.startsWith('undo/')) return 'undo';
  return batch.startsWith('redo/') ? 'redo' : 'new';
}

function linesOf(told: readonly Told[]): string[] {
  const moves = told.filter(({ placing }) => placing);
  const lines = told.filter(({ placing }) => !placing).map(({ words }) => words);
  const [only] = moves;
  if (only === undefined) return lines;
  return [...lines, moves.length === 1 ? only.words : `moved boxes, ${moves.length} times`];
}

/** The entries by day, latest first, with the day as `dayOf` tells it. */
export function byDay(went: readonly Went[], dayOf: (at: Date) => string): Day[] {
  const days: Day[] = [];
  for (const each of went) {
    const day = dayOf(each.at);
    const last = days.at(-1);
    if (last?.day === day) last.went.push(each);
    else days.push({ day, went: [each] });
  }
  return days;
}
