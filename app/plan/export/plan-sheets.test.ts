import fc from 'fast-check';
import JSZip from 'jszip';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { aPlanToExport } from '#test/plan-to-export.ts';
import { aLine, aStream, someLines } from '#test/some-plans.ts';
import { printPlan } from './export-plan.server.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import { planSheets } from './plan-sheets.ts';

const book = async (plan = aPlanToExport()) => Buffer.from((await printPlan(plan, 'xlsx')).body);

describe('the plan as a workbook', () => {
  test('has a sheet a section, with typed cells: days, money to the penny, words that look like formulas', async () => {
    const bytes = await book();
    const rows = await readSheet(bytes, 'Plan lines');
    expect(rows[1]?.slice(0, 8)).toEqual([
      1,
      'Open Mill Lane and Harbour hubs on Thursday evenings',
      'Planned',
      'Early help',
      new Date('2026-04-01T00:00:00Z'),
      new Date('2027-03-31T00:00:00Z'),
      'Ten groups running',
      48_000.5,
    ]);
    expect(rows[2]?.[1]).toBe('=Put the offer on one page');
    expect(rows[2]?.[7], 'a cost that is not known is no nought').toBeNull();
    const zip = await JSZip.loadAsync(bytes);
    const names = [
      ...(await zip.files['xl/workbook.xml']!.async('string')).matchAll(/name="([^"]*)" sheetId/g),
    ].map(([, name]) => name);
    const sections = [
      ...['About', 'Plan lines', 'Money', 'Coverage of guidance', 'Golden thread'],
      ...['Thread', 'Thread by line', 'Needs', 'What is missing'],
    ];
    expect(names).toEqual(expect.arrayContaining(sections));
    for (const at of names.keys()) {
      const xml = await zip.files[`xl/worksheets/sheet${at + 1}.xml`]!.async('string');
      expect(xml).not.toContain('<f>');
      expect(xml).toContain('state="frozen"');
      expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
    }
  });

  test('leaves out what is missing where nothing is, and every row is as wide as its headings', () => {
    expect(planSheets(aPlanToExport({ obstacles: [] })).map(({ name }) => name)).not.toContain(
      'What is missing',
    );
    for (const { rows, widths } of planSheets(aPlanToExport())) {
      for (const row of rows) expect(row).toHaveLength(widths.length);
    }
  });

  test('adds up: what the streams promise is what the lines cost that run', () => {
    const streams = [aStream({ id: 'a' }), aStream({ id: 'b' })];
    fc.assert(
      fc.property(someLines, (lines) => {
        const plan = aPlanToExport({ lines, streams, accounts: accountsOf(lines, streams) });
        const money = planSheets(plan).find(({ name }) => name === 'Money');
        const promised = (money?.rows.slice(1) ?? []).map(
          ([, , cell]) => cell as { pence: number },
        );
        const running = lines.filter(({ status }) => status !== 'stopped');
        expect(promised.reduce((sum, { pence }) => sum + pence, 0)).toBe(
          running.reduce((sum, { costPence }) => sum + (costPence ?? 0), 0),
        );
      }),
    );
  });

  test('writes each amount exactly, also where a division would not be', async () => {
    const lines = [1, 5, 99, 100, 113, 1_015, 100_000_000_000].map((costPence, at) =>
      aLine({ id: `l${at}`, costPence }),
    );
    const zip = await JSZip.loadAsync(await book(aPlanToExport({ lines })));
    const xml = await zip.files['xl/worksheets/sheet2.xml']!.async('string');
    const costs = [...xml.matchAll(/s="4"><v>([^<]*)</g)].map(([, cost]) => cost);
    expect(costs).toEqual(['0.01', '0.05', '0.99', '1.00', '1.13', '10.15', '1000000000.00']);
  });
});
