import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, cleanTheory, linkOf, theoryOf } from '#test/some-theories.ts';
import { theorySvg } from './draw.ts';
import { BOX_TYPES } from './graph.ts';
import { SIZE } from './layout.ts';
import { LOOKS } from './looks.ts';
import { theoryPng } from './picture.server.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap.ts';

/** Strictly well-formed enough to catch an unescaped sign: tags balance and no stray < or & is left. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, ...found) => {
      const [closing, name, , selfClosing] = found as [string, string, string, string];
      if (closing === '/') expect(open.pop()).toBe(name);
      else if (selfClosing === '') open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(rest).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
}

const type = { fontSize: 14, weight: 'regular' } as const;

describe('the picture of a theory', () => {
  test('has a name, a description, every label and every reason', () => {
    const svg = theorySvg(cleanTheory(), { title: true });
    expectWellFormed(svg);
    expect(svg).toContain('<title id="theory-title">Evenings and early speech</title>');
    expect(svg).toMatch(/<desc id="theory-desc">[^<]*2 needs, 3 activities/);
    expect(svg).toContain('Activity: Train staff to spot speech delay');
    expect(svg).toContain('Because talk, train');
  });

  test('is the same each time and holds nothing from outside', () => {
    const svg = theorySvg(cleanTheory());
    expect(theorySvg(cleanTheory())).toBe(svg);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|<script|style=|url\((?!#)/,
    );
  });

  test('stays well-formed whatever people write, and markup stays text', () => {
    const label = '<script>alert("1")</script> & \u0000\u0008 \ud800 ]]> ‮עברית 한국어';
    const theory = theoryOf(
      [boxOf('need', 'a', { label }), boxOf('activity', 'b', { label: '\u0301' })],
      [{ ...linkOf('a', 'b'), reason: '"></path><script>' }],
      label,
    );
    const svg = theorySvg(theory, { title: true });
    expectWellFormed(svg);
    expect(svg).not.toContain('<script');
  });

  test('stays well-formed for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (label) => {
        expectWellFormed(theorySvg(theoryOf([boxOf('output', 'a', { label })], [], label)));
      }),
    );
  });

  test('writing from right to left ends at the right edge of its box, its full stop at the left', () => {
    const label = 'قبل أن يبدأوا المدرسة.';
    const svg = theorySvg(theoryOf([boxOf('need', 'a', { label })]));
    expect(svg).toContain('text-anchor="end"');
    expect(svg).toContain('المدرسة.\u200f</tspan>');
    expect(svg).not.toContain('direction=');
  });

  test('an empty theory is a picture too', () => {
    expectWellFormed(theorySvg(theoryOf([])));
  });

  test('is drawn as PNG without any font of the machine', async () => {
    const png = Buffer.from(await theoryPng(cleanTheory()));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(2_000);
    const plain = cleanTheory();
    const blank = await theoryPng({
      ...plain,
      boxes: plain.boxes.map((box) => ({ ...box, label: '.' })),
    });
    expect(png.length).toBeGreaterThan(blank.length);
  });
});

describe('the looks of boxes', () => {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };

  test.each(BOX_TYPES)('%s can be read, and its outline seen (WCAG 1.4.3, 1.4.11)', (each) => {
    const { text, fill, line } = LOOKS[each];
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(line, '#ffffff')).toBeGreaterThanOrEqual(3);
  });

  test('no two types look the same without colour', () => {
    const shapes = BOX_TYPES.map((each) => {
      const { radius, stroke, outline, edge, fill } = LOOKS[each];
      return JSON.stringify([radius, stroke, outline, edge, luminance(fill).toFixed(1)]);
    });
    const doubled = shapes.filter((shape, index) => shapes.indexOf(shape) !== index);
    expect(doubled).toEqual([]);
  });
});

describe('wrapping a label', () => {
  test('breaks between words', () => {
    expect(wrapText('Open two hubs on Thursday evenings', 110, type)).toEqual([
      'Open two hubs',
      'on Thursday',
      'evenings',
    ]);
  });

  test('breaks inside what has no spaces, never inside a sign that people see as one', () => {
    const lines = wrapText('👩‍👩‍👧'.repeat(9), 60, type);
    expect(lines.join('')).toBe('👩‍👩‍👧'.repeat(9));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.replaceAll('👩‍👩‍👧', '')).toBe('');
  });

  test('fits, and loses no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const width = SIZE.boxWidth;
        const lines = wrapText(text, width, type);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) {
          const single = [...new Intl.Segmenter().segment(line)].length <= 1;
          expect(single || textWidth(line, 14) <= width).toBe(true);
        }
      }),
    );
  });
});
