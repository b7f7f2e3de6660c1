import { setTimeout as after } from 'node:timers/promises';
import { noteForAll } from '#app/people/system/note-run.server.ts';
import { theStore } from '#db/store.server.ts';

/** A backup or a long look at the file holds its log for moments; Litestream for as long as it runs. */
const TRIES = 5;
const PAUSE_MS = 2_000;

interface Emptying {
  /** Told once a run that could not empty it. */
  onHeld?: () => void;
  /** Milliseconds between two tries. */
  pause?: number;
}

let underWay: Promise<boolean> | null = null;
let next: Promise<boolean> | null = null;
let isHeld = false;

/**
 * Empties the database's own log of what was deleted. Where another program holds it, that is tried again
 * for some seconds, and then noted, so that `doctor` and administrators are told. Gives whether it is empty.
 * Whoever asks while that is under way waits for one run after it, which is the same for all of them.
 */
export function emptyLog(now: Date, how: Emptying = {}): Promise<boolean> {
  // What PostgreSQL keeps is its own affair, and its operator's.
  if (theStore().engine === 'postgres') return Promise.resolve(true);
  if (underWay !== null) {
    next ??= underWay
      .catch(() => false)
      .then(() => {
        next = null;
        return emptyLog(now, how);
      });
    return next;
  }
  underWay = runOnce(now, how).finally(() => {
    underWay = null;
  });
  return underWay;
}

/** Tries again where the last run could not empty it. Gives whether it is empty. */
export async function emptyHeldLog(now: Date, how: Emptying = {}): Promise<boolean> {
  return isHeld ? emptyLog(now, how) : true;
}

async function runOnce(now: Date, { onHeld, pause = PAUSE_MS }: Emptying): Promise<boolean> {
  const store = theStore();
  isHeld = true;
  let empty = await store.leaveNoTrace();
  for (let tries = 1; !empty && tries < TRIES; tries += 1) {
    await after(pause, undefined, { ref: false });
    empty = await store.leaveNoTrace();
  }
  isHeld = !empty;
  if (!empty) onHeld?.();
  await noteForAll('log', now, empty);
  return empty;
}
