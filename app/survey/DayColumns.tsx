import { sayShortDay } from '#app/ui/words.ts';
import type { DayCount } from './survey-page.ts';

const HEIGHT = 120;
const WIDTH = 720;
const FOOT = 26;

/** How many answered on each day, as columns; the table below it says the same. */
export function DayColumns({ days }: { days: readonly DayCount[] }) {
  const most = Math.max(...days.map(({ answers }) => answers), 1);
  const step = WIDTH / Math.max(days.length, 14);
  const [first] = days;
  const last = days.at(-1);
  return (
    <svg
      className="tl-bars"
      role="img"
      aria-label="Answers by day. The table says the same in figures."
      viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT + 18}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      {days.map(({ day, answers }, at) => {
        const height = (answers / most) * HEIGHT;
        return (
          <g key={day}>
            <rect
              x={at * step + 1}
              y={18 + HEIGHT - height}
              width={Math.max(step - 3, 2)}
              height={height}
              fill="#0b5cad"
            />
            {answers === most ? (
              <text
                x={at * step + step / 2}
                y={14}
                textAnchor="middle"
                fontSize={14}
                fill="#0b0c0c"
              >
                {answers}
              </text>
            ) : null}
          </g>
        );
      })}
      <line x1={0} x2={WIDTH} y1={18 + HEIGHT} y2={18 + HEIGHT} stroke="#0b0c0c" />
      <text x={0} y={HEIGHT + 38} fontSize={14} fill="#0b0c0c">
        {sayShortDay(first?.day)}
      </text>
      {days.length > 1 ? (
        <text
          x={Math.max(days.length * step, 160)}
          y={HEIGHT + 38}
          textAnchor="end"
          fontSize={14}
          fill="#0b0c0c"
        >
          {sayShortDay(last?.day)}
        </text>
      ) : null}
    </svg>
  );
}
