/**
 * What a person did in one go, and what of it can be taken back or had again. A gesture is the
 * operations with one batch; taking a gesture back is a gesture itself, named after the one that it
 * takes back, so that the history alone tells what comes next.
 */

/** One operation of a person, as far as this is concerned. */
export interface Made {
  sequence: number;
  /** Null in rows that are older than batches: those of one instant belong together. */
  batch: string | null;
  at: Date;
}

/** What can be done next, and what after it: each by the batch whose operations are to be turned round. */
export interface NextSteps {
  undo: Step[];
  redo: Step[];
}

export interface Step {
  /** The batch whose inverse operations do it. */
  batch: string;
  /** The batch of the operations that do it. */
  as: (newId: string) => string;
}

/** The batch of an operation; what has none goes by its instant. */
export function batchOf({ batch, at }: { batch?: string | null; at: Date }): string {
  return batch ?? `at-${at.getTime()}`;
}

/** The batch under which a gesture is taken back. */
export function undoOf(gesture: string, newId: string): string {
  return `undo/${newId}/${gesture}`;
}

/** The batch under which a gesture that was taken back is done again. */
export function redoOf(gesture: string, newId: string): string {
  return `redo/${newId}/${gesture}`;
}

/** What a batch stands for: a new gesture, or taking one back or doing it again. */
function read(batch: string): { does: 'new' | 'undo' | 'redo'; gesture: string } {
  const match = /^(undo|redo)\/[\w-]+\/(.+)$/.exec(batch);
  if (match === null) return { does: 'new', gesture: batch };
  return { does: match[1] === 'undo' ? 'undo' : 'redo', gesture: match[2] ?? '' };
}

/**
 * What a person can take back and have again next, from everything that they did, oldest first. A new
 * gesture leaves nothing to have again, as in every editor.
 */
export function nextSteps(made: readonly Made[]): NextSteps {
  const done: { gesture: string; batch: string }[] = [];
  const taken: { gesture: string; batch: string }[] = [];
  let last = '';
  for (const each of made) {
    const batch = batchOf(each);
    if (batch === last) continue;
    last = batch;
    const { does, gesture } = read(batch);
    if (does === 'undo') {
      drop(done, gesture);
      taken.push({ gesture, batch });
    } else if (does === 'redo') {
      drop(taken, gesture);
      done.push({ gesture, batch });
    } else if (done.at(-1)?.gesture !== gesture) {
      done.push({ gesture, batch });
      taken.length = 0;
    }
  }
  const steps = (those: typeof done, name: typeof undoOf) =>
    those.toReversed().map(({ gesture, batch }): Step => ({
      batch,
      as: (newId) => name(gesture, newId),
    }));
  return { undo: steps(done, undoOf), redo: steps(taken, redoOf) };
}

function drop(from: { gesture: string }[], gesture: string): void {
  const at = from.findLastIndex((each) => each.gesture === gesture);
  if (at >= 0) from.splice(at, 1);
}

/** What became of one gesture that was to be taken back or done again. */
export interface Tried {
  /** What was left as it is because somebody has changed it since, in words. */
  left: readonly string[];
  /** Whether anything of it was done at all. */
  any: boolean;
}

/**
 * What to say after a gesture was taken back or done again.
 *
 * @param tried the gestures in the order in which they were tried: all but the last were passed over,
 *   because nothing of them could be done
 */
export function saidOf(way: 'undo' | 'redo', tried: readonly Tried[]): string {
  const last = tried.at(-1);
  if (last?.any !== true) {
    const since = stays(tried.flatMap(({ left }) => left));
    return since === '' ? 'There is nothing to take back or do again.' : since;
  }
  const passed = tried.slice(0, -1);
  const before = stays(passed.flatMap(({ left }) => left));
  const whole = wholeOf(way, passed.length > 0);
  const done = last.left.length === 0 ? `${whole}.` : `${whole}, but not all of it.`;
  return [before, done, stays(last.left)].filter((each) => each !== '').join(' ');
}

function wholeOf(way: 'undo' | 'redo', passed: boolean): string {
  if (way === 'redo') {
    return passed ? 'Another change of yours is done again' : 'Your change is done again';
  }
  return passed ? 'An earlier change of yours is taken back' : 'Your last change is taken back';
}

function stays([first, ...others]: readonly string[]): string {
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `Somebody has changed this since, so it stays as it is: ${first}${more}.`;
}
