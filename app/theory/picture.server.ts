import { svgToPng } from '#app/documents/raster.server.ts';
import { theorySvg, type DrawOptions } from './draw.ts';
import type { Theory } from './graph.ts';
import { inOwnFont } from './text-width.ts';

/** A theory as a PNG picture, drawn by the server from the model. */
export function theoryPng(theory: Theory, options: DrawOptions = {}): Buffer {
  const own = inOwnFont(theory.title) && theory.boxes.every((box) => inOwnFont(box.label));
  return svgToPng(theorySvg(theory, options), { own }).png;
}
