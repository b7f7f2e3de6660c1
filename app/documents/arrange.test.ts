import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, arrangedDocument, moved, type KeptSection } from './arrange.ts';
import type { DocumentOutline } from './outline.ts';

const outline: DocumentOutline<'summary' | 'money' | 'missing'> = {
  id: 'plan',
  title: 'Plan',
  sections: [
    { id: 'summary', title: 'Summary', landscape: false, intro: 'In short.' },
    { id: 'money', title: 'Money', landscape: true, intro: 'What it takes.' },
    { id: 'missing', title: 'What is missing', landscape: false, intro: 'The gaps.' },
  ],
};
const kept = (section: string, change: Partial<KeptSection> = {}): KeptSection => ({
  section,
  position: null,
  hidden: false,
  title: '',
  before: '',
  after: '',
  version: 1,
  ...change,
});
const head = {
  title: 'Plan',
  subtitle: 'Wexcombe',
  cover: [],
  authority: { name: 'Wexcombe', colour: '#0b5cad', isDemonstration: true },
  language: 'en-GB' as const,
};
const made = (some: readonly KeptSection[]) =>
  arrangedDocument(
    head,
    arrange(outline, some),
    (id) => [{ type: 'paragraph', text: `All about ${id}` }],
    [{ name: 'answers', label: 'Answers', value: '398' }],
    'missing',
  );

describe('sections in the authority’s order', () => {
  test('stand as in the outline while nobody moved them', () => {
    expect(arrange(outline, []).map(({ id }) => id)).toEqual(['summary', 'money', 'missing']);
  });

  test('stand where they were put, own ones among them', () => {
    const order = [
      kept('own-1', { position: 0, title: 'Foreword' }),
      kept('missing', { position: 1 }),
      kept('summary', { position: 2 }),
      kept('money', { position: 3 }),
    ];
    expect(arrange(outline, order).map(({ id }) => id)).toEqual([
      'own-1',
      'missing',
      'summary',
      'money',
    ]);
  });

  test('a section that the outline gains later follows the one that it follows there', () => {
    const order = [kept('missing', { position: 0 }), kept('summary', { position: 1 })];
    expect(arrange(outline, order).map(({ id }) => id)).toEqual(['missing', 'summary', 'money']);
  });

  test('every section stands once, whatever is kept', () => {
    const id = fc.constantFrom('summary', 'money', 'missing', 'own-1', 'own-2', 'gone');
    const one = fc.record({ section: id, position: fc.option(fc.nat(9)) });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ section }) => section }), (some) => {
        const found = arrange(
          outline,
          some.map(({ section, position }) => kept(section, { position })),
        ).map((section) => section.id);
        const own = some.map(({ section }) => section).filter((name) => name.startsWith('own-'));
        expect([...found].sort()).toEqual(['summary', 'money', 'missing', ...own].sort());
      }),
    );
  });

  test('up and then down is where it was; nothing goes beyond an end', () => {
    expect(moved(['a', 'b', 'c'], 'c', 'up')).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'c', 'b'], 'c', 'down')).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b'], 'a', 'up')).toBeNull();
    expect(moved(['a', 'b'], 'b', 'down')).toBeNull();
    expect(moved(['a', 'b'], 'z', 'up')).toBeNull();
  });
});

describe('a document as it was arranged', () => {
  test('has own words around what is computed, with figures of today', () => {
    const model = made([
      kept('summary', {
        before: 'We heard {{answers}} families.',
        after: '- A\n- B',
        title: 'In short',
      }),
    ]);
    expect(model.sections[0]).toMatchObject({
      title: '1. In short',
      blocks: [
        { tone: 'lead' },
        { type: 'paragraph', text: 'We heard 398 families.' },
        { text: 'All about summary' },
        { type: 'list', items: ['A', 'B'] },
      ],
    });
  });

  test('says what is left out where it says what is missing', () => {
    const model = made([kept('money', { hidden: true })]);
    expect(model.sections.map(({ title }) => title)).toEqual(['1. Summary', '2. What is missing']);
    expect(model.sections.at(-1)?.blocks.at(-1)).toEqual({ type: 'list', items: ['Money'] });
  });

  test('says it at the end where the gaps themselves are left out', () => {
    const model = made([kept('missing', { hidden: true })]);
    expect(model.sections.at(-1)?.id).toBe('money');
    expect(model.sections.at(-1)?.blocks.at(-1)).toEqual({
      type: 'list',
      items: ['What is missing'],
    });
  });
});
