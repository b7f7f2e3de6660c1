import type { Box } from '../graph.ts';
import { SIZE, type Placed } from '../layout.ts';
import { LOOKS, type Looks } from '../looks.ts';
import type { Mark } from './marks.ts';
import { escaped, GREY, n, pill } from './svg.ts';

const OUTLINES = {
  solid: '',
  dashed: ' stroke-dasharray="7 4"',
  dotted: ' stroke-dasharray="2 3"',
} as const;

export function boxShape(
  box: Box,
  placed: Placed | undefined,
  said: { typeName: string; mark: Mark | undefined; sharedBy: readonly string[] },
): string {
  if (placed === undefined) return '';
  const { mark, sharedBy } = said;
  const own = LOOKS[box.type];
  const looks = mark?.fill === undefined ? own : { ...own, fill: mark.fill, text: '#0b0c0c' };
  const name = [
    `${said.typeName}: ${box.label}`,
    mark === undefined ? '' : mark.name,
    sharedBy.length === 0 ? '' : `Shared by ${sharedBy.join(', ')}`,
  ];
  return (
    `<g><title>${escaped(name.filter((each) => each !== '').join(' – '))}</title>` +
    `${outline(placed, looks)}${mark?.frame === true ? frame(placed, mark) : ''}${labelText(placed, looks)}</g>`
  );
}

/** The mark of a box stands on its upper right corner, and at its foot that it is shared. */
export function boxWords(
  placed: Placed | undefined,
  mark: Mark | undefined,
  sharedBy: readonly string[],
): string {
  if (placed === undefined) return '';
  const { x, y, width, height } = placed;
  const shared =
    sharedBy.length === 0
      ? ''
      : pill({ x: x + 30, y: y + height }, ['shared'], { colour: GREY, size: 11, width: 1 });
  return mark === undefined
    ? shared
    : shared + pill({ x: x + width - 14, y }, [mark.words], { colour: mark.colour });
}

/** A line around a box, a little away from its own. */
function frame({ x, y, width, height }: Placed, { colour, dashes, width: thick }: Mark): string {
  const dashed = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`;
  return (
    `<rect x="${n(x - 4)}" y="${n(y - 4)}" width="${width + 8}" height="${height + 8}" rx="5" ` +
    `fill="none" stroke="${colour}" stroke-width="${thick}"${dashed}/>`
  );
}

function outline({ x, y, width, height }: Placed, looks: Looks): string {
  const radius = Math.min(looks.radius, height / 2);
  const shape =
    `<rect x="${n(x)}" y="${n(y)}" width="${width}" height="${height}" rx="${radius}" ` +
    `fill="${looks.fill}" stroke="${looks.line}" stroke-width="${looks.stroke}"${OUTLINES[looks.outline]}/>`;
  if (!looks.edge) return shape;
  return `${shape}<rect x="${n(x)}" y="${n(y)}" width="6" height="${height}" fill="${looks.line}"/>`;
}

const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Holds the full stop of a line from right to left at its left end, in every drawing program. */
const RIGHT_TO_LEFT_MARK = '\u200f';

function labelText({ x, y, width, height, lines }: Placed, looks: Looks): string {
  const { lineHeight, fontSize, padding } = SIZE;
  // Anchored at its end and not by its direction, which not every drawing program knows.
  const rightToLeft = RIGHT_TO_LEFT.test(lines[0] ?? '');
  const at = n(rightToLeft ? x + width - padding : x + padding);
  const first = y + (height - lines.length * lineHeight) / 2 + fontSize;
  const anchor = rightToLeft ? ' text-anchor="end"' : '';
  const mark = rightToLeft ? RIGHT_TO_LEFT_MARK : '';
  const spans = lines.map(
    (line, index) =>
      `<tspan x="${at}" y="${n(first + index * lineHeight)}">${mark}${escaped(line)}${mark}</tspan>`,
  );
  return `<text fill="${looks.text}"${anchor}>${spans.join('')}</text>`;
}
