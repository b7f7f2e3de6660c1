import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '#app/documents/write-docx.server.ts';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { boxOf, cleanTheory, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import type { Theory } from '../graph.ts';
import { theoryDocument, type AboutTheory } from './theory-document.ts';

const about: AboutTheory = {
  authority: { name: 'Wexcombe Borough Council', colour: '#1d70b8', isDemonstration: false },
  programme: 'Best start',
  madeOn: '2026-11-22',
  part: null,
  state: null,
};
const clean = cleanTheory();
const full: Theory = {
  ...clean,
  more: { afterwards: 'The hubs stay', nameImpact: 'Lasting differences' },
  pieces: [
    pieceOf('e', 'evidence', 'open', { what: 'A trial in three boroughs', direction: 'against' }),
    pieceOf('m', 'measure', 'come', {
      label: 'Working parents seen',
      baseline: '120',
      baselineOn: '2026-04-01',
      target: '200',
      unit: 'parents',
    }),
  ],
};
const words = (theory: Theory) => JSON.stringify(theoryDocument(theory, about));

describe('the document of a theory', () => {
  test('says every box, every link, what has to hold, what is known and what is measured', () => {
    const said = words(full);
    for (const { label } of full.boxes) expect(said).toContain(label);
    for (const { reason } of full.links) expect(said).toContain(reason);
    for (const phrase of [
      'Employers let them leave in time',
      'A trial in three boroughs',
      'Against',
      'Working parents seen',
      '200 parents',
      'Lasting differences',
      'The hubs stay',
    ]) {
      expect(said).toContain(phrase);
    }
  });

  test('an empty one says so, and shows no empty table', () => {
    const { sections } = theoryDocument(theoryOf([], [], 'Nothing yet'), about);
    expect(sections.map(({ title }) => title)).toEqual([
      'The theory in one picture',
      'The theory in words',
    ]);
    expect(JSON.stringify(sections)).toContain('There is nothing in the theory yet.');
    expect(JSON.stringify(sections)).not.toContain('"rows":[]');
  });

  test('as Word has the picture with its words, and tables with header rows', async () => {
    const zip = await JSZip.loadAsync(await writeDocx(theoryDocument(full, about)));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml).toMatch(/<wp:docPr[^>]*descr="Theory of change “Evenings/);
    const tables = xml.match(/<w:tbl>/g) ?? [];
    expect(tables.length).toBeGreaterThan(8);
    expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(tables.length);
    expect(Object.keys(zip.files).filter((name) => name.endsWith('.png'))).toHaveLength(1);
  });

  test('as PDF is tagged, whatever its words are', async () => {
    const nasty = `#let x = 1 \u0001 <b> $a$ خاندان 👩‍👧 ${'long'.repeat(60)}`;
    const theory = theoryOf(
      [boxOf('activity', 'a', { label: nasty, detail: nasty }), boxOf('impact', 'b')],
      [{ ...linkOf('a', 'b'), reason: nasty }],
      nasty,
    );
    const pdf = Buffer.from(await renderPdf(theoryDocument(theory, about), new Date(0)));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/\/StructTreeRoot/);
  });
});
