import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { DocumentModel } from './blocks.ts';
import { renderHtml } from './html.server.tsx';
import { renderPdf } from './pdf.server.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#00703c"/></svg>';

const document = (words: string): DocumentModel => ({
  title: 'Needs assessment',
  subtitle: words,
  cover: [words],
  authority: { name: 'Northmere Borough Council', colour: '#ffdd00', isDemonstration: false },
  language: 'en-GB',
  sections: [
    {
      id: 'one',
      title: '1. Summary',
      landscape: false,
      blocks: [
        { type: 'paragraph', text: words, tone: 'lead' },
        { type: 'heading', level: 2, text: words },
        { type: 'list', items: [words, words] },
        { type: 'facts', caption: words, facts: [['Answers', words]] },
        { type: 'picture', svg, alt: 'A green field', caption: words },
      ],
    },
    {
      id: 'two',
      title: '2. Tables',
      landscape: true,
      blocks: [
        {
          type: 'table',
          caption: words,
          columns: [
            { title: 'Need', share: 3 },
            { title: 'Families', share: 1, numeric: true },
          ],
          rows: [[words, '212']],
        },
      ],
    },
  ],
});

/** Everything in the file that is not a picture, unpacked. */
function insideOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const parts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream\n'); at !== -1; at = raw.indexOf('stream\n', at + 7)) {
    const end = raw.indexOf('endstream', at);
    try {
      parts.push(inflateSync(raw.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // Not packed, or a typeface: its structure is not looked at.
    }
  }
  return parts.join('\n');
}

const made = new Date('2026-04-01T12:00:00Z');

describe('the PDF', () => {
  test('has a structure tree with headings, lists, header cells and alternative text', async () => {
    const inside = insideOf(await renderPdf(document('Evening sessions'), made));
    for (const tag of ['H1', 'H2', 'L', 'Table', 'THead', 'TH', 'TD', 'Figure', 'TOC']) {
      expect(inside).toMatch(new RegExp(`/S ?/${tag}\\b`));
    }
    expect(inside).toContain('(A green field)');
    expect(inside).toMatch(/\/Lang ?\(en-GB\)/);
    expect(inside).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(inside).toMatch(/\/Marked true/);
  });

  test('takes any words as words, whatever they mean to the typesetter', async () => {
    const words =
      '#panic("no") *bold* $x$ `raw` \\ @ref <label> [x] // # "quoted" \u0000 اردو বাংলা 中文 😀 \ufeff \ud800 \uffff \u202e \ue000';
    const pdf = await renderPdf(document(words), made);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  // Mutation: without settablePictures (typst.server.ts) the first is refused and the second is given up after a minute.
  test.each([
    ['letters that join', 'ਪੰਜਾਬੀ বাংলা'],
    [
      'marks over marks',
      `#panic("a") z${'\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307'.repeat(2)}`,
    ],
    ['a ligature, an emoji family and signs that nobody sees', '﷽ 👩‍👩‍👧‍👦 a\u200b\u202eb'],
  ])('takes %s in a picture', async (_what, words) => {
    const drawn = svg.replace('</svg>', `<text x="10" y="20">${words}</text></svg>`);
    const model = document('Hours');
    const blocks = [{ type: 'picture' as const, svg: drawn, alt: words, caption: words }];
    const section = { id: 'one', title: 'One', landscape: false, blocks };
    const pdf = await renderPdf({ ...model, sections: [section] }, made);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  test('sets many documents at once, each its own', async () => {
    const all = await Promise.all(
      ['a', 'bb', 'ccc'].map((words) => renderPdf(document(words), made)),
    );
    const titles = all.map((pdf) => /Needs assessment: (\w+)/.exec(insideOf(pdf))?.[1]);
    expect(titles).toEqual(['a', 'bb', 'ccc']);
  });
});

describe('the HTML file', () => {
  test('has one h1, headings in order, header cells and the picture in words', () => {
    const html = renderHtml(document('Evening sessions'));
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain('<th scope="col"');
    expect(html).toContain('role="img" aria-label="A green field"');
  });

  test('shows words as words and runs nothing', () => {
    const html = renderHtml(document('<script>alert(1)</script>'));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

test('a level of heading that is left out does not stop the document', async () => {
  const whole = document('Words');
  const [first] = whole.sections;
  if (!first) throw new Error('There is no section.');
  const skipping: DocumentModel = {
    ...whole,
    sections: [
      { ...first, blocks: [{ type: 'heading', level: 3, text: 'Straight to the third' }] },
    ],
  };
  const pdf = await renderPdf(skipping, new Date('2026-11-22T12:00:00Z'));
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
});
