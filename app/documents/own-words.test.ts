import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, unknownFigures, wordsAsBlocks, type Figure } from './own-words.ts';

const figures: Figure[] = [
  { name: 'answers', label: 'Answers', value: '398' },
  { name: 'money.left', label: 'Money left', value: null, why: 'two costs are not known' },
];

describe('own words', () => {
  test('are paragraphs and lists, and nothing else', () => {
    const words = 'A first line\nthat goes on.\n\n* one\n- two\nAnd after.\n\n\n# no heading <b>';
    expect(wordsAsBlocks(words, [])).toEqual([
      { type: 'paragraph', text: 'A first line that goes on.' },
      { type: 'list', items: ['one', 'two'] },
      { type: 'paragraph', text: 'And after.' },
      { type: 'paragraph', text: '# no heading <b>' },
    ]);
    expect(wordsAsBlocks(' \n\n ', [])).toEqual([]);
  });

  test('hold figures of today, marked as such; what cannot be computed is a dash with its reason', () => {
    expect(piecesOf('From {{answers}} answers, {{ money.left }} left.', figures)).toEqual([
      { text: 'From ', figure: null },
      { text: '398', figure: 'answers' },
      { text: ' answers, ', figure: null },
      { text: '– (two costs are not known)', figure: 'money.left' },
      { text: ' left.', figure: null },
    ]);
  });

  test('name each figure that there is none of', () => {
    expect(unknownFigures('{{answers}} {{answer}} {{ }} {{answer}}', figures)).toEqual([
      'answer',
      '',
    ]);
    expect(unknownFigures('{answers} {{{answers}}}', figures)).toEqual([]);
  });

  test('lose nothing that was typed', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const there = piecesOf(words, []).map(({ text }) => text);
        expect(there.join('')).toBe(words);
      }),
    );
  });
});
