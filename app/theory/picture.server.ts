import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { theorySvg, type DrawOptions } from './draw.ts';
import type { Theory } from './graph.ts';
import { inOwnFont } from './text-width.ts';

const require = createRequire(import.meta.url);
const FONTS = ['400Regular', '700Bold'].map((face) =>
  require.resolve(
    `@expo-google-fonts/atkinson-hyperlegible/${face}/AtkinsonHyperlegible_${face}.ttf`,
  ),
);

/**
 * Twice the drawing's size, so that it is sharp on paper; less for a very large one, because drawing
 * takes about a second for 14 million points and nothing else is answered meanwhile.
 */
const SCALE = 2;
const MOST_POINTS = 7_000_000;

/**
 * A theory as a PNG picture. It is drawn with the typeface that ships with the product; only when a
 * label is written in another alphabet are the machine's own fonts looked for.
 */
export function theoryPng(theory: Theory, options: DrawOptions = {}): Buffer {
  const svg = theorySvg(theory, options);
  const ours = inOwnFont(theory.title) && theory.boxes.every((box) => inOwnFont(box.label));
  const [width, height] = [/ width="(\d+)"/, / height="(\d+)"/].map((size) =>
    Number(size.exec(svg)?.[1] ?? 1),
  ) as [number, number];
  const scale = Math.min(SCALE, Math.sqrt(MOST_POINTS / (width * height)));
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: Math.round(width * scale) },
    font: {
      fontFiles: FONTS,
      loadSystemFonts: !ours,
      defaultFontFamily: 'Atkinson Hyperlegible',
      sansSerifFamily: 'Atkinson Hyperlegible',
    },
  });
  return drawing.render().asPng();
}
