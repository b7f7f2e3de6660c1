import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSteps, redoOf, saidOf, undoOf, type Made } from './gestures.ts';

let counted = 0;
const made = (...batches: (string | null)[]): Made[] =>
  batches.map((batch, at) => ({ sequence: at + 1, batch, at: new Date(at) }));
const newId = () => `id${(counted += 1)}`;

describe('what comes next', () => {
  test('is nothing before anything is done', () => {
    expect(nextSteps([])).toEqual({ undo: [], redo: [] });
  });

  test('is the last gesture, however many operations it took', () => {
    expect(nextSteps(made('a', 'b', 'b', 'b')).undo[0]?.batch).toBe('b');
  });

  test('goes further back each time, and forward again', () => {
    const back = undoOf('b', 'x');
    const after = nextSteps(made('a', 'b', back));
    expect([after.undo[0]?.batch, after.redo[0]?.batch]).toEqual(['a', back]);
    const forward = redoOf('b', 'y');
    const again = nextSteps(made('a', 'b', back, forward));
    expect([again.undo[0]?.batch, again.redo]).toEqual([forward, []]);
    // Taken back a second time it is the second doing that is turned round.
    expect(again.undo[0]?.as('z')).toBe('undo/z/b');
  });

  test('leaves nothing to have again after a new gesture', () => {
    expect(nextSteps(made('a', undoOf('a', 'x'), 'b')).redo).toEqual([]);
  });

  test('groups what is older than batches by its instant', () => {
    const at = new Date(5);
    const rows = [1, 2].map((sequence) => ({ sequence, batch: null, at }));
    expect(nextSteps([...made('a'), ...rows]).undo.map(({ batch }) => batch)).toEqual([
      'at-5',
      'a',
    ]);
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
            expect(next[act]).toHaveLength(from.length + Number(gesture !== undefined));
            if (gesture === undefined) continue;
            const batch = next[act][0]?.as(newId()) ?? '';
            expect(batch.endsWith(`/${gesture}`)).toBe(true);
            log.push(batch);
            to.push(gesture);
          }
        }
      }),
    );
  });
});

describe('what is said', () => {
  const done = { left: [], any: true };
  const stuck = { left: ['the need “Wait”'], any: false };
  const since = 'Somebody has changed this since, so it stays as it is: the need “Wait”.';

  test('is that it is done, or what of it stays', () => {
    expect(saidOf('undo', [done])).toBe('Your last change is taken back.');
    expect(saidOf('redo', [{ ...stuck, any: true }])).toBe(
      `Your change is done again, but not all of it. ${since}`,
    );
    expect(saidOf('undo', [])).toBe('There is nothing to take back or do again.');
  });

  test('names what was passed over on the way to an earlier change', () => {
    expect(saidOf('undo', [stuck, done])).toBe(
      `${since} An earlier change of yours is taken back.`,
    );
    expect(saidOf('undo', [{ left: [], any: false }, done])).toBe(
      'An earlier change of yours is taken back.',
    );
    expect(saidOf('undo', [stuck, { left: [], any: false }])).toBe(since);
  });
});
