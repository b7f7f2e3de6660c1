import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyTheory, type Theory } from './graph.ts';
import { apply, applyAll, building, invert, type Operation } from './operations.ts';
import { OperationShape } from './shapes.ts';
import { boxOf, linkOf, operationOn, theoryOf } from '#test/some-theories.ts';

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
    const rebuilt = applied(emptyTheory(small.id, small.title), ...building(small));
    expect(rebuilt).toEqual(small);
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
        }
      }),
    );
  });
});
