import { aside } from '#app/aside/aside.server.ts';
import type { pngBytes } from '#app/documents/raster.server.ts';
import { theorySvg, type DrawOptions } from './draw.ts';
import type { Theory } from './graph.ts';
import { inOwnFont } from './text-width.ts';

/** A theory as a PNG picture, drawn by the server from the model. */
export function theoryPng(
  theory: Theory,
  options: DrawOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const own = inOwnFont(theory.title) && theory.boxes.every((box) => inOwnFont(box.label));
  const svg = theorySvg(theory, options);
  return aside<typeof pngBytes>('app/documents/raster.server.ts', 'pngBytes', svg, { own });
}
