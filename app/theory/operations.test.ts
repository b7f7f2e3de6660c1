import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyTheory, type Theory } from './graph.ts';
import { apply, applyAll, building, invert, type Operation } from './operations.ts';
import { OperationShape } from './shapes.ts';
import { boxOf, linkOf, operationOn, pieceOf, theoryOf } from '#test/some-theories.ts';

function applied(theory: Theory, ...operations: Operation[]): Theory {
  const result = applyAll(theory, operations);
  if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
  return result.theory;
}

const small = theoryOf(
  [boxOf('need', 'n'), boxOf('activity', 'a'), boxOf('longTermOutcome', 'o')],
  [linkOf('n', 'a', 'addresses'), linkOf('a', 'o')],
);

describe('applying operations', () => {
  test('removing a box takes its links along, and taking it back brings them back', () => {
    const remove: Operation = { kind: 'removeBox', id: 'a' };
    const without = applied(small, remove);
    expect(without.boxes.map(({ id }) => id)).toEqual(['n', 'o']);
    expect(without.links).toEqual([]);
    const again = applied(without, ...invert(small, remove));
    expect(new Set(again.boxes)).toEqual(new Set(small.boxes));
    expect(new Set(again.links)).toEqual(new Set(small.links));
  });

  test('what a link says follows from the types of its boxes, also when a type changes', () => {
    const retyped = applied(small, {
      kind: 'editBox',
      id: 'n',
      field: 'type',
      from: 'need',
      to: 'assumption',
    });
    expect(retyped.links.map(({ kind }) => kind)).toEqual(['assumes', 'leadsTo']);
  });

  test('an edit of a value that has moved on is refused and says what it is now', () => {
    const edit = { kind: 'editBox', id: 'a', field: 'label', from: 'Older', to: 'Newer' } as const;
    expect(apply(small, edit)).toEqual({ refusal: { why: 'changed', now: 'Box a' } });
  });

  test('a box cannot lose its words, and a link needs two boxes that exist', () => {
    const blank = { kind: 'editBox', id: 'a', field: 'label', from: 'Box a', to: ' ' } as const;
    expect(apply(small, blank)).toHaveProperty('refusal.why', 'rule');
    const toItself = { kind: 'addLink', link: linkOf('a', 'a') } as const;
    expect(apply(small, toItself)).toHaveProperty('refusal.why', 'rule');
    const toNowhere = { kind: 'addLink', link: linkOf('a', 'gone') } as const;
    expect(apply(small, toNowhere)).toEqual({ refusal: { why: 'gone', id: 'gone' } });
  });

  test('the same link drawn by two people is one link; two reasons are for them to settle', () => {
    const same: Operation = { kind: 'addLink', link: { ...linkOf('a', 'o'), id: 'x', reason: '' } };
    expect(applied(small, same).links).toHaveLength(2);
    const other: Operation = {
      kind: 'addLink',
      link: { ...linkOf('a', 'o'), id: 'x', reason: 'Another reason' },
    };
    expect(apply(small, other)).toEqual({ refusal: { why: 'changed', now: 'Because a, o' } });
  });

  test('a further fact that is emptied is gone, not blank', () => {
    const set = { kind: 'editBox', id: 'a', field: 'more.lead', from: '', to: 'Health' } as const;
    const withLead = applied(small, set);
    expect(withLead.boxes[1]?.more).toEqual({ lead: 'Health' });
    const without = applied(withLead, ...invert(small, set));
    expect(without.boxes[1]?.more).toEqual({});
  });

  test('a theory is rebuilt from the operations that build it', () => {
    const whole: Theory = {
      ...small,
      more: { ceiling: 'longTermOutcome' },
      pieces: [
        pieceOf('all', 'part', null, { name: 'Start for Life' }),
        pieceOf('one', 'evidence', 'a>o', { what: 'A trial', direction: 'for' }),
      ],
    };
    const rebuilt = applied(emptyTheory(whole.id, whole.title), ...building(whole));
    expect(rebuilt).toEqual(whole);
  });

  test('what is about a box or a link goes with it and comes back with it', () => {
    const whole: Theory = {
      ...small,
      pieces: [
        pieceOf('onBox', 'measure', 'a', { label: 'Visits' }),
        pieceOf('onLink', 'evidence', 'a>o', { what: 'A trial' }),
        pieceOf('onAll', 'evidence', null, { what: 'A review' }),
        pieceOf('elsewhere', 'evidence', 'n', { what: 'The survey' }),
      ],
    };
    const ids = (theory: Theory) => theory.pieces.map(({ id }) => id);
    const removeBox: Operation = { kind: 'removeBox', id: 'a' };
    const withoutBox = applied(whole, removeBox);
    expect(ids(withoutBox)).toEqual(['onAll', 'elsewhere']);
    const again = applied(withoutBox, ...invert(whole, removeBox));
    expect(new Set(again.pieces)).toEqual(new Set(whole.pieces));
    const withoutLink = applied(whole, { kind: 'removeLink', id: 'a>o' });
    expect(ids(withoutLink)).toEqual(['onBox', 'onAll', 'elsewhere']);
    expect(withoutLink.boxes).toHaveLength(3);
  });

  test('a piece is about something that is there, or about all', () => {
    const lost: Operation = { kind: 'addPiece', piece: pieceOf('p', 'evidence', 'gone') };
    expect(apply(small, lost)).toEqual({ refusal: { why: 'gone', id: 'gone' } });
    const there = applied(small, { kind: 'addPiece', piece: pieceOf('p', 'evidence', 'a>o') });
    const move = { kind: 'editPiece', id: 'p', field: 'on', from: 'a>o', to: '' } as const;
    expect(applied(there, move).pieces).toEqual([pieceOf('p', 'evidence', null)]);
    expect(apply(there, { ...move, to: 'gone' })).toHaveProperty('refusal.why', 'gone');
    expect(apply(there, { ...move, from: 'a' })).toEqual({
      refusal: { why: 'changed', now: 'a>o' },
    });
  });

  test('a part that is removed leaves its boxes, and its return finds them in it', () => {
    const part: Operation = { kind: 'addPiece', piece: pieceOf('p', 'part', null) };
    const within: Operation = { kind: 'editBox', id: 'a', field: 'more.part', from: '', to: 'p' };
    const before = applied(small, part, within);
    const after = applied(before, { kind: 'removePiece', id: 'p' });
    expect(after.boxes).toEqual(before.boxes);
    expect(applied(after, ...invert(before, { kind: 'removePiece', id: 'p' }))).toEqual(before);
  });

  test('a fact of the whole theory is set, and gone when it is emptied', () => {
    const set = {
      kind: 'editTheory',
      field: 'more.afterwards',
      from: '',
      to: 'The groups',
    } as const;
    const withFact = applied(small, set);
    expect(withFact.more).toEqual({ afterwards: 'The groups' });
    expect(applied(withFact, ...invert(small, set))).toEqual(small);
    expect(apply(withFact, { ...set, to: 'Other' })).toEqual({
      refusal: { why: 'changed', now: 'The groups' },
    });
  });
});

