import type { Sensitivity } from './sensitivity.ts';

const WIDTH = 720;
const LABELS = 300;
const ROW = 30;
const TOP = 34;

export interface RankLine extends Sensitivity {
  rank: number;
  statement: string;
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * A picture of how firm the order is: a bar from the best to the worst rank of each need over all
 * weightings, and a dot where it stands by the chosen weights. Words and shapes, not colour alone.
 *
 * @param lines in their order by the chosen weights; at most 25 are drawn
 */
export function rankPicture(lines: readonly RankLine[], ranks: number): string {
  const drawn = lines.slice(0, MOST_DRAWN);
  const height = TOP + drawn.length * ROW + 8;
  const x = (rank: number) =>
    LABELS + 20 + ((rank - 1) / Math.max(1, ranks - 1)) * (WIDTH - LABELS - 40);
  const step = Math.max(1, Math.ceil(ranks / 12));
  const ticks = Array.from({ length: ranks }, (_, at) => at + 1).filter(
    (rank) => rank === 1 || rank === ranks || (rank % step === 0 && ranks - rank >= step),
  );
  const axis = ticks
    .map(
      (rank) =>
        `<line x1="${x(rank)}" y1="${TOP - 8}" x2="${x(rank)}" y2="${height - 8}" stroke="#b1b4b6"/>` +
        `<text x="${x(rank)}" y="${TOP - 14}" text-anchor="middle">${rank}</text>`,
    )
    .join('');
  const rows = drawn
    .map((line, at) => {
      const y = TOP + at * ROW + ROW / 2;
      const label = line.statement.length > 40 ? `${line.statement.slice(0, 39)}…` : line.statement;
      const length = Math.max(4, x(line.worst) - x(line.best));
      return (
        `<text x="0" y="${y + 5}">${escaped(label)}</text>` +
        `<rect x="${x(line.best) - 2}" y="${y - 5}" width="${length + 4}" height="10" fill="#9fc3e6" stroke="#0b5cad"/>` +
        `<circle cx="${x(line.rank)}" cy="${y}" r="7" fill="#0b5cad" stroke="#ffffff" stroke-width="2"/>`
      );
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Atkinson Hyperlegible, Noto Sans, Arial, sans-serif" font-size="14" fill="#0b0c0c">${axis}${rows}</svg>`;
}

export const MOST_DRAWN = 25;

/** What the picture shows, for somebody who does not see it. */
export function sayRankPicture(lines: readonly RankLine[]): string {
  const shown = lines.slice(0, MOST_DRAWN);
  return `For each need, a dot at its rank by the chosen weights and a bar from its best to its worst rank over all weightings: ${shown
    .map(({ statement, rank, best, worst }) => `${statement}: ${rank} (${best} to ${worst})`)
    .join('; ')}.`;
}
