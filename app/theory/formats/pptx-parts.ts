import type { Slide, SlideArrow, SlideBox } from './slides.ts';
import { xmlText } from './xml.ts';

/**
 * What is written into the XML of a slide after the library: connectors, which it draws as mere lines
 * (ECMA-376 19.3.1.19, `cxnSp`), and notes of several lines.
 */

/** English metric units in an inch. */
const EMU = 914_400;

/** The sites of a rectangle at which a connector ends, as the shapes number them. */
const SITE = { top: 0, left: 1, bottom: 2, right: 3 } as const;
type Side = keyof typeof SITE;

/** A slide with a connector a link, behind the boxes and after the title. */
export function withConnectors(xml: string, slide: Slide): string {
  const shapes = new Map<string, { id: string; box: SlideBox }>();
  for (const [, id, at] of xml.matchAll(/<p:cNvPr id="(\d+)" name="Box (\d+)"/g)) {
    const box = slide.boxes[Number(at) - 1];
    if (box !== undefined && id !== undefined) shapes.set(box.id, { id, box });
  }
  const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => Number(id));
  const first = Math.max(0, ...ids) + 1;
  const connectors = slide.arrows.flatMap((arrow, index) => {
    const [source, target] = [shapes.get(arrow.from), shapes.get(arrow.to)];
    if (source === undefined || target === undefined) return [];
    return [connector(arrow, source, target, first + index, index + 1)];
  });
  // The title is the first shape of a slide: it stays first, as it is what is read first.
  const end = xml.indexOf('</p:sp>') + '</p:sp>'.length;
  return `${xml.slice(0, end)}${connectors.join('')}${xml.slice(end)}`;
}

interface Shape {
  id: string;
  box: SlideBox;
}

function connector(
  { link, says }: SlideArrow,
  source: Shape,
  target: Shape,
  id: number,
  number: number,
): string {
  const { leaves, enters, curved } = sides(source.box, target.box);
  const [x1, y1] = pointAt(source.box, leaves);
  const [x2, y2] = pointAt(target.box, enters);
  const flips = `${x2 < x1 ? ' flipH="1"' : ''}${y2 < y1 ? ' flipV="1"' : ''}`;
  const emu = (inches: number) => Math.round(inches * EMU);
  const dashes =
    link.more['confidence'] === 'low' ? 'sysDash' : link.kind === 'leadsTo' ? 'solid' : 'dash';
  return (
    `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Link ${number}" descr="${xmlText(says).replaceAll('\n', ' ')}"/>` +
    `<p:cNvCxnSpPr><a:stCxn id="${source.id}" idx="${SITE[leaves]}"/><a:endCxn id="${target.id}" idx="${SITE[enters]}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>` +
    `<p:spPr><a:xfrm${flips}><a:off x="${emu(Math.min(x1, x2))}" y="${emu(Math.min(y1, y2))}"/><a:ext cx="${emu(Math.abs(x2 - x1))}" cy="${emu(Math.abs(y2 - y1))}"/></a:xfrm>` +
    `<a:prstGeom prst="${curved ? 'curvedConnector3' : 'straightConnector1'}"><a:avLst/></a:prstGeom>` +
    `<a:ln w="9525"><a:solidFill><a:srgbClr val="3D4649"/></a:solidFill><a:prstDash val="${dashes}"/><a:tailEnd type="triangle"/></a:ln></p:spPr></p:cxnSp>`
  );
}

function sides(
  source: SlideBox,
  target: SlideBox,
): { leaves: Side; enters: Side; curved: boolean } {
  if (target.x >= source.x + source.width) return { leaves: 'right', enters: 'left', curved: true };
  if (target.x + target.width <= source.x) return { leaves: 'left', enters: 'right', curved: true };
  return target.y > source.y
    ? { leaves: 'bottom', enters: 'top', curved: false }
    : { leaves: 'top', enters: 'bottom', curved: false };
}

function pointAt({ x, y, width, height }: SlideBox, side: Side): [number, number] {
  switch (side) {
    case 'top':
      return [x + width / 2, y];
    case 'bottom':
      return [x + width / 2, y + height];
    case 'left':
      return [x, y + height / 2];
    case 'right':
      return [x + width, y + height / 2];
  }
}

const BREAK = '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-GB" dirty="0"/><a:t>';

/** Notes with a paragraph a line, where the library writes them all into one. */
export function withNotes(xml: string): string {
  return xml.replace(/<a:t>([^<]*)<\/a:t>/g, (_, text: string) => {
    return `<a:t>${text.split('\n').join(BREAK)}</a:t>`;
  });
}
