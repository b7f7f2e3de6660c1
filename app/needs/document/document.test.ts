import JSZip from 'jszip';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentModel } from '#app/documents/blocks.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { assessmentOutline, readAssessmentOutline } from '#templates/documents/index.ts';
import { assessmentFileName, gapsOf, type Assessment } from './assessment.ts';
import { assessmentDocument } from './document.ts';
import { printAssessment } from './export-assessment.server.ts';
import { mapOnPaper } from './map-on-paper.ts';
import { FIRST_RULE } from '#app/needs/register/priority.ts';

/** An assessment of which nothing is known yet. */
const bare: Assessment = {
  authority: { name: 'Testborough', colour: '#0b5cad', isDemonstration: false },
  programme: {
    id: 'p',
    title: 'Hubs & spokes <2026>',
    startsOn: '2026-04-01',
    endsOn: '2029-03-31',
    places: [],
    stage: 'Draft',
  },
  madeOn: '2026-06-01',
  arrangement: [],
  surveys: [],
  heard: { consultations: 0, members: 0, exercises: [] },
  words: {
    progress: 'Nobody has written or said anything yet.',
    wheres: [],
    rows: [],
    agreement: null,
  },
  files: [],
  tables: [],
  maps: [],
  sites: [],
  assets: [],
  assetsInAll: 0,
  barriers: [],
  needs: [],
  priorities: { rule: FIRST_RULE, weightings: 1771, top: 0, lines: [], unscored: 0 },
  method: [],
};

const need = {
  id: 'n',
  statement: 'Hubs open on Saturdays',
  who: 'Working parents',
  place: 'All',
  howMany: '112 of 412 answers (27%)',
  priority: 'high' as const,
  priorityReason: 'Named by many.',
  notNowBecause: '',
  points: 63,
  scores: null,
  barriers: ['Hours'],
  evidenceFor: ['112 of 412 answers (27%) chose “It is not open”.'],
  evidenceAgainst: ['62 of 412 answers (15%) chose “Nothing”.'],
};
const scores = { size: 3, severity: 2, voice: 4, inequality: 2 };
const ranked = (id: string, rank: number) => ({
  id,
  statement: `Need ${id}`,
  rank,
  tiedWith: 0,
  points: 60,
  scores,
  priority: 'medium' as const,
  decided: null,
  best: 1,
  worst: 2,
  inTop: 0.5,
  alwaysBefore: [],
});

const filled: Assessment = {
  ...bare,
  surveys: [
    {
      title: 'What would help?',
      state: 'Open',
      opensOn: '2026-05-01',
      closesOn: null,
      answers: 412,
      questions: [
        {
          name: 'q',
          title: 'What makes it hard?',
          kind: 'several-answers',
          base: 412,
          missing: { notAsked: 0, noReply: HIDDEN, preferNotToSay: 7 },
          rows: [
            {
              value: 'a',
              label: 'It is not open',
              count: 112,
              share: 112 / 412,
              interval: { low: 0.23, high: 0.32 },
            },
            { value: 'b', label: 'Train', count: HIDDEN, share: null, interval: null },
          ],
          mean: null,
          sd: null,
          net: null,
          hiddenBecause: null,
        },
      ],
      reached: [],
      missing: ['5% of answers are from fathers: 19. They are 43% of families.'],
    },
  ],
  words: {
    progress: '159 of 193 comments coded (82%).',
    wheres: ['The survey', 'A consultation'],
    rows: [
      {
        id: 't',
        number: '1',
        name: 'Getting there',
        depth: 0,
        people: 11,
        cells: [11, 0],
        definition: 'Buses and fares.',
        quotes: ['بس نہیں آتی۔'],
      },
    ],
    agreement: { size: 24, themes: [{ name: 'Getting there', observed: 0.96, kappa: 0.65 }] },
  },
  maps: [
    {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><rect width="40" height="30" fill="#eeeeee"/></svg>',
      alt: 'A map of 40 areas.',
      caption: 'IDACI decile by small area',
      says: ['37 areas have a figure, 3 have none.'],
      table: { caption: 'The areas', columns: ['Area', 'Figure'], rows: [['Aldermere 001A', '1']] },
    },
  ],
  files: [{ title: 'Indices of deprivation 2025', areas: 40, measures: 8 }],
  needs: [need, { ...need, id: 'm', statement: 'A hub of its own', notNowBecause: 'No building' }],
  priorities: {
    rule: FIRST_RULE,
    weightings: 1771,
    top: 2,
    lines: [ranked('a', 1), ranked('b', 2)],
    unscored: 1,
  },
};

const modelOf = (found: Assessment) => assessmentDocument(assessmentOutline(), found);
const textOf = (model: DocumentModel) => JSON.stringify(model);

