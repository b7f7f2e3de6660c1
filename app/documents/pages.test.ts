import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, DocumentSection } from './blocks.ts';
import { pageRuns } from './pages.ts';

const words: Block = { type: 'paragraph', text: 'Not written yet.' };
const table: Block = { type: 'table', caption: '', columns: [{ title: 'A', share: 1 }], rows: [] };
const section = (id: string, landscape: boolean, ...blocks: Block[]): DocumentSection => ({
  id,
  title: id,
  landscape,
  blocks,
});

describe('how sections lie on paper', () => {
  test('short ones follow one another; what has a table begins a page', () => {
    const runs = pageRuns([
      section('a', false, words),
      section('b', false, words),
      section('c', false, table),
      section('d', false, words),
    ]);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.sections.map(({ newPage }) => newPage)).toEqual([false, false, true, true]);
  });

  test('a section lies on its side only where it has something wide', () => {
    const runs = pageRuns([section('a', true, words), section('b', true, table)]);
    expect(runs.map(({ landscape }) => landscape)).toEqual([false, true]);
  });

  test('every section stands once, in order', () => {
    const some = fc.array(
      fc.tuple(fc.boolean(), fc.constantFrom(words, table)).map(([landscape, block]) => ({
        landscape,
        block,
      })),
    );
    fc.assert(
      fc.property(some, (all) => {
        const sections = all.map(({ landscape, block }, at) =>
          section(String(at), landscape, block),
        );
        const found = pageRuns(sections).flatMap((run) => run.sections.map((one) => one.section));
        expect(found).toEqual(sections);
      }),
    );
  });
});
