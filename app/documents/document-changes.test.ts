import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, DocumentModel, DocumentTable } from './blocks.ts';
import { countMarks, marksOf, withChanges } from './document-changes.ts';
import { pairs } from './pairs.ts';

const head = {
  title: 'Delivery plan',
  subtitle: 'Wexcombe',
  cover: [],
  authority: { name: 'Wexcombe', colour: '#0b5cad', isDemonstration: true },
  language: 'en-GB' as const,
};

const word = fc.constantFrom('hub', 'evening', 'father', 'crèche', 'bus');
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
const row = fc.tuple(words, words);
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((text): Block => ({ type: 'heading', level: 2, text })),
  words.map((text): Block => ({ type: 'paragraph', text })),
  fc.array(words, { maxLength: 4 }).map((items): Block => ({ type: 'list', items })),
  fc.tuple(words, fc.array(row, { maxLength: 4 })).map(([caption, facts]): Block => ({
    type: 'facts',
    caption,
    facts,
  })),
  fc.tuple(words, fc.array(row, { maxLength: 5 })).map(([caption, rows]): Block => ({
    type: 'table',
    caption,
    columns: [
      { title: 'What', share: 1 },
      { title: 'Who', share: 1 },
    ],
    rows,
  })),
);
const section = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.array(block, { maxLength: 8 }))
  .map(([id, blocks]) => ({ id, title: `1. ${id}`, landscape: false, blocks }));
const model: fc.Arbitrary<DocumentModel> = fc
  .uniqueArray(section, { selector: ({ id }) => id })
  .map((sections) => ({ ...head, sections }));

/** The same without marks and without what is gone. */
function withoutMarks(marked: DocumentModel): DocumentModel {
  const keep = <T>(some: readonly T[], marks: Extract<Block, { type: 'list' }>['marks']): T[] =>
    some.filter((_, at) => marks?.[at]?.what !== 'gone');
  const plain = (one: Block): Block[] => {
    switch (one.type) {
      case 'list': {
        const { marks, ...rest } = one;
        return [{ ...rest, items: keep(one.items, marks) }];
      }
      case 'facts': {
        const { marks, ...rest } = one;
        return [{ ...rest, facts: keep(one.facts, marks) }];
      }
      case 'table': {
        const { marks, ...rest } = one;
        return [{ ...rest, rows: keep(one.rows, marks) }];
      }
      case 'heading':
      case 'paragraph':
      case 'picture': {
        const { mark, ...rest } = one;
        return mark?.what === 'gone' ? [] : [rest];
      }
    }
  };
  const sections = marked.sections.flatMap(({ mark, ...rest }) =>
    mark?.what === 'gone' ? [] : [{ ...rest, blocks: rest.blocks.flatMap(plain) }],
  );
  return { ...marked, sections };
}