describe('the needs assessment', () => {
  test('has every section of its outline, and one with nothing in it says what is missing', () => {
    const model = modelOf(bare);
    expect(model.sections.map(({ id }) => id)).toEqual(
      assessmentOutline().sections.map(({ id }) => id),
    );
    for (const { id, blocks } of model.sections) {
      expect(blocks[0]).toMatchObject({ type: 'paragraph', tone: 'lead' });
      expect([id, blocks.length > 1]).toEqual([id, true]);
    }
    expect(gapsOf(bare)).toContain('No official figures by area were brought in.');
    expect(gapsOf(bare).length).toBeGreaterThan(7);
  });

  test('says what is missing first: families, then evidence', () => {
    expect(gapsOf(filled)[0]).toContain('fathers');
    expect(gapsOf(filled)).not.toContain('No need is written in the register.');
    expect(textOf(modelOf(filled))).toContain('62 of 412 answers (15%) chose “Nothing”.');
  });

  test('headings go down one step at a time, as a screen reader needs them', () => {
    for (const { blocks } of [...modelOf(filled).sections, ...modelOf(bare).sections]) {
      let before = 1;
      for (const block of blocks) {
        if (block.type !== 'heading') continue;
        expect(block.level - before).toBeLessThanOrEqual(1);
        before = block.level;
      }
    }
  });

  test('every table has as many cells a row as columns', () => {
    for (const { blocks } of modelOf(filled).sections) {
      for (const block of blocks) {
        if (block.type !== 'table') continue;
        for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
      }
    }
  });

  test('a hidden number stays hidden in every format', async () => {
    for (const format of ['html', 'json'] as const) {
      const { body } = await printAssessment(filled, format);
      const text = new TextDecoder().decode(body);
      expect(text).toContain(HIDDEN);
      expect(text).toContain('It is not open');
    }
  });

  test('quotations stand in it exactly as they may be published, and no others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 3, maxLength: 30 }), { maxLength: 4 }),
        (quotes) => {
          const [row] = filled.words.rows;
          if (!row) throw new Error('There is no theme.');
          const model = modelOf({
            ...filled,
            words: { ...filled.words, rows: [{ ...row, quotes }] },
          });
          const printed = model.sections
            .flatMap(({ blocks }) => blocks)
            .flatMap((block) => (block.type === 'list' ? block.items : []))
            .filter((item) => item.startsWith('“'));
          expect(printed).toEqual(quotes.map((quote) => `“${quote}”`));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is a Word file with real headings, header rows and alternative text', async () => {
    const { body, fileName } = await printAssessment(filled, 'docx');
    expect(fileName).toBe('needs-assessment-hubs-spokes-2026-2026-06-01.docx');
    const xml =
      (await (await JSZip.loadAsync(body)).file('word/document.xml')?.async('text')) ?? '';
    expect(xml.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(10);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(xml.match(/<w:tbl>/g)?.length);
    expect(xml).toContain('A map of 40 areas.');
    expect(xml).toContain('بس نہیں آتی۔');
    expect(xml).toContain('Hubs &amp; spokes &lt;2026&gt;');
  });

  test('is a tagged PDF with headings, header cells and figures with words', async () => {
    const { body } = await printAssessment(filled, 'pdf');
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'throughline-')), 'assessment.pdf');
    writeFileSync(file, body);
    const text = Buffer.from(body).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    const structure = structureOf(file);
    // Where the tool that reads the structure is not installed, the render itself refuses a PDF
    // that breaks PDF/UA.
    if (structure === null) return;
    expect(structure.match(/^\s*H1/gm)?.length).toBeGreaterThanOrEqual(10);
    expect(structure).toMatch(/\bTH\b/);
    expect(structure).toMatch(/Figure/);
  });

  test('an outline that names a section we cannot write stops with its place', () => {
    const wrong = {
      id: 'x',
      title: 'X',
      sections: [{ id: 'poetry', title: 'P', landscape: false, intro: 'i' }],
    };
    expect(() => readAssessmentOutline('needs-assessment.json', wrong)).toThrow(/sections\.0\.id/);
  });

  test('its name is a file name', () => {
    expect(
      assessmentFileName({ ...bare, programme: { ...bare.programme, title: '???' } }, 'pdf'),
    ).toBe('needs-assessment-programme-2026-06-01.pdf');
  });
});

function structureOf(file: string): string | null {
  try {
    return execFileSync('pdfinfo', ['-struct', file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString();
  } catch {
    return null;
  }
}

describe('a map on paper', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300" viewBox="0 0 600 300" role="img" aria-labelledby="map-title map-desc"><title id="map-title">T</title><desc id="map-desc">roadmap-like words</desc><defs><pattern id="map-class-0"/></defs><path fill="url(#map-class-0)"/></svg>';
  const each = {
    label: 'Most <deprived>',
    short: '',
    fill: '#000000',
    ink: '#ffffff',
    pattern: 'dots' as const,
    areas: 6,
  };

  test('has its key below it, and ids of its own', () => {
    const drawn = mapOnPaper(svg, 'areas', {
      legend: [each],
      withoutFigure: 3,
      hidden: 0,
      sites: [{ number: 1, name: 'Mill & Lane', typeName: 'Family hub', sign: 'circle' }],
    });
    expect(drawn).not.toMatch(/id="map-|#map-/);
    expect(drawn).toContain('aria-labelledby="areas-title areas-desc"');
    expect(drawn).toContain('roadmap-like words');
    expect(drawn).toContain('Most &lt;deprived&gt; (6)');
    expect(drawn).toContain('No figure (3)');
    expect(drawn).toContain('1. Mill &amp; Lane, family hub');
    expect(Number(/height="(\d+)"/.exec(drawn)?.[1])).toBeGreaterThan(300);
  });
});
