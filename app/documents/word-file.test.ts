import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { DocumentModel, DocumentTable } from './blocks.ts';
import { writeDocx } from './write-docx.server.ts';

// The package that a board opens: what a screen reader needs is in it, and another program reads it.

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
const aTable: DocumentTable = {
  type: 'table',
  caption: 'Reach by site',
  columns: [
    { title: 'Site', share: 2 },
    { title: 'Families', share: 1, numeric: true },
  ],
  rows: Array.from({ length: 60 }, (_, at) => [`Site ${at} ${'long'.repeat(30)}`, '212']),
};
const model: DocumentModel = {
  title: 'Evaluation of impact',
  subtitle: 'Best Start',
  cover: ['1 April 2026'],
  authority: { name: 'Northmere', colour: '#0b5cad', isDemonstration: false },
  language: 'en-GB',
  sections: [
    {
      id: 'one',
      title: '1. Whom it reached',
      landscape: true,
      blocks: [{ type: 'picture', svg, alt: 'A black field', caption: 'Reach' }, aTable],
    },
    { id: 'two', title: '2. Method', landscape: false, blocks: [{ type: 'paragraph', text: 'x' }] },
  ],
};

test('the package has header rows, alternative text, a language and landscape pages', async () => {
  const zip = await JSZip.loadAsync(await writeDocx(model));
  const read = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  const document = await read('word/document.xml');
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(document.match(/<wp:docPr [^>]*descr="A black field"/g)).toHaveLength(1);
  expect(document).toContain('w:orient="landscape"');
  expect(document).toContain('Heading1');
  const styles = await read('word/styles.xml');
  expect(styles).toContain('<w:lang w:val="en-GB"/>');
  // No question on opening: nothing asks to be updated.
  expect(await read('word/settings.xml')).not.toMatch(/<w:updateFields(?! w:val="false")/);
});

test('whatever stands in a cell, the file is XML that can be read, with the words in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (words) => {
      const cell = `<b>&amp; "${words}" ]]> $& $1`;
      const table = { ...aTable, rows: [[cell, '3']] };
      const section = { id: 'one', title: 'One', landscape: false, blocks: [table] };
      const packed = await writeDocx({ ...model, sections: [section] });
      const zip = await JSZip.loadAsync(packed);
      const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
      let said = '';
      const reader = new SaxesParser();
      reader.on('error', (error) => {
        throw error;
      });
      reader.on('text', (text) => (said += text));
      reader.write(document).close();
      expect(said).toContain('<b>&amp; "');
      expect(said).toContain('" ]]> $& $1');
    }),
    { numRuns: 30 },
  );
});

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

test.skipIf(office === undefined)(
  'LibreOffice, where it is installed, opens it and makes a PDF of it without an error',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'throughline-word-'));
    const file = path.join(folder, 'evaluation.docx');
    writeFileSync(file, await writeDocx(model));
    const { stdout, stderr } = await promisify(execFile)(office ?? '', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ]);
    expect(stdout).toContain('evaluation.pdf');
    // Java is not used here; nothing else may be said.
    expect(stderr.replace(/^.*javaldx.*\n?/gm, '').trim()).toBe('');
    const pdf = readFileSync(path.join(folder, 'evaluation.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  },
  60_000,
);
