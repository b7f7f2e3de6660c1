import { describe, expect, test } from 'vitest';
import { zipped } from '#app/documents/zip.server.ts';
import { readOwnPack } from '#app/plan/coverage/own-pack.ts';
import { answerRows, FileRefused, inPieces } from '#app/survey/import/answer-rows.server.ts';
import { processorTime } from '#test/processor-time.ts';
import { readChosen } from './read-theory-file.server.ts';

// Files that were made to fill the memory or to keep the server busy: refused in words, soon. Mutation that
// was seen to fail: MOST_RATIO and MOST_ENTRIES in app/survey/import/zip-entries.server.ts raised to Infinity.
// Without our own rule about document types the parser still refuses them: it unfolds no entity.

const WORKBOOK = '<workbook><sheets><sheet name="a" r:id="1"/></sheets></workbook>';
const RELATIONS = '<Relationships><Relationship Id="1" Target="sheet.xml"/></Relationships>';

function workbook(more: Record<string, string>): Uint8Array {
  const files = { 'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, ...more };
  return zipped(Object.entries(files).map(([name, content]) => ({ name, content })));
}

/** Milliseconds that this process has been busy: others use the machine too. */

/** What the reader of answers says of a file, and how much more memory it held than before. */
async function saidOf(bytes: Uint8Array): Promise<{ said: string; ms: number; megabytes: number }> {
  const before = process.memoryUsage().rss;
  const began = processorTime();
  let said = 'read';
  let most = before;
  try {
    for await (const { rows } of (await answerRows(inPieces(bytes))).batches()) {
      most = Math.max(most, process.memoryUsage().rss);
      if (rows.length > 1e7) throw new Error('too many rows');
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    said = error.problem.message;
  }
  return { said, ms: processorTime() - began, megabytes: (most - before) / 1024 / 1024 };
}

describe('a workbook', () => {
  test.each([
    [
      'whose sheet is a thousand times what it weighs',
      { 'xl/sheet.xml': '<row/>'.repeat(6_000_000) },
    ],
    [
      'whose strings are',
      { 'xl/sharedStrings.xml': '<si><t>a</t></si>'.repeat(2_000_000), 'xl/sheet.xml': '' },
    ],
    ['whose styles are', { 'xl/styles.xml': ' '.repeat(30_000_000), 'xl/sheet.xml': '<row/>' }],
  ])('%s is refused, in little memory', async (_, more) => {
    const { said, ms, megabytes } = await saidOf(workbook(more));
    expect(said).toMatch(/unpacks to more|holds more/);
    expect(ms).toBeLessThan(5_000);
    expect(megabytes).toBeLessThan(250);
  });

  test('of more files than any has is refused', async () => {
    const more = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`x${at}`, '']));
    expect((await saidOf(workbook(more))).said).toMatch(/unpacks to more/);
  });

  test('whose sizes are lies is read as it is, or refused', async () => {
    const bytes = workbook({ 'xl/sheet.xml': '<row r="1"><c><v>1</v></c></row>' });
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = 0xff;
      // Anything but a fault of ours, whatever byte is wrong.
      const begins = changed[0] === 0x50 && changed[1] === 0x4b;
      if (begins) expect(typeof (await saidOf(changed)).said).toBe('string');
    }
  });
});

describe('a file of one row with a million columns', () => {
  test('is done soon', async () => {
    const { ms } = await saidOf(
      Buffer.from(`${'a,'.repeat(1_000_000)}\n${'1,'.repeat(1_000_000)}`),
    );
    expect(ms).toBeLessThan(5_000);
  });
});

describe('a theory', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');
  test.each([
    [
      'that laughs a billion times',
      `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><graphml>&l9;</graphml>`,
    ],
    [
      'that asks for a file of the server',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>',
    ],
    ['that is a hundred thousand deep', `<graphml>${'<g>'.repeat(100_000)}`],
    ['of JSON a million deep', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    [
      'of JSON a million deep in its right place',
      `{"boxes":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`,
    ],
    [
      'with names that are none',
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ],
  ])('%s is refused in words', async (_, text) => {
    const began = processorTime();
    const bytes = Buffer.from(text);
    const content = await readChosen([{ name: 'a.graphml', bytes }], 'A theory');
    const said = JSON.stringify(content);
    expect(said).not.toContain('root:');
    expect(content.kind === 'refused' || (content.kind === 'ours' && !content.read.ok)).toBe(true);
    expect(processorTime() - began).toBeLessThan(3_000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('in a zip file within a zip file is not unpacked without end', async () => {
    let bytes: Uint8Array = Buffer.from('a');
    for (let at = 0; at < 10; at += 1) bytes = zipped([{ name: `${at}.zip`, content: bytes }]);
    const content = await readChosen([{ name: 'a.zip', bytes }], 'A theory');
    expect(content.kind).toBe('refused');
  });
});

test('a guidance pack of JSON a million deep is refused in words', () => {
  const text = `{"items":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`;
  const about = { title: 'A', publisher: 'B', published: '2026-01-01', from: '', to: '' };
  expect(readOwnPack(text, about as never).ok).toBe(false);
});
