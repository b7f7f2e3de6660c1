import { GREY, INK, n, words } from '#app/theory/drawing/svg.ts';
import { FRAMEWORK, rankOf, type FrameworkId } from './frameworks.ts';
import { MOVED_WORDS, type EvaluatedItem } from './self-evaluation.ts';

const [NAMES, STEP, ROW, HEAD] = [330, 105, 30, 40];
const TYPEFACE = 'Atkinson Hyperlegible, Noto Sans, Arial, sans-serif';
const PLAN = '#0b5cad';

/**
 * Where each item stands on its scale: a filled circle now, a hollow one in the round before with an
 * arrow between, a diamond for the panel.
 */
export function ratingsSvg(framework: FrameworkId, items: readonly EvaluatedItem[]): string {
  const { ratings } = FRAMEWORK[framework];
  const width = NAMES + ratings.length * STEP + 10;
  const height = HEAD + items.length * ROW + 8;
  const x = (rank: number) => NAMES + rank * STEP + STEP / 2;
  const head = ratings.flatMap(({ label }, rank) => [
    ...inTwo(label).map((line, at) =>
      words(x(rank), 14 + at * 14, line, { size: 12, bold: true, anchor: 'middle' }),
    ),
    `<line x1="${x(rank)}" x2="${x(rank)}" y1="${HEAD - 4}" y2="${height}" stroke="#d8dadb"/>`,
  ]);
  const rows = items.flatMap((one, at) => rowOf(framework, one, HEAD + at * ROW + ROW / 2, x));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" font-family="${TYPEFACE}" font-size="13">${[...head, ...rows].join('')}</svg>`
  );
}

function inTwo(label: string): string[] {
  const at = label.lastIndexOf(' ', 15);
  return label.length <= 15 || at < 0 ? [label] : [label.slice(0, at), label.slice(at + 1)];
}

function rowOf(
  framework: FrameworkId,
  one: EvaluatedItem,
  y: number,
  x: (rank: number) => number,
): string[] {
  const { title } = one.item;
  const short = title.length > 48 ? `${title.slice(0, 47)}…` : title;
  const [now, before, panel] = [one.rating, one.before, one.panelRating].map((rating) =>
    rankOf(framework, rating),
  );
  const drawn = [words(0, y + 4, short)];
  if (now === null || now === undefined) {
    return [
      ...drawn,
      `<rect x="${x(0) - 34}" y="${y - 10}" width="68" height="20" fill="#fff"/>`,
      words(x(0), y + 4, 'Not rated', { colour: GREY, anchor: 'middle' }),
    ];
  }
  if (before !== null && before !== undefined && before !== now) {
    const way = now > before ? 1 : -1;
    const end = x(now) - way * 11;
    drawn.push(
      `<circle cx="${n(x(before))}" cy="${y}" r="6" fill="#fff" stroke="${GREY}" stroke-width="2"/>`,
      `<path d="M${n(x(before) + way * 8)} ${y}H${n(end)}m${-way * 6} -4l${way * 6} 4l${-way * 6} 4" fill="none" stroke="${GREY}" stroke-width="2"/>`,
    );
  }
  drawn.push(`<circle cx="${n(x(now))}" cy="${y}" r="8" fill="${PLAN}"/>`);
  if (panel !== null && panel !== undefined) {
    drawn.push(
      `<path d="M${n(x(panel) + 20)} ${y - 7}l7 7l-7 7l-7 -7z" fill="#fff" stroke="${INK}" stroke-width="2"/>`,
    );
  }
  return drawn;
}

/** The same in words, a sentence an item. */
export function sayRatings(items: readonly EvaluatedItem[]): string {
  return items
    .map((one) => {
      const moved = one.moved === 'up' || one.moved === 'down' ? `, ${MOVED_WORDS[one.moved]}` : '';
      const panel = one.panelWords === '' ? '' : `; the panel: ${one.panelWords}`;
      return `${one.item.title} ${one.ratingWords}${moved}${panel}.`;
    })
    .join(' ');
}
