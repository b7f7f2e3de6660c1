import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { deliveryPlanOutline, readOutline } from '#templates/documents/index.ts';
import { contrast, readableOnWhite } from '#app/documents/colours.ts';
import type { Block, DocumentModel, DocumentTable } from '#app/documents/blocks.ts';
import { aPlanToExport, WORDS } from '#test/plan-to-export.ts';
import { planDocument } from './document.ts';
import { writeDocx } from '#app/documents/write-docx.server.ts';
import { widthsOf } from '#app/documents/docx-tables.server.ts';
import { planCsv } from './export-csv.ts';
import { planJson } from './export-json.ts';
import { printPlan } from './export-plan.server.ts';
import { exportFileName } from './export.ts';

const outline = deliveryPlanOutline();
const sectionOf = (model: DocumentModel, id: string) => {
  const found = model.sections.find((section) => section.id === id);
  if (!found) throw new Error(`There is no section ${id}.`);
  return found;
};
const tables = (blocks: readonly Block[]): DocumentTable[] =>
  blocks.filter((block) => block.type === 'table');

describe('the document', () => {
  const model = planDocument(outline, aPlanToExport());

  test('has the sections of the outline, each opening with what the reader finds there', () => {
    expect(model.sections.map((section) => section.title)).toEqual(
      outline.sections.map((section, at) => `${at + 1}. ${section.title}`),
    );
    for (const section of model.sections) {
      expect(section.blocks[0]).toMatchObject({ type: 'paragraph', tone: 'lead' });
    }
  });

  test('puts theme, need, activity, line and requirement on one row', () => {
    const [table] = tables(sectionOf(model, 'evidence').blocks);
    expect(table?.rows[0]).toEqual([
      WORDS.theme,
      WORDS.figure,
      WORDS.need,
      WORDS.activity,
      'Open Mill Lane and Harbour hubs on Thursday evenings',
      expect.stringMatching(/^BSFH-PAR-03: .*\nBSFH-DEF-01: /),
    ]);
    expect(table?.rows[1]?.[2]).toContain('No need yet');
  });

  test('says of every requirement its state, why, and its source with the grade in words', () => {
    const every = tables(sectionOf(model, 'coverage').blocks);
    const rows = every.slice(0, -1).flatMap((table) => table.rows);
    expect(rows).toHaveLength(81);
    expect(every.at(-1)?.rows.map((row) => row[0])).toEqual(['A', 'B', 'C', 'L']);
    const covered = rows.find((row) => row[0]?.startsWith('BSFH-DEF-01'));
    expect(covered?.[1]).toBe('● Covered');
    expect(covered?.[4]).toBe(
      'FHS07 Type of Site (restates guidance definition). Public source code of the government’s reporting service for hubs\nGrade B: restated, to be checked',
    );
  });

  test('says what is missing, in the summary too', () => {
    const summary = JSON.stringify(sectionOf(model, 'summary').blocks);
    expect(summary).toContain('Not ready for sign-off');
    const [missing] = tables(sectionOf(model, 'missing').blocks);
    expect(missing?.rows.map((row) => row[0])).toContain('The cost of 1 plan line is not known');
  });

  test('never shows an unknown cost as nothing', () => {
    const rows = tables(sectionOf(model, 'lines').blocks).flatMap((table) => table.rows);
    expect(rows.map((row) => row[5])).toEqual(['£48,000.50', 'Not known']);
  });

  test('is whole when the plan holds nothing at all', () => {
    const nothing = aPlanToExport({ lines: [], theory: null, coverages: [], needs: [] });
    const empty = planDocument(outline, nothing);
    expect(JSON.stringify(empty)).toContain('There is no line in the plan yet.');
    expect(empty.sections).toHaveLength(outline.sections.length);
  });

  test('has as many cells a row as columns, in every table', () => {
    for (const table of model.sections.flatMap((section) => tables(section.blocks))) {
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });
});

describe('the Word file', () => {
  const open = async () => {
    const bytes = await writeDocx(planDocument(outline, aPlanToExport()));
    const zip = await JSZip.loadAsync(bytes);
    const read = (name: string) => zip.file(name)?.async('string') ?? Promise.resolve('');
    return {
      document: await read('word/document.xml'),
      styles: await read('word/styles.xml'),
      zip,
    };
  };

  test('has a header row that repeats in every table, and rows that do not split', async () => {
    const { document } = await open();
    const found = document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(found.length).toBeGreaterThan(10);
    for (const table of found) {
      const [first = ''] = table.match(/<w:tr[ >].*?<\/w:tr>/s) ?? [];
      expect(first).toContain('<w:tblHeader');
      expect(table).toContain('w:firstRow="true"');
    }
  });

  test('has a picture with alternative text, a language and an author', async () => {
    const { document, styles, zip } = await open();
    expect(document).toMatch(
      /<wp:docPr[^>]*descr="Theory of change “Northmere family hubs”: 1 need, 2 activities/,
    );
    expect(styles).toContain('w:lang w:val="en-GB"');
    expect(await zip.file('docProps/core.xml')?.async('string')).toContain(
      'Northmere Borough Council',
    );
  });

  test('has real headings, a table of contents, landscape pages and page numbers', async () => {
    const { document, zip } = await open();
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toMatch(/TOC \\h/);
    expect(document).toContain('w:orient="landscape"');
    const footers = await Promise.all(
      zip.file(/word\/footer\d+\.xml/).map((file) => file.async('string')),
    );
    expect(footers.join('')).toContain('PAGE');
  });
});

test('widths add up to the width of the text exactly', () => {
  const share = fc.double({ min: 0.1, max: 20, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), (shares) => {
      const widths = widthsOf(
        shares.map((one) => ({ title: '', share: one })),
        14_570,
      );
      expect(widths.reduce((sum, one) => sum + one)).toBe(14_570);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a colour that cannot be read on white gives way to black', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(readableOnWhite('#ffdd00')).toBe('#0b0c0c');
  expect(readableOnWhite('#0b5cad')).toBe('#0b5cad');
  expect(readableOnWhite('red')).toBe('#0b0c0c');
});

describe('the spreadsheet', () => {
  const rows = planCsv(aPlanToExport()).split('\r\n');

  test('has one row a line with its thread, and an empty cell for an unknown cost', () => {
    expect(rows[0]).toMatch(/^\uFEFFLine,Plan line,/);
    expect(rows[1]).toContain('48000.5');
    expect(rows[1]).toContain(WORDS.theme);
    expect(rows[2]).toContain(',Ten groups running,,,');
  });

  test('holds nothing that a spreadsheet would run', () => {
    expect(rows[2]).toMatch(/^2,'=Put the offer/);
  });
});

test('the data has pence, and null where a cost is not known', () => {
  const json = planJson(aPlanToExport());
  expect(json.lines.map((line) => line.costPence)).toEqual([4_800_050, null]);
  expect(json.money).toMatchObject({
    amountPence: 4_000_000,
    promisedPence: 4_800_050,
    costsNotKnown: 1,
    leftPence: -800_050,
  });
  expect(json.coverage[0]?.totals.covered).toBe(2);
  expect(json.missing.map((one) => one.id)).toContain('over-committed');
});

test('the file name is safe anywhere', () => {
  const plan = aPlanToExport();
  expect(exportFileName(plan, 'docx')).toBe(
    'delivery-plan-best-start-in-northmere-2026-02-03.docx',
  );
  const odd = { ...plan, programme: { ...plan.programme, title: '../../é "plan"\n' } };
  expect(exportFileName(odd, 'csv')).toBe('delivery-plan-e-plan-2026-02-03.csv');
});

test('an outline that is wrong stops the start with its file and path', () => {
  const twice = { ...outline, sections: [outline.sections[0], outline.sections[0]] };
  expect(() => readOutline('bad.json', twice)).toThrow(/documents\/bad\.json[^]*twice/);
  const odd = { ...outline, sections: [{ ...outline.sections[0], id: 'poem' }] };
  expect(() => readOutline('bad.json', odd)).toThrow('sections.0.id');
});

test('a plan whose words hold what XML does not allow is a sound Word file all the same', async () => {
  const plan = aPlanToExport();
  const title = 'Evenings\u000b and \u0001Saturdays';
  const odd = { ...plan, lines: plan.lines.map((line) => ({ ...line, title })) };
  const { body } = await printPlan(odd, 'docx');
  const zip = await JSZip.loadAsync(body);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  expect(xml).toContain('Saturdays');
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
});
