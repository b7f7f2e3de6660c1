import { describe, expect, test } from 'vitest';
import { boxOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import type { Theory } from './graph.ts';
import { PartForm, valuesOfPart, wantedOfPart } from './part-form.ts';

const part = pieceOf('p', 'part', null, { name: 'Early years', kind: 'strand' });
const around = pieceOf('q', 'part', null, { name: 'Families', kind: 'programme' });
const shown: Theory = {
  ...theoryOf([boxOf('activity', 'a', { more: { part: 'p' } }), boxOf('output', 'o')]),
  pieces: [part, around],
};

/** What the page, as it was shown, asks of a theory in which the part is otherwise by now. */
function asked(now: Readonly<Record<string, string>>, typed: Readonly<Record<string, unknown>>) {
  const was = valuesOfPart(part);
  const form = PartForm.parse({
    intent: 'edit',
    theoryId: 't',
    base: '0',
    mark: 'mark-of-page',
    ...was,
    was: JSON.stringify(was),
    had: 'a',
    boxes: ['a'],
    ...typed,
  });
  const piece = { ...part, more: { ...part.more, ...now } };
  return wantedOfPart({ ...shown, pieces: [piece, around] }, piece, form);
}

describe('saving a part', () => {
  test('as it was shown leaves what somebody else changed meanwhile', () => {
    expect(asked({ name: 'First 1001 days', within: 'q' }, {}).operations).toEqual([]);
  });

  test('speaks of the name that the page showed, so that another name is a conflict', () => {
    expect(asked({ name: 'First 1001 days' }, { name: 'Under fives' }).operations).toEqual([
      { kind: 'editPiece', id: 'p', field: 'more.name', from: 'Early years', to: 'Under fives' },
    ]);
  });

  test('moves it, gives it a kind and takes boxes in and out', () => {
    const { operations } = asked({}, { kind: 'service', within: 'q', boxes: ['o'] });
    expect(operations).toEqual([
      { kind: 'editPiece', id: 'p', field: 'more.kind', from: 'strand', to: 'service' },
      { kind: 'editPiece', id: 'p', field: 'more.within', from: '', to: 'q' },
      { kind: 'editBox', id: 'a', field: 'more.part', from: 'p', to: '' },
      { kind: 'editBox', id: 'o', field: 'more.part', from: '', to: 'p' },
    ]);
  });

  test('does not put it within itself', () => {
    expect(asked({}, { within: 'p' }).problem?.field).toBe('within');
  });
});
