import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSteps, redoOf, undoOf, type Made } from './gestures.ts';

let counted = 0;
const made = (...batches: (string | null)[]): Made[] =>
  batches.map((batch, at) => ({ sequence: at + 1, batch, at: new Date(at) }));
const newId = () => `id${(counted += 1)}`;

describe('what comes next', () => {
  test('is nothing before anything is done', () => {
    expect(nextSteps([])).toEqual({ undo: null, redo: null });
  });

  test('is the last gesture, however many operations it took', () => {
    expect(nextSteps(made('a', 'b', 'b', 'b')).undo?.batch).toBe('b');
  });

  test('goes further back each time, and forward again', () => {
    const back = undoOf('b', 'x');
    const after = nextSteps(made('a', 'b', back));
    expect([after.undo?.batch, after.redo?.batch]).toEqual(['a', back]);
    const forward = redoOf('b', 'y');
    const again = nextSteps(made('a', 'b', back, forward));
    expect([again.undo?.batch, again.redo]).toEqual([forward, null]);
    // Taken back a second time it is the second doing that is turned round.
    expect(again.undo?.as('z')).toBe('undo/z/b');
  });

  test('leaves nothing to have again after a new gesture', () => {
    expect(nextSteps(made('a', undoOf('a', 'x'), 'b')).redo).toBeNull();
  });

  test('groups what is older than batches by its instant', () => {
    const at = new Date(5);
    const rows = [1, 2].map((sequence) => ({ sequence, batch: null, at }));
    expect(nextSteps([...made('a'), ...rows]).undo?.batch).toBe('at-5');
  });

  test('is what an editor with two stacks would say', () => {
    const acts = fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 40 });
    fc.assert(
      fc.property(acts, (list) => {
        const [done, taken]: [string[], string[]] = [[], []];
        const log: string[] = [];
        for (const act of list) {
          const next = nextSteps(made(...log));
          if (act === 'do') {
            const batch = newId();
            log.push(batch);
            done.push(batch);
            taken.length = 0;
          } else {
            const [from, to] = act === 'undo' ? [done, taken] : [taken, done];
            const gesture = from.pop();
            expect(next[act] === null).toBe(gesture === undefined);
            if (gesture === undefined) continue;
            const batch = next[act]?.as(newId()) ?? '';
            expect(batch.endsWith(`/${gesture}`)).toBe(true);
            log.push(batch);
            to.push(gesture);
          }
        }
      }),
    );
  });
});
