import { expect, test } from 'vitest';
import { hostile } from '#test/hostile-words.ts';
import { wordsOfPdf } from '#test/robot/pdf-words.ts';
import type { DocumentModel } from './blocks.ts';
import { renderPdf } from './pdf.server.ts';

// The words of a PDF are read out of the file, as whoever copies them reads them.

/** As many as there are letters that break something. */
const values = Array.from({ length: 30 }, (_, number) => hostile(number));

/** A line may be broken anywhere, and letters of another direction stand in another order. */
const plain = (words: string) => words.replace(/[^!-~]/g, '');

const document = (words: readonly string[]): DocumentModel => ({
  title: 'Needs assessment',
  subtitle: words[0] ?? '',
  cover: [],
  authority: { name: 'Northmere Borough Council', colour: '#ffdd00', isDemonstration: false },
  language: 'en-GB',
  sections: [
    {
      id: 'one',
      title: '1. Words',
      landscape: true,
      blocks: [
        ...words.map((text) => ({ type: 'paragraph' as const, text })),
        { type: 'list', items: [...words] },
        {
          type: 'table',
          caption: 'Words',
          columns: [{ title: 'Words', share: 1 }],
          rows: words.map((one) => [one]),
        },
      ],
    },
  ],
});

test('every hostile value stands in a PDF letter by letter, in paragraphs, lists and tables', async () => {
  const wholes = values.map(({ whole }) => whole.replaceAll('\0', ''));
  const bytes = await renderPdf(document(wholes), new Date('2026-04-01T12:00:00Z'));
  const read = plain(wordsOfPdf(bytes));
  for (const [number, { short }] of values.entries()) {
    const times = read.split(plain(short)).length - 1;
    expect(times, `value ${number}: ${short}`).toBeGreaterThanOrEqual(3);
  }
}, 120_000);

test('the words are read where a typeface joins letters, spells them, or a bracket ends nothing', async () => {
  const words = 'office (a\\b) “quoted” £5 – naïve';
  const bytes = await renderPdf(document([words]), new Date('2026-04-01T12:00:00Z'));
  expect(wordsOfPdf(bytes).replace(/\s+/g, ' ')).toContain(words);
});
