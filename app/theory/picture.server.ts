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

/** Twice the drawing's size, so that it is sharp on paper, and never more than this. */
const SCALE = 2;
const WIDEST = 4_800;

/**
 * A theory as a PNG picture. It is drawn with the typeface that ships with the product; only when a
 * label is written in another alphabet are the machine's own fonts looked for.
 */
export function theoryPng(theory: Theory, options: DrawOptions = {}): Buffer {
  const svg = theorySvg(theory, options);
  const ours = inOwnFont(theory.title) && theory.boxes.every((box) => inOwnFont(box.label));
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 0);
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: Math.min(width * SCALE, WIDEST) },
    font: {
      fontFiles: FONTS,
      loadSystemFonts: !ours,
      defaultFontFamily: 'Atkinson Hyperlegible',
      sansSerifFamily: 'Atkinson Hyperlegible',
    },
  });
  return drawing.render().asPng();
}
