import { aboutOf } from './conflict.ts';
import type { Box, Theory } from './graph.ts';
import { apply, invert, touches, type Operation } from './operations.ts';

/** What became of operations that were tried on a theory, one after another. */
export interface Tried {
  done: Operation[];
  /** What takes back what was done, in order. */
  inverse: Operation[];
  /** The first rule of the graph that stood in the way, as a sentence. */
  refusal: string | null;
  /** What the others were about, in words: the thing is gone or says something else by now. */
  missed: string[];
}

/** Which operations can be done here and now; each that cannot is passed over. */
export function tried(theory: Theory, operations: readonly Operation[]): Tried {
  const result: Tried = { done: [], inverse: [], refusal: null, missed: [] };
  let now = theory;
  for (const operation of operations) {
    const applied = apply(now, operation);
    if ('refusal' in applied) {
      if (applied.refusal.why === 'rule') result.refusal ??= `${applied.refusal.message}.`;
      else result.missed.push(aboutOf(theory, operation, []));
      continue;
    }
    result.inverse.unshift(...invert(now, operation));
    result.done.push(operation);
    now = applied.theory;
  }
  return result;
}

/**
 * The same for taking a gesture back: a box that it added stays when somebody has put something on it
 * or changed its words since, because taking it away would take their work away too.
 *
 * @param made the operations of the gesture as they were made
 */
export function takenBack(
  theory: Theory,
  inverse: readonly Operation[],
  made: readonly Operation[],
): Tried {
  const added = new Map(
    made.flatMap((each) => (each.kind === 'addBox' ? [[each.box.id, each.box]] : [])),
  );
  const kept: string[] = [];
  const allowed: Operation[] = [];
  const going = new Set(
    inverse.flatMap((each) => ('id' in each && /^remove/.test(each.kind) ? [each.id] : [])),
  );
  for (const operation of inverse) {
    const box = operation.kind === 'removeBox' ? added.get(operation.id) : undefined;
    if (box !== undefined && builtUpon(theory, box, going))
      kept.push(aboutOf(theory, operation, []));
    else allowed.push(operation);
  }
  const result = tried(theory, allowed);
  return { ...result, missed: [...kept, ...result.missed] };
}

/** Whether a box is linked, or says anything else, than when it was added. */
function builtUpon(theory: Theory, was: Box, going: ReadonlySet<string>): boolean {
  const box = theory.boxes.find(({ id }) => id === was.id);
  if (box === undefined) return false;
  const linked = theory.links.some((link) => touches(link, box.id) && !going.has(link.id));
  const about = theory.pieces.some(({ id, on }) => on === box.id && !going.has(id));
  return linked || about || words(box) !== words(was);
}

function words({ type, label, detail, more }: Box): string {
  return JSON.stringify([type, label, detail, Object.entries(more).sort()]);
}
