import type { PageRun } from './pages.ts';
import { sizeOf, svgToPng, type Png } from './raster.server.ts';

/** A4 in twentieths of a point, with margins of 2 cm. */
export const PAGE = { short: 11_906, long: 16_838, margin: 1_134 } as const;
/** A twentieth of a point in pixels at 96 to the inch, which is what the library counts pictures in. */
const PIXELS = 96 / 1_440;

/** Points of a picture for each pixel of the page: 220 to the inch, what Word itself keeps for print. */
const PRINTED = 220 / 96;

/** The tallest that a picture may be, in pixels: beside the rest of the summary, or on a page of its own. */
const TALLEST = { portrait: 420, landscape: 500 } as const;

/** The width of the text of a page, in twentieths of a point. */
export const textWidth = (landscape: boolean) =>
  (landscape ? PAGE.long : PAGE.short) - 2 * PAGE.margin;

/** How large a picture stands on its page, in pixels at 96 to the inch. */
export function sizeOnPage(svg: string, landscape: boolean): { width: number; height: number } {
  const size = sizeOf(svg);
  const tallest = landscape ? TALLEST.landscape : TALLEST.portrait;
  const scale = Math.min((textWidth(landscape) * PIXELS) / size.width, tallest / size.height);
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

/** Draws each picture of a document once, as wide as the widest place where it stands needs it. */
export async function drawPictures(runs: readonly PageRun[]): Promise<ReadonlyMap<string, Png>> {
  const widest = new Map<string, number>();
  for (const { landscape, sections } of runs) {
    for (const block of sections.flatMap(({ section }) => section.blocks)) {
      if (block.type !== 'picture') continue;
      const width = Math.ceil(sizeOnPage(block.svg, landscape).width * PRINTED);
      widest.set(block.svg, Math.max(width, widest.get(block.svg) ?? 0));
    }
  }
  const drawn = await Promise.all(
    [...widest].map(
      async ([svg, atMost]) =>
        [svg, await svgToPng(svg, { own: IN_OWN_FONT.test(svg), atMost })] as const,
    ),
  );
  return new Map(drawn);
}

/** Letters that the product's own typeface surely has: the others need not be read for these. */
const IN_OWN_FONT = /^[\t\n\r\x20-\x7e\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;
