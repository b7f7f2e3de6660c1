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

/** What can be done next, each by the batch whose operations are to be turned round. */
export interface NextSteps {
  undo: Step | null;
  redo: Step | null;
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
  return { undo: step(done.at(-1), undoOf), redo: step(taken.at(-1), redoOf) };
}

function drop(from: { gesture: string }[], gesture: string): void {
  const at = from.findLastIndex((each) => each.gesture === gesture);
  if (at >= 0) from.splice(at, 1);
}

function step(
  top: { gesture: string; batch: string } | undefined,
  name: (gesture: string, newId: string) => string,
): Step | null {
  return top === undefined ? null : { batch: top.batch, as: (newId) => name(top.gesture, newId) };
}

/**
 * What to say after a gesture was taken back or done again.
 *
 * @param left what was left as it is because somebody has changed it since, in words
 * @param any whether anything was done at all
 */
export function saidOf(way: 'undo' | 'redo', left: readonly string[], any: boolean): string {
  const [first, ...others] = left;
  const whole = way === 'undo' ? 'Your last change is taken back' : 'Your change is done again';
  if (first === undefined) return any ? `${whole}.` : 'There is nothing to take back or do again.';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const since = `Somebody has changed this since, so it stays as it is: ${first}${more}.`;
  return any ? `${whole}, but not all of it. ${since}` : since;
}
