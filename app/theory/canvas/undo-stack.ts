import type { Operation } from '../operations.ts';
import { redoOf, undoOf } from '../gestures.ts';

/** Something that a person did in one go, and what takes it back. */
export interface Gesture {
  /** Changes with the same name that follow one another are one gesture, such as typing. */
  name: string | null;
  /** Goes with each of its operations into the history. */
  batch: string;
  /** The gesture that it was when it was first done. */
  first: string;
  made: readonly Operation[];
  /** What takes it back, in order. */
  inverse: readonly Operation[];
}

/** The most steps that are kept: far more than anybody remembers. */
const MOST = 500;

/** What can be taken back and had again in an open editor, latest last. Loading begins anew. */
export class UndoStack {
  private done: Gesture[] = [];
  private taken: Gesture[] = [];

  /** The batch of a change that is being made: that of the last gesture when it goes on. */
  batchFor(name: string | null, newId: () => string): string {
    return this.goesOn(name)?.batch ?? newId();
  }

  /** Takes up a change; one that goes on with the last gesture becomes part of it. */
  did(
    name: string | null,
    batch: string,
    made: readonly Operation[],
    inverse: readonly Operation[],
  ) {
    const last = this.goesOn(name);
    if (last !== undefined) {
      last.made = [...last.made, ...made];
      last.inverse = before(last.inverse, inverse);
    } else {
      this.done.push({ name, batch, first: batch, made, inverse });
      if (this.done.length > MOST) this.done.shift();
    }
    this.taken = [];
  }

  /** What comes next, taken off its stack, with the batch of the operations that do it. */
  next(way: 'undo' | 'redo', newId: () => string): { gesture: Gesture; batch: string } | undefined {
    const gesture = (way === 'undo' ? this.done : this.taken).pop();
    if (gesture === undefined) return undefined;
    const batch = (way === 'undo' ? undoOf : redoOf)(gesture.first, newId());
    return { gesture, batch };
  }

  /** Takes up that a gesture was taken back, or had again. */
  went(
    way: 'undo' | 'redo',
    { gesture, batch }: { gesture: Gesture; batch: string },
    made: readonly Operation[],
    inverse: readonly Operation[],
  ): void {
    const turned = { name: null, batch, first: gesture.first, made, inverse };
    (way === 'undo' ? this.taken : this.done).push(turned);
  }

  /** Ends the gesture, or only one whose name begins so: what comes next is a step of its own. */
  end(begins = ''): void {
    const last = this.done.at(-1);
    if (last?.name?.startsWith(begins) === true) last.name = null;
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.taken.length > 0;
  }

  private goesOn(name: string | null): Gesture | undefined {
    const last = this.done.at(-1);
    return name !== null && last?.name === name && this.taken.length === 0 ? last : undefined;
  }
}

/** What takes back an earlier part of a gesture and a later one: of two edits of a field, one is enough. */
function before(earlier: readonly Operation[], later: readonly Operation[]): readonly Operation[] {
  const [first] = earlier;
  const [last] = later;
  const both = first !== undefined && last !== undefined && later.length === 1;
  const merged = both ? joined(last, first) : null;
  return merged === null ? [...later, ...earlier] : [merged, ...earlier.slice(1)];
}

/**
 * Two edits of the same field, the later on what the earlier left, or two moves of the same box, as
 * one; null when they are not. Between two edits that do not meet stands what somebody else wrote.
 */
export function joined(earlier: Operation, later: Operation): Operation | null {
  if ('from' in earlier && 'from' in later && earlier.to !== later.from) return null;
  if (earlier.kind === 'rename' && later.kind === 'rename') return { ...earlier, to: later.to };
  if (earlier.kind === 'moveBox' && later.kind === 'moveBox') {
    return earlier.id === later.id ? later : null;
  }
  const edits = 'field' in earlier && 'field' in later && earlier.kind === later.kind;
  if (!edits || earlier.field !== later.field) return null;
  const same = 'id' in earlier && 'id' in later ? earlier.id === later.id : !('id' in earlier);
  return same ? { ...earlier, to: later.to } : null;
}
