import { emptyTheory, type Theory } from '../graph.ts';
import { apply, type Operation } from '../operations.ts';

/** One step of a history, as far as replaying it goes. */
export interface Replayed {
  readonly sequence: number;
  readonly operation: Operation;
}

/**
 * The theory as it stood after so many operations, by doing them again one after another.
 *
 * @param from the theory at its beginning, or at any earlier moment that was kept
 * @param history steps in order; those that `from` knows already are passed over
 * @param sequence after how many operations; beyond the end it is the theory of now
 * @throws Error when a step is missing or cannot be done again: the history is not of this theory
 */
export function theoryAt(from: Theory, history: readonly Replayed[], sequence: number): Theory {
  let theory = from;
  for (const step of history) {
    if (step.sequence <= theory.sequence) continue;
    if (step.sequence > sequence) break;
    if (step.sequence !== theory.sequence + 1) {
      throw new Error(`Step ${theory.sequence + 1} of the history is missing`);
    }
    const applied = apply(theory, step.operation);
    if ('refusal' in applied) {
      throw new Error(`Step ${step.sequence} of the history cannot be done again`);
    }
    theory = { ...applied.theory, sequence: step.sequence };
  }
  return theory;
}

/** A theory before anything was done to it: empty, under the title with which it was started. */
export function beginningOf(now: Theory, history: readonly Replayed[]): Theory {
  const renamed = history.find(({ operation }) => operation.kind === 'rename')?.operation;
  const title = renamed?.kind === 'rename' ? renamed.from : now.title;
  return emptyTheory(now.id, title);
}
