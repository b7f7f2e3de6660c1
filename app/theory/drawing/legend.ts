import type { Link, Theory } from '../graph.ts';
import { SIZE } from '../layout.ts';
import { textWidth } from '../text-width.ts';
import { LINK_DASHES, saidAt } from './links.ts';
import type { Mark, Marks } from './marks.ts';
import { GREY, INK, LINK_LINE, pill, words } from './svg.ts';

/** What the lines and signs of a picture mean; only what this picture shows. */
export interface Legend {
  svg: string;
  height: number;
}

interface Item {
  words: string;
  /** Drawn in a field 66 px wide, 20 px high. */
  sample: (x: number, y: number) => string;
}

const SAYS: Readonly<Record<Link['kind'], string>> = {
  leadsTo: 'leads to',
  addresses: 'addresses or explains',
  explains: 'addresses or explains',
  assumes: 'has to hold for',
  threatens: 'threatens',
};

const SAID: readonly [RegExp, string][] = [
  [/^lowers$/, 'the one lowers the other'],
  [/^feedback$/, 'meant to run back'],
  [/month|year/, 'how long the step takes'],
  [/^unsure$/, 'confidence in the step is low'],
];

const SAMPLE = 66;
const TYPE = 13;

/** The legend of a picture, as wide as this at most. */
export function legendOf(
  theory: Theory,
  marks: Marks | undefined,
  shared: boolean,
  at: { x: number; y: number; width: number },
): Legend {
  const items = itemsOf(theory, marks, shared);
  if (items.length === 0) return { svg: '', height: 0 };
  let [x, y] = [at.x, at.y + 26];
  const drawn = items.map((item) => {
    const wide = SAMPLE + 8 + textWidth(item.words, TYPE) + 28;
    if (x > at.x && x + wide > at.x + at.width) [x, y] = [at.x, y + 26];
    const svg = item.sample(x, y) + words(x + SAMPLE + 8, y + 5, item.words, { size: TYPE });
    x += wide;
    return svg;
  });
  const rule = `<path d="M${at.x} ${at.y}H${at.x + at.width}" stroke="#b1b4b6"/>`;
  return { svg: `<g>${rule}${drawn.join('')}</g>`, height: y - at.y + 20 };
}

function itemsOf(theory: Theory, marks: Marks | undefined, shared: boolean): Item[] {
  const marked = [...(marks?.links.values() ?? []), ...(marks?.boxes.values() ?? [])];
  const kinds = new Map(
    marks !== undefined && marks.links.size > 0
      ? []
      : theory.links.map(({ kind }) => [SAYS[kind], LINK_DASHES[kind]] as const),
  );
  const texts = theory.links.flatMap(saidAt);
  return [
    ...[...kinds].map(([says, dashes]): Item => ({ words: says, sample: arrow(dashes) })),
    ...SAID.flatMap(([pattern, says]): Item[] => {
      const text = texts.find((each) => pattern.test(each));
      return text === undefined || (marks?.links.size ?? 0) > 0
        ? []
        : [{ words: says, sample: label(text, GREY, 11) }];
    }),
    ...meanings(marked).map((mark): Item => ({ words: mark.name, sample: swatch(mark) })),
    ...(shared ? [{ words: 'shared by several parts', sample: label('shared', GREY, 11) }] : []),
    ...(theory.links.some(({ more }) => more['confidence'] === 'high')
      ? [{ words: 'thick: confidence in the step is high', sample: arrow('', 2.4) }]
      : []),
  ];
}

/** Each meaning once: marks that say the same with other figures are one. */
function meanings(marks: readonly Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [mark.meaning ?? mark.name, mark])).entries()].map(
    ([name, mark]) => ({ ...mark, name }),
  );
}

const arrow =
  (dashes: string, width = 1.6) =>
  (x: number, y: number) =>
    `<path d="M${x} ${y}H${x + SAMPLE - 4}" stroke="${LINK_LINE}" stroke-width="${width}"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`} marker-end="url(#theory-arrow)"/>`;

const label = (text: string, colour: string, size: number) => (x: number, y: number) =>
  pill({ x: x + SAMPLE / 2, y }, [text], { colour, size, width: 1 });

function swatch(mark: Mark): Item['sample'] {
  return (x, y) => {
    const ground =
      mark.fill === undefined
        ? ''
        : `<rect x="${x}" y="${y - 9}" width="${SAMPLE}" height="18" fill="${mark.fill}" ${edgeOf(mark)}/>`;
    return (
      ground +
      pill({ x: x + SAMPLE / 2, y }, [mark.sample ?? mark.words], {
        colour: mark.colour,
        size: 11,
        width: 1,
      })
    );
  };
}

function edgeOf({ frame, colour, dashes, width }: Mark): string {
  if (frame !== true) return `stroke="${INK}"`;
  const dashed = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`;
  return `stroke="${colour}" stroke-width="${width}"${dashed}`;
}

/** Where the legend of a picture stands: beneath everything, from margin to margin. */
export function legendPlace({ width, height }: { width: number; height: number }) {
  return { x: SIZE.margin, y: height - SIZE.margin / 2, width: width - 2 * SIZE.margin };
}
