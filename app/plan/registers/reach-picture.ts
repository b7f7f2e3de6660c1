import { GREY, INK, n, words } from '#app/theory/drawing/svg.ts';
import { isSmall } from '#app/statistics/small-numbers.ts';
import { sayShortDay } from '#app/ui/words.ts';
import { reachWords, type Communication } from './communication.ts';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT] = [520, 190, 56, 20, 20, 34];
const TYPEFACE = 'Atkinson Hyperlegible, Noto Sans, Arial, sans-serif';

/**
 * How many were reached, day by day, against the target; null with fewer than two figures. A figure of
 * fewer than five people is not drawn: its height would say how many.
 */
export function reachSvg(one: Pick<Communication, 'reach' | 'target' | 'targetOn'>): string | null {
  const { target, targetOn } = one;
  const reach = one.reach.filter(({ reached }) => !isSmall(reached));
  const [first, last] = [reach[0], reach.at(-1)];
  if (!first || !last || reach.length < 2) return null;
  const from = Date.parse(first.on);
  const to = Math.max(Date.parse(last.on), targetOn === null ? 0 : Date.parse(targetOn));
  const most = Math.max(1, target ?? 0, ...reach.map(({ reached }) => reached));
  const x = (on: string) =>
    LEFT + ((Date.parse(on) - from) / Math.max(1, to - from)) * (WIDTH - LEFT - RIGHT);
  const y = (reached: number) => HEIGHT - FOOT - (reached / most) * (HEIGHT - TOP - FOOT);
  const points = reach.map(({ on, reached }) => `${n(x(on))},${n(y(reached))}`).join(' ');
  const dots = reach.map(
    ({ on, reached }) => `<circle cx="${n(x(on))}" cy="${n(y(reached))}" r="4" fill="#0b5cad"/>`,
  );
  const lastDay = targetOn !== null && Date.parse(targetOn) === to ? targetOn : last.on;
  const aim =
    target === null
      ? ''
      : `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${n(y(target))}" y2="${n(y(target))}" stroke="${INK}" stroke-dasharray="6 4"/>` +
        words(WIDTH - RIGHT, y(target) - 5, `Target ${target.toLocaleString('en-GB')}`, {
          anchor: 'end',
        });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" ` +
    `viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${TYPEFACE}" font-size="13">` +
    `<path d="M${LEFT} ${TOP}V${HEIGHT - FOOT}H${WIDTH - RIGHT}" fill="none" stroke="${GREY}"/>` +
    `${aim}<polyline points="${points}" fill="none" stroke="#0b5cad" stroke-width="2.5"/>${dots.join('')}` +
    words(LEFT - 6, HEIGHT - FOOT + 4, '0', { anchor: 'end', colour: GREY }) +
    words(LEFT - 6, y(most) + 4, most.toLocaleString('en-GB'), { anchor: 'end', colour: GREY }) +
    words(LEFT, HEIGHT - 10, sayShortDay(first.on), { colour: GREY }) +
    words(WIDTH - RIGHT, HEIGHT - 10, sayShortDay(lastDay), { anchor: 'end', colour: GREY }) +
    '</svg>'
  );
}

/** The same in a sentence. */
export function sayReachPicture({ reach, target, counts }: Communication): string {
  const [first, last] = [reach[0], reach.at(-1)];
  if (!first || !last) return 'No figure yet.';
  const what = counts === '' ? '' : ` ${counts}`;
  const aim = target === null ? '' : ` The target is ${target.toLocaleString('en-GB')}.`;
  return `From ${reachWords(first.reached)}${what} on ${sayShortDay(first.on)} to ${reachWords(last.reached)} on ${sayShortDay(last.on)}.${aim}`;
}
