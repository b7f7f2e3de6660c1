import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { cleanTheory } from '#test/some-theories.ts';
import { applyAll } from '../operations.ts';
import { operationsOfPaste, readPaste } from './paste.ts';

const clean = cleanTheory();
const read = (text: string) => readPaste(text, clean, 'activity');

describe('rows of a spreadsheet', () => {
  test('a column of words is enough', () => {
    expect(read('Ring every father\n\nAsk the library\n')).toMatchObject({
      problems: [],
      rows: [
        { line: 1, type: 'activity', label: 'Ring every father' },
        { line: 3, type: 'activity', label: 'Ask the library' },
      ],
    });
  });

  test('columns are known by their order, or by their names in any order', () => {
    const ordered = 'Output\tForty calls\tA month\tWorking parents come to a hub\tThey feel asked';
    expect(read(ordered).rows[0]).toMatchObject({
      type: 'output',
      label: 'Forty calls',
      detail: 'A month',
      leadsTo: 'Working parents come to a hub',
      reason: 'They feel asked',
    });
    const named = 'Who leads it\tBox\tNobody knows\tType\nHub manager\t"Two\nlines"\tx\tactivities';
    expect(read(named).rows).toEqual([
      expect.objectContaining({ label: 'Two\nlines', more: { lead: 'Hub manager' }, line: 2 }),
    ]);
  });

  test('become boxes in their columns, linked by their words', () => {
    const { rows, problems } = read(
      'Type\tBox\tLeads to\tWhy\nActivity\tRing every father\tForty calls\tSomebody rings\nOutput\tForty calls\tWorking parents come to a hub\t\nOutput\tForty evening sessions a quarter\t\t',
    );
    expect(problems).toEqual([]);
    expect(rows[2]?.passed).toBe('It stands there already');
    const applied = applyAll(clean, operationsOfPaste(clean, rows, 'mark'));
    if (!('theory' in applied)) throw new Error(JSON.stringify(applied.refusal));
    expect(applied.theory.boxes.slice(clean.boxes.length)).toMatchObject([
      { id: 'mark-p0', type: 'activity', position: 2 },
      { id: 'mark-p1', type: 'output', position: 2 },
    ]);
    expect(applied.theory.links.slice(clean.links.length)).toMatchObject([
      { source: 'mark-p0', target: 'mark-p1', reason: 'Somebody rings' },
      { source: 'mark-p1', target: 'come', reason: '' },
    ]);
  });

  test.each([
    ['Wish\tA\nx\ty', []],
    ['Type\tBox\nWish\tA', ['1|2: There is no type “Wish”']],
    ['Type\tBox\nNeed\t', ['Enter what the box says']],
    ['Box\tLeads to\nA\tB', ['There is no box “B” to lead to']],
    ['Type\tBox\tWhen to look at it again\nAssumption\tA\tsoon', ['“soon” cannot be said of']],
    [`Box\n${'x'.repeat(1_001)}`, ['Shorten the text of this row']],
    ['Box\n"never closed', ['']],
  ])('%j', (text, expected) => {
    const told = read(text).problems.map(({ line, message }) => `${line}: ${message}`);
    expect(told).toHaveLength(expected.length);
    expected.forEach((words, at) => expect(told[at]).toMatch(new RegExp(words)));
  });

  test('whatever is pasted, nothing falls over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { rows, problems } = read(text);
        if (problems.length > 0) return;
        expect('theory' in applyAll(clean, operationsOfPaste(clean, rows, 'mark'))).toBe(true);
      }),
    );
  });
});
