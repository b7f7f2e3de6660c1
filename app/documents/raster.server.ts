import { OTHER_FONTS, OWN_FONTS } from './fonts.server.ts';

/**
 * Twice the drawing's size, so that it is sharp on paper; less for a very large one, because drawing
 * takes about a second for 14 million points and nothing else is answered meanwhile.
 */
const SCALE = 2;
const MOST_POINTS = 5_000_000;

/** A picture as a Word file needs it: its bytes and its size in pixels. */
export interface Png {
  png: Buffer;
  width: number;
  height: number;
}

/** The size that a drawing gives itself, in pixels. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [width, height] = [/ width="([\d.]+)"/, / height="([\d.]+)"/].map((size) =>
    Number(size.exec(svg)?.[1] ?? 1),
  ) as [number, number];
  return { width, height };
}

/**
 * A drawing of ours as a PNG picture, in the typefaces that ship with the product.
 *
 * @param own every letter is in the product's own typeface: the others need not be read
 * @param atMost as wide as the picture need be, in points: paper shows no more than so many to the inch
 */
export async function svgToPng(svg: string, how: Drawn = {}): Promise<Png> {
  // What draws is loaded where something is drawn: nearly always on the thread beside the server.
  const { renderAsync } = await import('@resvg/resvg-js');
  const drawn = await renderAsync(svg, optionsOf(svg, how));
  return { png: drawn.asPng(), width: drawn.width, height: drawn.height };
}

/** The same as bytes alone. Packing them takes as long as drawing: call it aside. */
export async function pngBytes(svg: string, how: Drawn = {}): Promise<Uint8Array> {
  return (await svgToPng(svg, how)).png;
}

interface Drawn {
  own?: boolean;
  atMost?: number;
}

function optionsOf(svg: string, { own = false, atMost = Infinity }: Drawn) {
  const { width, height } = sizeOf(svg);
  const scale = Math.min(SCALE, Math.sqrt(MOST_POINTS / (width * height)), atMost / width);
  return {
    background: '#ffffff',
    fitTo: { mode: 'width' as const, value: Math.round(width * scale) },
    font: {
      fontFiles: [...OWN_FONTS, ...(own ? [] : OTHER_FONTS)],
      loadSystemFonts: !own,
      defaultFontFamily: 'Atkinson Hyperlegible',
      sansSerifFamily: 'Atkinson Hyperlegible',
    },
  };
}
