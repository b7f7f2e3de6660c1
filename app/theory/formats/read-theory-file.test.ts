import writeExcelFile from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { zipped } from '#app/documents/zip.server.ts';
import { theoryIn } from './read-file.ts';
import { readChosen } from './read-theory-file.server.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(...files: (readonly [name: string, content: Uint8Array])[]) {
  const chosen = files.map(([name, content]) => ({ name, bytes: content }));
  return theoryIn(await readChosen(chosen, 'T'), 'T', {});
}
const refusal = async (content: Uint8Array) => {
  const found = await read(['x', content]);
  return found.ok ? 'accepted' : found.problems.map(({ message }) => message).join(' ');
};
const zip = (files: Record<string, string>) =>
  zipped(Object.entries(files).map(([name, content]) => ({ name, content })));

const BOXES = 'id,type,label\n1,Activity,Open\n2,Impact,Ready\n';
const LINKS = 'source,target\n1,2\n';

test('a workbook is read as the printed table in it', async () => {
  const rows = [
    ['Activities', 'Outputs', 'Impact'],
    ['Open late', 'Forty evenings', 'Children are ready'],
  ];
  const book = await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
  const found = await read(['theory.xlsx', book]);
  expect(found.ok && found.theory.boxes.map(({ type }) => type)).toEqual([
    'activity',
    'output',
    'impact',
  ]);
  expect(found.printed?.columns).toHaveLength(3);
});

test('tables are found among files, in a zip file or chosen together', async () => {
  const packed = zip({ 'a/boxes.csv': BOXES, 'a/links.csv': LINKS, '__MACOSX/x': '?' });
  for (const found of [
    await read(['t.zip', packed]),
    await read(['links.csv', bytes(LINKS)], ['boxes.csv', bytes(BOXES)]),
  ]) {
    expect(found.ok && [found.theory.boxes.length, found.theory.links.length]).toEqual([2, 1]);
  }
});

test('one file in a zip file is read as itself', async () => {
  const found = await read(['t.zip', zip({ 'chart.mmd': 'flowchart LR\n a[Open] --> b[Ready]' })]);
  expect(found.ok && found.map?.what).toBe('A flowchart of Mermaid');
});

test('what cannot be is refused with what to do', async () => {
  expect(await refusal(bytes(LINKS))).toMatch(/table of links\. Choose the table of boxes/);
  expect(await refusal(zip({ 'a.json': '{}', 'b.json': '{}' }))).toMatch(/several files/);
  expect(await refusal(zip({}))).toMatch(/damaged|empty/);
  expect(await refusal(zip({ 'boxes.csv': BOXES }).subarray(0, 60))).toMatch(/damaged/);
  expect(await refusal(bytes('%PDF-1.7'))).toMatch(/PDF/);
  expect(await refusal(bytes('   '))).toMatch(/empty/);
  // A small file that unpacks to twelve megabytes.
  expect(await refusal(zip({ 'x.csv': 'a'.repeat(12 * 1024 * 1024) }))).toMatch(/unpacks to more/);
});
