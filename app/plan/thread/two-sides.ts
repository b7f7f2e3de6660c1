import type { EvidenceRow } from '#app/plan/evidence.ts';
import { escaped, TYPEFACE } from '#app/theory/draw.ts';
import { STATION_COLOURS } from '#app/ui/stations.ts';
import { many } from '#app/ui/words.ts';

/** One side of the picture: needs on the left, lines of the plan on the right. */
export interface Side {
  id: string;
  words: string;
}

export interface TwoSides {
  needs: Side[];
  lines: Side[];
  /** Which line stands in front of which need; a stale step lies between where `broken` is true. */
  ties: { needId: string; lineId: string; broken: boolean }[];
}

/** What stands in front of what, as the evidence rows of the plan have it. */
export function twoSides(
  needs: readonly Side[],
  lines: readonly Side[],
  evidence: readonly EvidenceRow[],
  brokenLines: ReadonlySet<string>,
): TwoSides {
  const [here, there] = [new Set(needs.map(({ id }) => id)), new Set(lines.map(({ id }) => id))];
  return {
    needs: [...needs],
    lines: [...lines],
    ties: evidence.flatMap(({ needId, lineId }) =>
      needId !== null && here.has(needId) && there.has(lineId)
        ? [{ needId, lineId, broken: brokenLines.has(lineId) }]
        : [],
    ),
  };
}

/** So many of each side are drawn; the table below has all of them. */
export const DRAWN = 60;

const ROW = 34;
const TOP = 34;
const BOX = 470;
const BETWEEN = 210;
const WIDTH = BOX * 2 + BETWEEN;
const LETTERS = 66;

/**
 * The two sides as one SVG: a thread from each need to every line in front of it. What has no thread
 * says so in words and stands in a dashed frame; a thread with a stale step is dashed.
 */
export function twoSidesSvg(picture: TwoSides): string {
  const needs = picture.needs.slice(0, DRAWN);
  const lines = picture.lines.slice(0, DRAWN);
  const height = TOP + Math.max(needs.length, lines.length, 1) * ROW + 6;
  const left = new Map(needs.map(({ id }, at) => [id, at]));
  const right = new Map(lines.map(({ id }, at) => [id, at]));
  const threads = picture.ties.flatMap(({ needId, lineId, broken }) => {
    const [from, to] = [left.get(needId), right.get(lineId)];
    return from === undefined || to === undefined
      ? []
      : [threadOf(middle(from), middle(to), broken)];
  });
  const tied = new Set(picture.ties.flatMap(({ needId, lineId }) => [needId, lineId]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="two-sides-title two-sides-desc" font-family="${TYPEFACE}">`,
    `<title id="two-sides-title">Needs and the plan lines in front of them</title>`,
    `<desc id="two-sides-desc">${escaped(twoSidesAlt(picture))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    headOf(0, 'What families need'),
    headOf(BOX + BETWEEN, 'What the plan does'),
    ...threads,
    ...needs.map((side, at) =>
      boxOf(side, 0, at, STATION_COLOURS.needs, tied.has(side.id) ? '' : 'no line'),
    ),
    ...lines.map((side, at) =>
      boxOf(side, BOX + BETWEEN, at, STATION_COLOURS.plan, tied.has(side.id) ? '' : 'no family'),
    ),
    '</svg>',
  ].join('\n');
}

/** What the picture shows, for somebody who does not see it. */
export function twoSidesAlt({ needs, lines, ties }: TwoSides): string {
  const tied = new Set(ties.flatMap(({ needId, lineId }) => [needId, lineId]));
  const lost = needs.filter(({ id }) => !tied.has(id)).length;
  const loose = lines.filter(({ id }) => !tied.has(id)).length;
  const broken = new Set(ties.filter((tie) => tie.broken).map(({ lineId }) => lineId)).size;
  return [
    `${many(needs.length, 'need')} on the left, ${many(lines.length, 'plan line')} on the right, ${many(ties.length, 'thread')} between them.`,
    lost === 0 ? 'Each need has a line.' : `${many(lost, 'need has', 'needs have')} no line.`,
    loose === 0 ? 'Each line has a need.' : `${many(loose, 'line has', 'lines have')} no need.`,
    broken === 0
      ? ''
      : `The threads of ${many(broken, 'line')} are dashed: something that they rest on has changed.`,
    Math.max(needs.length, lines.length) > DRAWN
      ? `The first ${DRAWN} of each side are drawn; the table has all.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const middle = (at: number) => TOP + at * ROW + ROW / 2 - 2;

function headOf(x: number, words: string): string {
  return `<text x="${x + 2}" y="18" font-size="16" font-weight="700" fill="#0b0c0c">${words}</text>`;
}

function threadOf(from: number, to: number, broken: boolean): string {
  const [x1, x2] = [BOX, BOX + BETWEEN];
  const bend = BETWEEN / 2;
  const dashes = broken ? ' stroke-dasharray="7 5"' : '';
  return `<path d="M${x1} ${from}C${x1 + bend} ${from} ${x2 - bend} ${to} ${x2} ${to}" fill="none" stroke="#505a5f" stroke-width="2"${dashes}/>`;
}

function boxOf({ words }: Side, x: number, at: number, colour: string, lacks: string): string {
  const y = TOP + at * ROW;
  const room = lacks === '' ? LETTERS : LETTERS - lacks.length - 3;
  const short = words.length > room ? `${words.slice(0, room - 1).trimEnd()}…` : words;
  const said =
    lacks === ''
      ? ''
      : `<text x="${x + BOX - 8}" y="${y + 19}" font-size="13" font-weight="700" text-anchor="end" fill="#942514">${lacks}</text>`;
  return [
    `<rect x="${x + 1}" y="${y + 1}" width="${BOX - 2}" height="${ROW - 6}" fill="${lacks === '' ? '#ffffff' : '#f8eae8'}" stroke="${lacks === '' ? colour : '#942514'}" stroke-width="2"${lacks === '' ? '' : ' stroke-dasharray="5 3"'}/>`,
    `<text x="${x + 8}" y="${y + 19}" font-size="13" fill="#0b0c0c">${escaped(short)}</text>`,
    said,
  ].join('');
}
