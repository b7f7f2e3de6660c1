import {
  boxesById,
  column,
  drawn,
  tierOf,
  typeName,
  type Box,
  type BoxType,
  type Link,
  type Theory,
} from '../graph.ts';
import { layout } from '../layout.ts';
import { partsOf, viewOf } from '../parts.ts';
import { textWidth } from '../text-width.ts';
import { countsInWords, linkSentence, outlineText, relationsOf, usedTypes } from '../words.ts';
import { wrapText } from '../wrap.ts';

/**
 * A theory as slides to show and to change: the whole on one, each part on one, and then tier by tier
 * what leads to what, large enough to read in a room. All words stand in the notes. Inches and points.
 */

export interface Slide {
  title: string;
  notes: string;
  boxes: SlideBox[];
  arrows: SlideArrow[];
  /** Words that stand by themselves, such as the name of a column. */
  labels: { text: string; x: number; y: number; width: number; size: number }[];
}

export interface SlideBox {
  id: string;
  type: BoxType;
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Size of the letters in points. */
  size: number;
}

export interface SlideArrow {
  link: Link;
  from: string;
  to: string;
  /** For those who do not see it. */
  says: string;
}

/** A slide of 13.33 by 7.5 inches, and the part of it under the title. */
export const SLIDE = {
  width: 13.333,
  height: 7.5,
  left: 0.3,
  top: 1,
  right: 13.03,
  bottom: 7.2,
} as const;

/** Pixels of the layout in an inch, and points in a pixel of letters. */
const PIXELS = 96;
const POINTS = 72;

/** The slides of a theory, in the order in which they are shown. */
export function slidesOf(theory: Theory): Slide[] {
  const parts = partsOf(theory)
    .map((part) => ({ part, view: viewOf(theory, part.id) }))
    .filter(({ view }) => view.boxes.length > 0 && view.boxes.length < theory.boxes.length);
  return [
    overview(theory, theory.title),
    ...parts.map(({ part, view }) => overview(view, part.name)),
    ...usedTypes(theory).flatMap((type) => tierSlides(theory, type)),
  ];
}

/** A whole theory, made to fit. */
function overview(theory: Theory, title: string): Slide {
  const placed = layout(theory);
  const width = SLIDE.right - SLIDE.left;
  const height = SLIDE.bottom - SLIDE.top;
  const scale = Math.min(width / placed.width, height / placed.height, 1.3 / PIXELS);
  const left = SLIDE.left + (width - placed.width * scale) / 2;
  const x = (at: number) => left + at * scale;
  const y = (at: number) => SLIDE.top + at * scale;
  // Letters a little smaller than the boxes ask for: the reader's typeface may be wider than ours.
  const size = round(14 * scale * POINTS * 0.92);
  return {
    title,
    notes: `${title}: ${countsInWords(theory)}.\n\n${outlineText(theory)}`,
    boxes: theory.boxes.flatMap((box): SlideBox[] => {
      const at = placed.boxes.get(box.id);
      if (at === undefined) return [];
      return [
        {
          id: box.id,
          type: box.type,
          text: box.label,
          x: x(at.x),
          y: y(at.y),
          width: at.width * scale,
          height: at.height * scale,
          size,
        },
      ];
    }),
    arrows: arrowsOf(theory, theory.links),
    labels: [...placed.columns, ...placed.bands].map((region) => ({
      text: region.title,
      x: x(region.x),
      y: y(region.y),
      width: region.width * scale,
      size: Math.max(size, round(15 * scale * POINTS)),
    })),
  };
}

const round = (points: number) => Math.max(1, Math.round(points * 10) / 10);

function arrowsOf(theory: Theory, links: readonly Link[]): SlideArrow[] {
  const byId = boxesById(theory);
  return links.flatMap((link): SlideArrow[] => {
    const { from, to } = drawn(link, byId);
    if (!byId.has(from) || !byId.has(to) || from === to) return [];
    return [{ link, from, to, says: linkSentence(theory, link, byId) }];
  });
}

/** As many boxes as can be read from the back of a room. */
const MOST_ON_A_SIDE = 7;

