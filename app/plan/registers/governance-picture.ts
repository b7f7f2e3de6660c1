import { BOX, inLines, reportingLines, type Box } from '#app/panel/governance/reporting-lines.ts';
import { GREY, n, words } from '#app/theory/drawing/svg.ts';
import { many } from '#app/ui/words.ts';
import { inTree, type BoardInPlan } from './governance.ts';

const MARGIN = 4;
const PANEL = '#6a2c91';
const TYPEFACE = 'Atkinson Hyperlegible, Noto Sans, Arial, sans-serif';

/** Who reports to whom, drawn: who is reported to stands above. A seat of the panel is a thick frame. */
export function governanceSvg(boards: readonly BoardInPlan[]): string {
  const drawn = reportingLines(boards);
  const [width, height] = [drawn.width + 2 * MARGIN, drawn.height + 2 * MARGIN];
  const paths = drawn.lines.map(({ from, to }) => {
    const [foot, head] = [from.y + BOX.height / 2, to.y - BOX.height / 2];
    const d = `M${n(from.x)} ${n(foot)}V${n(head - BOX.down / 2)}H${n(to.x)}V${n(head)}`;
    return `<path d="${d}" fill="none" stroke="${GREY}" stroke-width="2"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" ` +
    `viewBox="${-MARGIN} ${-MARGIN} ${n(width)} ${n(height)}" font-family="${TYPEFACE}">` +
    `${paths.join('')}${drawn.boxes.map(boardBox).join('')}</svg>`
  );
}

function boardBox({ board, x, y }: Box<BoardInPlan>): string {
  const [left, top] = [x - BOX.width / 2, y - BOX.height / 2];
  const { count } = board;
  const panel = count.panel > 0;
  const seats =
    count.voting > 0
      ? `${count.voting} with a vote`
      : count.seats > 0
        ? many(count.seats, 'member')
        : 'nobody named';
  const middle = { anchor: 'middle' } as const;
  const name = inLines(board.name, 23, 2).map((line, at) =>
    words(x, top + 22 + at * 18, line, { size: 15, bold: true, ...middle }),
  );
  const says = panel ? 'The panel has a seat' : 'No seat of the panel';
  return (
    `<rect x="${n(left)}" y="${n(top)}" width="${BOX.width}" height="${BOX.height}" fill="#fff" ` +
    `stroke="${panel ? PANEL : GREY}" stroke-width="${panel ? 3 : 1.5}"/>${name.join('')}` +
    words(x, top + 59, `${seats}, ${board.cycle.toLowerCase()}`, { size: 13, ...middle }) +
    words(x, top + 76, says, { size: 13, colour: panel ? PANEL : GREY, ...middle })
  );
}

/** What the picture shows, in a sentence a board. */
export function sayGovernance(boards: readonly BoardInPlan[]): string {
  return inTree(boards)
    .map(({ board }) =>
      board.reportsToName === ''
        ? `${board.name} reports to no board of this programme.`
        : `${board.name} reports to ${board.reportsToName}.`,
    )
    .join(' ');
}
