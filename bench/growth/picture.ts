import { short } from '../report.ts';
import type { Axis, Course } from './axes.ts';

const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 70;
const RIGHT = 230;
const TOP = 48;
const BOTTOM = 56;
/** Colours that can be told apart, also on grey paper, by their darkness and by their dashes. */
const STROKES = [
  { colour: '#1d70b8', dash: '' },
  { colour: '#b10e1e', dash: '8 4' },
  { colour: '#00703c', dash: '2 4' },
  { colour: '#4c2c92', dash: '12 3 2 3' },
  { colour: '#0b0c0c', dash: '5 5' },
] as const;

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (each) => `&#${each.codePointAt(0) ?? 0};`);

/**
 * The courses of one unit as a picture: both sides grow ten times a step, so that a straight rise of
 * one step to the side and one up means "ten times the size, ten times the cost", and a level line
 * that size makes no difference.
 */
export function growthPicture(axis: Axis, unit: Course['unit']): string {
  const courses = axis.courses.filter((course) => course.unit === unit && course.points.length > 0);
  const points = courses.flatMap((course) => course.points);
  const x = scale(
    points.map(({ at }) => at),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = scale(
    points.map(({ value }) => value),
    HEIGHT - BOTTOM,
    TOP,
  );
  const title = `${axis.title}: ${unit === 'ms' ? 'milliseconds' : 'megabytes'}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="Arial, sans-serif" font-size="13">`,
    `<title>${escaped(title)}. The table beside it says the same in figures.</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="24" font-size="16" font-weight="bold">${escaped(title)}</text>`,
    ...x.steps.map((at) => rule(x.of(at), TOP, x.of(at), HEIGHT - BOTTOM)),
    ...x.steps.map((at) => word(x.of(at), HEIGHT - BOTTOM + 20, short(at), 'middle')),
    ...y.steps.map((at) => rule(LEFT, y.of(at), WIDTH - RIGHT, y.of(at))),
    ...y.steps.map((at) => word(LEFT - 8, y.of(at) + 4, short(at), 'end')),
    word((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, axis.along, 'middle'),
    ...drawn(courses, x.of, y.of),
    '</svg>',
    '',
  ].join('\n');
}

function drawn(
  courses: readonly Course[],
  x: (at: number) => number,
  y: (at: number) => number,
): string[] {
  const ends = apart(courses.map(({ points }) => y(points.at(-1)?.value ?? 1)));
  return courses.flatMap(({ name, points }, i) => {
    const { colour, dash } = STROKES[i % STROKES.length] ?? STROKES[0];
    const line = points.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
    const end = points.at(-1);
    return [
      `<polyline points="${line.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`,
      ...line.map((point) => {
        const [cx = '', cy = ''] = point.split(',');
        return `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`;
      }),
      end === undefined
        ? ''
        : `<text x="${(x(end.at) + 12).toFixed(1)}" y="${((ends[i] ?? 0) + 4).toFixed(1)}" fill="${colour}">${escaped(name)}</text>`,
    ];
  });
}

/** Heights of words moved so far apart that each can be read. */
function apart(wanted: readonly number[]): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  let last = -Infinity;
  for (const { y, i } of order) {
    last = Math.max(y, last + 17);
    placed[i] = last;
  }
  return placed;
}

/** Powers of ten around some numbers, and where a number stands between two ends. */
function scale(numbers: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.max(1e-3, Math.min(...numbers))));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(1e-3, ...numbers))));
  const steps = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  const of = (number: number) =>
    from + ((Math.log10(Math.max(1e-3, number)) - low) / (high - low)) * (to - from);
  return { steps, of };
}

const rule = (x1: number, y1: number, x2: number, y2: number) =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#b1b4b6"/>`;

const word = (x: number, y: number, text: string, anchor: string) =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#0b0c0c">${escaped(text)}</text>`;