/** The boxes of a type on the left, and what they lead to on the right. */
function tierSlides(theory: Theory, type: BoxType): Slide[] {
  const byId = boxesById(theory);
  const name = typeName(theory, type).many;
  const all = arrowsOf(theory, theory.links);
  const chunks = chunked(column(theory, type), (box) =>
    all.filter(({ from }) => from === box.id).map(({ to }) => to),
  );
  return chunks.map(({ boxes, targets }, index) => {
    const part = chunks.length === 1 ? '' : `, ${index + 1} of ${chunks.length}`;
    const ids = new Set(boxes.map(({ id }) => id));
    const right = targets.flatMap((id) => byId.get(id) ?? []).filter(({ id }) => !ids.has(id));
    const there = new Set([...ids, ...right.map(({ id }) => id)]);
    const arrows = all.filter(({ from, to }) => ids.has(from) && there.has(to));
    return {
      title: `${name}${right.length === 0 ? '' : andWhat(type)}${part}`,
      notes: boxes.map((box) => notesOf(theory, box)).join('\n\n'),
      boxes:
        right.length === 0
          ? [...stacked(boxes, 0.4, 12.4)]
          : [...stacked(boxes, 0.4, 5.2), ...stacked(right, 7.7, 5.2)],
      arrows,
      labels: [],
    };
  });
}

/** What stands on the right of a slide, seen from what stands on the left. */
function andWhat(type: BoxType): string {
  if (type === 'need' || type === 'rootCause') return ' and what answers them';
  return tierOf(type) === null ? ' and what they bear on' : ' and what they lead to';
}

/** Boxes in groups that fit a slide, with all that each group leads to. */
function chunked(
  boxes: readonly Box[],
  leadsTo: (box: Box) => string[],
): { boxes: Box[]; targets: string[] }[] {
  const chunks: { boxes: Box[]; targets: string[] }[] = [];
  for (const box of boxes) {
    const last = chunks.at(-1);
    const targets = [...new Set([...(last?.targets ?? []), ...leadsTo(box)])];
    const fits =
      last !== undefined &&
      last.boxes.length < MOST_ON_A_SIDE &&
      targets.length <= Math.max(MOST_ON_A_SIDE, last.targets.length);
    if (fits) {
      last.boxes.push(box);
      last.targets = targets;
    } else chunks.push({ boxes: [box], targets: leadsTo(box) });
  }
  return chunks;
}

function stacked(boxes: readonly Box[], x: number, width: number): SlideBox[] {
  const room = SLIDE.bottom - SLIDE.top;
  const gap = Math.min(0.2, (room / boxes.length) * 0.15);
  const height = Math.min(1.3, (room - gap * (boxes.length - 1)) / boxes.length);
  const top = SLIDE.top + (room - boxes.length * height - (boxes.length - 1) * gap) / 2;
  return boxes.map((box, index) => ({
    id: box.id,
    type: box.type,
    ...fitted(box.label, width, height),
    x,
    y: top + index * (height + gap),
    width,
    height,
  }));
}

const SIZES: readonly number[] = [18, 16, 14, 12, 11, 10, 9, 8];
const MARGIN = 0.1;

/** The largest letters with which a text stays in its box; the smallest with what fits of it. */
export function fitted(
  text: string,
  width: number,
  height: number,
): { text: string; size: number } {
  const words = text.replace(/\s+/g, ' ').trim();
  const inner = (width - 2 * MARGIN) * PIXELS * 0.94;
  const linesAt = (size: number) =>
    Math.max(1, Math.floor(((height - 2 * MARGIN * 0.6) * POINTS) / (size * 1.2)));
  for (const size of SIZES) {
    const fontSize = (size * PIXELS) / POINTS;
    const roughly = textWidth(words, fontSize, 'regular') / inner;
    if (roughly > linesAt(size)) continue;
    const lines = wrapText(words, inner, { fontSize, weight: 'regular' });
    if (lines.length <= linesAt(size)) return { text: words, size };
  }
  const size = SIZES.at(-1) ?? 8;
  const fontSize = (size * PIXELS) / POINTS;
  const lines = wrapText(words, inner, { fontSize, weight: 'regular' }, linesAt(size));
  return { text: lines.join(' '), size };
}

function notesOf(theory: Theory, box: Box): string {
  const relations = relationsOf(theory, box.id).map(({ says, other, link }) => {
    const reason = link.reason.trim() === '' ? '' : `: ${link.reason.trim()}`;
    return `- ${says} “${other.label}”${reason}`;
  });
  return [box.label, ...(box.detail.trim() === '' ? [] : [box.detail.trim()]), ...relations].join(
    '\n',
  );
}
