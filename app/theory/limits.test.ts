import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import { LIMITS, type Link, type Theory } from './graph.ts';
import { apply, applyAll, building, type Operation } from './operations.ts';
import { rebase } from './rebase.ts';

/** A theory with as many links as one can have, and no link from the last box to the first. */
function full(): Theory {
  const boxes = Array.from({ length: 100 }, (_, index) => boxOf('activity', `b${index}`));
  const links: Link[] = [];
  for (const source of boxes) {
    for (const target of boxes) {
      if (links.length < LIMITS.links && source !== target) {
        links.push(linkOf(source.id, target.id));
      }
    }
  }
  return theoryOf(boxes, links);
}

describe('what a theory can hold at most', () => {
  test('links: the last one that fits, and not one more, nor any that is taken back and again', () => {
    const theory = full();
    const built = applyAll({ ...theoryOf([]) }, building(theory));
    if (!('theory' in built)) throw new Error(JSON.stringify(built.refusal));
    expect(built.theory.links).toHaveLength(LIMITS.links);
    const more: Operation = { kind: 'addLink', link: linkOf('b99', 'b0') };
    expect(apply(built.theory, more)).toEqual({
      refusal: { why: 'rule', message: 'Delete a link first: 3000 is the most' },
    });
    const less = apply(built.theory, { kind: 'removeLink', id: 'b0>b1' });
    expect('theory' in less && 'theory' in apply(less.theory, more)).toBe(true);
  });

  test('what arrives beyond it is refused with its sentence, and the rest is there', () => {
    const theory = full();
    const added = [...building(theory), ...building({ boxes: [], links: [linkOf('b99', 'b0')] })];
    const sent = added.map((operation, index) => ({ clientOpId: `sent-${index}`, operation }));
    const { accepted, refused, theory: after } = rebase(theoryOf([]), [], sent);
    expect([accepted.length, after.links.length]).toEqual([3_100, 3_000]);
    expect(refused).toEqual([
      { clientOpId: `sent-3100`, message: 'Delete a link first: 3000 is the most' },
    ]);
  });
});

describe('texts that are too long are refused wherever they are written', () => {
  const theory = {
    ...theoryOf([boxOf('activity', 'a'), boxOf('impact', 'b')], [linkOf('a', 'b')]),
    pieces: [pieceOf('e', 'evidence', 'a', {})],
  };
  const reason = theory.links[0]?.reason ?? '';
  test.each<[string, (to: string) => Operation, number]>([
    ['reason', (to) => ({ kind: 'editLink', id: 'a>b', field: 'reason', from: reason, to }), 2_000],
    ['fact', (to) => ({ kind: 'editLink', id: 'a>b', field: 'more.owner', from: '', to }), 1_000],
    ['piece', (to) => ({ kind: 'editPiece', id: 'e', field: 'more.what', from: '', to }), 1_000],
    ['whole', (to) => ({ kind: 'editTheory', field: 'more.afterwards', from: '', to }), 1_000],
  ])('%s', (_, edit, most) => {
    expect(apply(theory, edit('x'.repeat(most)))).toHaveProperty('theory');
    expect(apply(theory, edit('x'.repeat(most + 1)))).toEqual({
      refusal: { why: 'rule', message: `Shorten the text to ${most} characters or fewer` },
    });
  });
});