describe('any operation', () => {
  const story = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).map((seeds) => {
    let theory = small;
    const steps: { before: Theory; operation: Operation; after: Theory }[] = [];
    seeds.forEach((seed, index) => {
      const operation = operationOn(theory, seed, `new-${index}`);
      const result = apply(theory, operation);
      if ('refusal' in result) return;
      steps.push({ before: theory, operation, after: result.theory });
      theory = result.theory;
    });
    return steps;
  });

  test('has the shape that may arrive from outside', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { operation } of steps) {
          expect(OperationShape.parse(operation)).toEqual(operation);
        }
      }),
    );
  });

  test('is taken back by its inverse', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { before, operation, after } of steps) {
          const back = applied(after, ...invert(before, operation));
          expect(new Set(back.boxes)).toEqual(new Set(before.boxes));
          expect(new Set(back.links)).toEqual(new Set(before.links));
          expect(new Set(back.pieces)).toEqual(new Set(before.pieces));
          expect(back.more).toEqual(before.more);
          expect(back.title).toBe(before.title);
        }
      }),
    );
  });

  test('applied twice is applied once', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { operation, after } of steps) {
          expect(apply(after, operation)).toEqual({ theory: after });
        }
      }),
    );
  });

  test('leaves every link between two different boxes that exist', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { after } of steps) {
          const ids = new Set(after.boxes.map(({ id }) => id));
          expect(ids.size).toBe(after.boxes.length);
          for (const { source, target } of after.links) {
            expect(ids.has(source) && ids.has(target) && source !== target).toBe(true);
          }
          for (const { id } of after.links) ids.add(id);
          for (const { on } of after.pieces) expect(on === null || ids.has(on)).toBe(true);
        }
      }),
    );
  });
});
