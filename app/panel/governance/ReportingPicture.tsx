import { many } from '#app/ui/words.ts';
import type { BoardLine } from './governance-page.ts';
import { BOX, inLines, reportingLines, type Box } from './reporting-lines.ts';

const MARGIN = 4;

/** Who reports to whom: who is reported to stands above. The table below says the same. */
export function ReportingPicture({ boards }: { boards: readonly BoardLine[] }) {
  const { width, height, boxes, lines } = reportingLines(boards);
  const full = width + 2 * MARGIN;
  return (
    <div className="tl-scroll" role="region" aria-label="Who reports to whom" tabIndex={0}>
      <svg
        className="tl-reporting"
        role="img"
        aria-label="Boards and groups as a tree, each under the one that it reports to. The table below says the same in words."
        viewBox={`${-MARGIN} ${-MARGIN} ${full} ${height + 2 * MARGIN}`}
        width={full}
        xmlns="http://www.w3.org/2000/svg"
      >
        {lines.map(({ from, to }) => (
          <path
            key={to.board.id}
            d={`M${from.x} ${from.y + BOX.height / 2}V${to.y - BOX.height / 2 - BOX.down / 2}H${to.x}V${to.y - BOX.height / 2}`}
            fill="none"
            stroke="#505a5f"
            strokeWidth={2}
          />
        ))}
        {boxes.map((box) => (
          <One key={box.board.id} box={box} />
        ))}
      </svg>
    </div>
  );
}

function One({ box }: { box: Box<BoardLine> }) {
  const { board, x, y } = box;
  const { count } = board;
  const [left, top] = [x - BOX.width / 2, y - BOX.height / 2];
  const panel = count.panel > 0;
  const facts = [
    count.voting > 0
      ? `${count.voting} with a vote`
      : count.seats > 0
        ? many(count.seats, 'member')
        : 'nobody named',
    board.cycle.toLowerCase(),
  ].join(', ');
  return (
    <g>
      <rect
        x={left}
        y={top}
        width={BOX.width}
        height={BOX.height}
        fill="#fff"
        stroke={panel ? '#6a2c91' : '#505a5f'}
        strokeWidth={panel ? 3 : 1.5}
      />
      {inLines(board.name, 23, 2).map((line, at) => (
        <text
          key={at}
          x={x}
          y={top + 22 + at * 18}
          textAnchor="middle"
          fontSize={15}
          fontWeight={700}
        >
          {line}
        </text>
      ))}
      <text x={x} y={top + 59} textAnchor="middle" fontSize={13}>
        {facts}
      </text>
      <text
        x={x}
        y={top + 76}
        textAnchor="middle"
        fontSize={13}
        fill={panel ? '#6a2c91' : '#505a5f'}
      >
        {panel ? 'The panel has a seat' : 'No seat of the panel'}
      </text>
    </g>
  );
}
