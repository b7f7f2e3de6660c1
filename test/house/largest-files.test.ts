import { expect, test } from 'vitest';
import { assessmentFile } from '#app/panel/formal/part-form.ts';
import { drawPicture } from '#app/panel/kinds/draw-picture.server.ts';
import { itemsSent } from '#app/plan/coverage/pack-file.server.ts';
import { readQuestionnaireFile } from '#app/survey/editor/read-file.ts';
import { FileForm, LARGEST_FILE } from '#app/survey/import/upload.ts';

// A file that somebody brings is refused for its size before it is read, and for what it is before anything
// takes it apart. Mutations tried, each alone: the look at the size in each of the five; the look at the
// first bytes of a picture; the list of endings of an assessment.

const MB = 1024 * 1024;
const ofSize = (bytes: number) => new Uint8Array(bytes).fill(0x20);
const file = (bytes: number, name = 'brought.csv') => new File([ofSize(bytes)], name);

test('answers of more than 60 MB', () => {
  expect(FileForm.safeParse({ file: file(1) }).success).toBe(true);
  const read = FileForm.safeParse({ file: file(LARGEST_FILE + 1) });
  expect(read.error?.issues[0]?.message).toContain('60 MB or less');
});

test('a questionnaire of more than 5 MB', () => {
  const read = readQuestionnaireFile(ofSize(5 * MB + 1));
  expect(read.ok ? '' : read.problems[0]?.message).toBe('It is larger than 5 MB.');
});

test('a pack of more than 1 MB', async () => {
  const sent = (bytes: number) => itemsSent({ file: file(bytes), items: '', fileName: '' });
  expect((await sent(10)).problem).toBeNull();
  expect((await sent(MB + 1)).problem).toBe('The file must be 1 MB or smaller');
});

test('an assessment of more than 5 MB, or of a type that a browser runs', () => {
  expect(assessmentFile('eia.pdf', 5_000_000).ok).toBe(true);
  expect(assessmentFile('eia.pdf', 5_000_001).ok).toBe(false);
  for (const name of ['eia.html', 'eia.svg', 'eia.pdf.js', 'eia', 'pdf.xhtml', 'constructor'])
    expect(assessmentFile(name, 1), name).toMatchObject({ ok: false });
});

test('a picture of more than 10 MB, or of a kind that unfolds in other ways', async () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const large = ofSize(10 * MB + 1);
  large.set(png);
  expect((await drawPicture(large)).problem).toContain('10 MB or less');
  // Whole pictures of other kinds, which the library behind would draw.
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  for (const bytes of [new TextEncoder().encode(svg), new Uint8Array(gif)])
    expect((await drawPicture(bytes)).problem).toContain('PNG, JPEG or WebP');
});
