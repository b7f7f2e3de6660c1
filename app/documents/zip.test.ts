import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { zipEntries } from '#app/survey/import/zip-entries.server.ts';
import { zipped } from './zip.server.ts';

const files = [
  { name: 'boxes.csv', content: 'id,label\r\n1,خاندان\r\n' },
  { name: 'empty.txt', content: '' },
  { name: 'folder/é.bin', content: Uint8Array.from({ length: 70_000 }, (_, at) => at % 7) },
];

test('another reader unpacks the same, byte by byte', async () => {
  const zip = await JSZip.loadAsync(zipped(files), { checkCRC32: true });
  expect(Object.keys(zip.files)).toEqual(expect.arrayContaining(files.map(({ name }) => name)));
  for (const { name, content } of files) {
    const read = await zip.file(name)?.async('uint8array');
    expect(Buffer.from(read ?? []).equals(Buffer.from(content as string))).toBe(true);
  }
});

test('our own reader finds its files', () => {
  expect([...zipEntries(zipped(files)).keys()]).toEqual(files.map(({ name }) => name));
});

test('the same files always make the same bytes', () => {
  expect(zipped(files).equals(zipped(files))).toBe(true);
});
