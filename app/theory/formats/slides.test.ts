import JSZip from 'jszip';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, cleanTheory, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import type { Theory } from '../graph.ts';
import { writePptx } from './write-pptx.server.ts';
import { fitted, SLIDE, slidesOf } from './slides.ts';
import { readXml } from './xml.ts';

async function packageOf(theory: Theory): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(await writePptx(theory, 'Wexcombe & <sons>'));
  const files = await Promise.all(
    Object.values(zip.files).map(async (file) => [file.name, await file.async('string')] as const),
  );
  return new Map(files);
}
const slide = (files: Map<string, string>, at: number) =>
  files.get(`ppt/slides/slide${at}.xml`) ?? '';

describe('slides', () => {
  const theory = cleanTheory();

  test('the whole on the first, then tier by tier with all words in the notes', () => {
    const [first, ...others] = slidesOf(theory);
    expect(first?.title).toBe(theory.title);
    expect([first?.boxes.length, first?.arrows.length]).toEqual([
      theory.boxes.length,
      theory.links.length,
    ]);
    expect(others.map(({ title }) => title)).toEqual([
      'Needs and what answers them',
      'Activities and what they lead to',
      'Outputs and what they lead to',
      'Intermediate outcomes and what they lead to',
      'Long-term outcomes and what they lead to',
      'Impacts',
      'Assumptions and what they bear on',
      'External factors and what they bear on',
    ]);
    const notes = others.map((each) => each.notes).join('\n');
    for (const { label } of theory.boxes) expect(notes).toContain(label);
    for (const { reason } of theory.links) expect(notes).toContain(reason);
  });

  test('a part has a slide of its own', () => {
    const [first, ...rest] = theory.boxes;
    const parted = {
      ...theory,
      boxes: [{ ...first!, more: { part: 'p' } }, ...rest],
      pieces: [pieceOf('p', 'part', null, { name: 'Fathers', kind: 'strand' })],
    };
    expect(slidesOf(parted)[1]?.title).toBe('Fathers');
  });

  test('nothing stands outside its slide, however much there is of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 900 }), (count, length) => {
        const label = 'word '.repeat(1 + length / 5).trim();
        const boxes = Array.from({ length: count }, (_, at) =>
          boxOf(at % 2 === 0 ? 'activity' : 'output', `b${at}`, { label, position: at }),
        );
        const links = boxes.slice(1).map(({ id }) => linkOf('b0', id));
        for (const each of slidesOf(theoryOf(boxes, links))) {
          for (const { x, y, width, height } of each.boxes) {
            expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
            expect(x + width).toBeLessThanOrEqual(SLIDE.width + 0.001);
            expect(y + height).toBeLessThanOrEqual(SLIDE.height + 0.001);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('letters are as large as their box lets them be', () => {
    expect(fitted('Open late', 5, 1).size).toBe(18);
    const long = fitted('word '.repeat(300), 5, 0.7);
    expect(long.size).toBe(8);
    expect(long.text).toMatch(/…$/);
  });
});

describe('the presentation', () => {
  test('has titles, shapes, and connectors that are fixed to their shapes', async () => {
    const theory = cleanTheory();
    const files = await packageOf(theory);
    const first = slide(files, 1);
    expect(first).toMatch(/<p:ph[^>]*type="title"/);
    expect(first.match(/name="Box \d+"/g)).toHaveLength(theory.boxes.length);
    const connectors = [
      ...first.matchAll(
        /<p:cxnSp>.*?descr="([^"]*)".*?<a:stCxn id="(\d+)" idx="\d"\/><a:endCxn id="(\d+)"/g,
      ),
    ];
    expect(connectors).toHaveLength(theory.links.length);
    const ids = new Set([...first.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id));
    for (const [, says, from, to] of connectors) {
      expect(says).toMatch(/^“.+”/);
      expect(ids.has(from) && ids.has(to)).toBe(true);
    }
    expect(first).not.toContain('<p:pic>');
    // No two shapes of a slide have the same number.
    expect([...first.matchAll(/<p:cNvPr id="(\d+)"/g)]).toHaveLength(ids.size);
  });

  test('every file in it is XML, whatever the words are', async () => {
    const nasty = `<b>&"'\u0001 ]]> =1+1 خاندان 👩‍👧 \u{1F600}`;
    const files = await packageOf(
      theoryOf(
        [boxOf('activity', 'a', { label: nasty, detail: nasty }), boxOf('impact', 'b')],
        [{ ...linkOf('a', 'b'), reason: `${nasty}\nsecond line` }],
        nasty,
      ),
    );
    for (const [name, text] of files) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const read = readXml(text);
      expect(read.ok ? '' : `${name} ${read.line}: ${read.message}`).toBe('');
    }
    expect(slide(files, 1)).toContain('&lt;b&gt;&amp;');
    expect(files.get('ppt/notesSlides/notesSlide2.xml')).toMatch(/<\/a:p><a:p>.*second line/);
  });

  test('an empty theory is a presentation too', async () => {
    expect(slide(await packageOf(theoryOf([], [], 'Nothing yet')), 1)).toContain('Nothing yet');
  });
});
