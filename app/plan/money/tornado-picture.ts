import type { Sensitivity } from './benefit.ts';
import { sayRough } from './benefit-words.ts';

const WIDTH = 760;
const LABELS = 300;
const ROW = 34;
const TOP = 40;
const MOST = 15;

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/**
 * What moves the result most: a bar from the net result at its worst to that at its best, the widest on
 * top, with a line at nought where it pays back. Null where nothing moves it.
 */
export function tornadoPicture(sensitivity: readonly Sensitivity[]): string | null {
  const drawn = sensitivity.slice(0, MOST).filter(({ worst, best }) => worst !== best);
  if (drawn.length === 0) return null;
  const low = Math.min(0, ...drawn.map(({ worst }) => Number(worst)));
  const high = Math.max(0, ...drawn.map(({ best }) => Number(best)));
  const x = (pence: number) => LABELS + ((pence - low) / (high - low || 1)) * (WIDTH - LABELS - 20);
  const height = TOP + drawn.length * ROW + 10;
  const bars = drawn.map(({ what, item, from, to, worst, best }, at) => {
    const y = TOP + at * ROW;
    const [left, right] = [x(Number(worst)), x(Number(best))];
    return (
      `<text x="${LABELS - 12}" y="${y + 14}" text-anchor="end">${escaped(shortened(what))}</text>` +
      `<text x="${LABELS - 12}" y="${y + 28}" text-anchor="end" font-size="12" fill="#505a5f">${escaped(shortened(`${item === '' ? '' : `${item}: `}${from} to ${to}`))}</text>` +
      `<rect x="${left.toFixed(1)}" y="${y + 4}" width="${Math.max(1, right - left).toFixed(1)}" height="20" fill="#0b5cad"/>`
    );
  });
  const zero = x(0).toFixed(1);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(saysOf(drawn))}" font-family="Atkinson Hyperlegible, Arial, sans-serif" font-size="15" fill="#0b0c0c">` +
    `${bars.join('')}<line x1="${zero}" y1="${TOP - 6}" x2="${zero}" y2="${height - 6}" stroke="#0b0c0c" stroke-width="2" stroke-dasharray="5 3"/>` +
    `<text x="${zero}" y="${TOP - 14}" text-anchor="${Number(zero) > WIDTH - 100 ? 'end' : Number(zero) < LABELS + 60 ? 'start' : 'middle'}">Pays back</text></svg>`
  );
}

function saysOf(drawn: readonly Sensitivity[]): string {
  const [first] = drawn;
  return first === undefined
    ? ''
    : `What moves the result most: ${first.what.toLowerCase()}${first.item === '' ? '' : ` (${first.item})`}, from ${sayRough(first.worst)} to ${sayRough(first.best)}. The table says the same in figures.`;
}
