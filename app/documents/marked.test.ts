import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { Block, DocumentModel } from './blocks.ts';
import { withChanges } from './document-changes.ts';
import { writeDocx } from './write-docx.server.ts';
import { renderHtml } from './html.server.tsx';
import { markedInRow, markedText } from './marked.ts';
import { renderPdf } from './pdf.server.ts';

const columns = [
  { title: 'What', share: 2 },
  { title: 'Cost', share: 1, numeric: true },
];
const documentOf = (blocks: Block[]): DocumentModel => ({
  title: 'Delivery plan',
  subtitle: 'Northmere',
  cover: [],
  authority: { name: 'Northmere', colour: '#0b5cad', isDemonstration: false },
  language: 'en-GB',
  sections: [{ id: 'lines', title: '1. What will be done', landscape: true, blocks }],
});
const before = documentOf([
  { type: 'paragraph', text: 'Two hubs.' },
  { type: 'list', items: ['one', 'two'] },
  { type: 'facts', caption: 'At a glance', facts: [['Lines', '2']] },
  {
    type: 'table',
    caption: 'Lines',
    columns,
    rows: [
      ['Hubs', '£10'],
      ['Bus', '£5'],
    ],
  },
]);
const now = documentOf([
  { type: 'paragraph', text: 'Three hubs.' },
  { type: 'list', items: ['one', 'three'] },
  { type: 'facts', caption: 'At a glance', facts: [['Lines', '3']] },
  {
    type: 'table',
    caption: 'Lines',
    columns,
    rows: [
      ['Hubs', '£12'],
      ['Crèche', '–'],
    ],
  },
]);
const marked = withChanges(before, now, 'version 2');

describe('what changed, as it is written', () => {
  test('says so first, and what stood there after what stands now', () => {
    const mark = { what: 'changed', words: 'Changed since version 2', was: [null, ''] } as const;
    expect(markedInRow('Hubs', mark, 0)).toEqual([
      { text: 'Changed since version 2', as: 'mark' },
      { text: 'Hubs', as: 'plain' },
    ]);
    expect(markedInRow('£12', mark, 1)).toEqual([
      { text: '£12', as: 'now' },
      { text: 'Was: nothing', as: 'was' },
    ]);
    expect(markedText('Hubs', null)).toEqual([{ text: 'Hubs', as: 'plain' }]);
  });

  test('stands in the web page in words, with what is new and gone as such', () => {
    const html = renderHtml(marked);
    expect(html).toContain('<strong class="tl-mark">Changed since version 2</strong>');
    expect(html).toContain('<ins>£12</ins><br/><span class="tl-was">Was: £10</span>');
    expect(html).toContain('<del>Bus</del>');
    expect(html).toContain('New since version 2');
    expect(renderHtml(now)).not.toMatch(/<ins>|<del>|since version/);
  });

  test('stands in the Word file in words, shaded and struck through', async () => {
    const zip = await JSZip.loadAsync(await writeDocx(marked));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml.match(/Gone since version 2/g)).toHaveLength(2);
    expect(xml).toContain('Was: £10');
    expect(xml).toContain('w:fill="FFF7BF"');
    expect(xml).toMatch(/<w:strike\/>.*?Bus/s);
  });

  test('makes a tagged PDF too: what is struck through is in it as words', async () => {
    const pdf = Buffer.from(await renderPdf(marked, new Date('2026-03-03T12:00:00Z')));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const plain = await renderPdf(now, new Date('2026-03-03T12:00:00Z'));
    expect(pdf.length).toBeGreaterThan(plain.length);
  });
});
