import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import { everythingOf } from './conflict.ts';
import type { Theory } from './graph.ts';
import { applyAll, invert, type Logged, type Operation } from './operations.ts';
import { rebase } from './rebase.ts';

const start = theoryOf([boxOf('activity', 'a'), boxOf('output', 'o')]);

const sent = (operations: readonly Operation[], by: string) =>
  operations.map((operation, index) => ({ clientOpId: `${by}-${index}`, operation }));

function after(theory: Theory, operations: readonly Operation[]): Theory {
  const applied = applyAll(theory, operations);
  if ('refusal' in applied) throw new Error(JSON.stringify(applied.refusal));
  return applied.theory;
}

/** What two people did to the same theory at once: the second's conflicts. */
function conflictsOf(theirs: Operation, yours: readonly Operation[]) {
  const [first] = sent([theirs], 'theirs');
  if (first === undefined) throw new Error('Somebody must have done something.');
  const at = new Date(0);
  const inverse = invert(start, theirs);
  const entry: Logged = { ...first, sequence: 1, personId: 'p', personName: 'Asha', at, inverse };
  const head = after(start, [theirs]);
  return { head, ...rebase(head, [entry], sent(yours, 'yours')) };
}

const link = { ...linkOf('a', 'o'), id: 'mine', reason: 'They come' };
const evidence = pieceOf('e', 'evidence', 'mine', { what: 'A trial' });
const linkAndEvidence: Operation[] = [
  { kind: 'addLink', link },
  { kind: 'addPiece', piece: evidence },
];

describe('what builds on a change about which two people differ', () => {
  test('comes with it: a link to a box that somebody deleted, and evidence about the link', () => {
    const { head, conflicts, held } = conflictsOf({ kind: 'removeBox', id: 'o' }, linkAndEvidence);
    expect(held).toHaveLength(1);
    expect(conflicts).toMatchObject([
      { about: 'the link from “Box a” to “Box o”', waiting: [{ about: 'the evidence “A trial”' }] },
    ]);
    const [conflict] = conflicts;
    const settled = after(head, conflict ? everythingOf(conflict) : []);
    expect(settled.boxes.map(({ id }) => id).sort()).toEqual(['a', 'o']);
    expect(settled.pieces).toEqual([evidence]);
  });

  test('is about the link that somebody else drew first, when that is the one that stays', () => {
    const { head, conflicts } = conflictsOf(
      { kind: 'addLink', link: { ...link, id: 'drawn', reason: 'Word of mouth' } },
      linkAndEvidence,
    );
    const [conflict] = conflicts;
    const settled = after(head, conflict ? everythingOf(conflict) : []);
    expect(settled.links).toMatchObject([{ id: 'drawn', reason: 'They come' }]);
    expect(settled.pieces).toEqual([{ ...evidence, on: 'drawn' }]);
  });

  test('one choice has what waits for it, the other has nothing', () => {
    const { conflicts } = conflictsOf({ kind: 'removeBox', id: 'o' }, [
      { kind: 'editBox', id: 'o', field: 'label', from: 'Box o', to: 'Forty evenings' },
      { kind: 'editBox', id: 'o', field: 'label', from: 'Forty evenings', to: 'Fifty' },
      { kind: 'editBox', id: 'o', field: 'detail', from: '', to: 'Two a week' },
    ]);
    expect(conflicts.map(({ waiting }) => waiting?.map(({ yours }) => yours))).toEqual([
      ['Fifty'],
      undefined,
    ]);
  });
});