describe('what changed in a document', () => {
  test('nothing is marked where nothing changed', () => {
    fc.assert(
      fc.property(model, (one) => {
        expect(withChanges(one, one, 'version 1')).toEqual(one);
        expect(countMarks(withChanges(one, one, 'version 1'))).toEqual({
          added: 0,
          changed: 0,
          gone: 0,
        });
      }),
    );
  });

  test('every mark has a reason: what is marked as changed differs, and says what stood there', () => {
    fc.assert(
      fc.property(model, model, (before, now) => {
        const marked = withChanges(before, now, 'version 1');
        for (const one of marked.sections) {
          for (const each of one.blocks) {
            for (const mark of marksOf(each)) expect(mark.words).toMatch(/ since version 1$/);
            if (each.type !== 'table') continue;
            each.rows.forEach((cells, at) => {
              const mark = each.marks?.[at];
              if (mark?.what !== 'changed') return;
              const different = (mark.was ?? []).filter((was) => was !== null);
              expect(different.length).toBeGreaterThan(0);
              mark.was?.forEach((was, column) => expect(was).not.toBe(cells[column]));
            });
          }
          // A section is marked when, and only when, something in it is, or it is new or gone itself.
          const inside = one.blocks.some((each) => marksOf(each).length > 0);
          if (one.mark?.what === 'changed') expect(inside).toBe(true);
          if (one.mark === undefined) expect(inside).toBe(false);
        }
      }),
    );
  });

  test('marks add to a document and take nothing from it', () => {
    fc.assert(
      fc.property(model, model, (before, now) => {
        const marked = withChanges(before, now, 'version 1');
        // What is gone as a whole leaves an empty list or table of its own, and only that.
        const there = withoutMarks(marked);
        const said = (one: DocumentModel) =>
          one.sections.map(({ id, title, blocks }) => ({
            id,
            title,
            blocks: blocks.filter(
              (each) =>
                !(each.type === 'list' && each.items.length === 0) &&
                !(each.type === 'facts' && each.facts.length === 0) &&
                !(each.type === 'table' && each.rows.length === 0),
            ),
          }));
        expect(said(there)).toEqual(said(now));
      }),
    );
  });

  test('a row keeps its place by its key though its words change, and says what stood there', () => {
    const table = (rows: string[][], keys: string[]): DocumentModel => {
      const columns = [
        { title: 'What', share: 1 },
        { title: 'Cost', share: 1 },
      ];
      const blocks: Block[] = [{ type: 'table', caption: 'Lines', columns, rows, keys }];
      return { ...head, sections: [{ id: 'lines', title: '3. Lines', landscape: true, blocks }] };
    };
    const before = table(
      [
        ['Open two hubs', '£48,000'],
        ['A bus', '£900'],
      ],
      ['hubs', 'bus'],
    );
    const now = table(
      [
        ['Open three hubs', '£48,000'],
        ['A crèche', '–'],
      ],
      ['hubs', 'creche'],
    );
    const marked = withChanges(before, now, 'version 2');
    const found = marked.sections[0]?.blocks[0] as DocumentTable;
    expect(found.rows.map(([what]) => what)).toEqual(['Open three hubs', 'A bus', 'A crèche']);
    expect(found.marks).toEqual([
      { what: 'changed', words: 'Changed since version 2', was: ['Open two hubs', null] },
      { what: 'gone', words: 'Gone since version 2' },
      { what: 'added', words: 'New since version 2' },
    ]);
    expect(marked.sections[0]?.mark?.words).toBe('Changed since version 2');
    expect(countMarks(marked)).toEqual({ added: 1, changed: 1, gone: 1 });
  });

  test('a version that does not say what its rows are about is compared by their first cells', () => {
    const columns = [{ title: 'What', share: 1 }];
    const of = (block: Block): DocumentModel => ({
      ...head,
      sections: [{ id: 'lines', title: '1. Lines', landscape: true, blocks: [block] }],
    });
    const rows = [['Open two hubs'], ['A bus']];
    const before = of({ type: 'table', caption: 'Lines', columns, rows });
    const now = of({ type: 'table', caption: 'Lines', columns, rows, keys: ['hubs', 'bus'] });
    expect(withChanges(before, now, 'version 1')).toEqual(now);
  });

  test('a section that is gone is named without its old number', () => {
    const before = {
      ...head,
      sections: [{ id: 'money', title: '4. Money', landscape: false, blocks: [] }],
    };
    const marked = withChanges(before, { ...head, sections: [] }, 'version 1');
    expect(marked.sections[0]).toMatchObject({ title: 'Money', mark: { what: 'gone' } });
  });
});

test('two lists are paired whole: everything of both stands in the result once', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  fc.assert(
    fc.property(items, items, (before, now) => {
      const found = pairs(before, now, (one) => one);
      expect(found.flatMap((pair) => pair.now ?? [])).toEqual(now);
      expect(found.flatMap((pair) => pair.before ?? []).sort()).toEqual([...before].sort());
      for (const pair of found) {
        if (pair.before !== undefined && pair.now !== undefined) expect(pair.before).toBe(pair.now);
      }
    }),
  );
});
