export interface Bar {
  label: string;
  /** The length of the bar; null draws none (hidden or unknown) and shows `words` alone. */
  value: number | null;
  /** What stands at the end of the bar: "212 (53%)" or "[c]". */
  words: string;
}

const ROW = 34;
const LABEL = 330;
const BARS = 280;

/**
 * Horizontal bars for people who would rather look than read. The table beside it says the same, so
 * to assistive technology this is one picture with a name.
 */
export function Bars(props: {
  title: string;
  bars: readonly Bar[];
  colour?: string;
  max?: number;
}) {
  const most = Math.max(props.max ?? 0, ...props.bars.map((bar) => bar.value ?? 0)) || 1;
  const height = props.bars.length * ROW;
  return (
    <svg
      className="tl-bars"
      role="img"
      aria-label={`${props.title}. The table says the same in figures.`}
      viewBox={`0 0 720 ${height}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      {props.bars.map((bar, at) => {
        const width = bar.value === null ? 0 : Math.max(1, (bar.value / most) * BARS);
        return (
          <g key={bar.label} transform={`translate(0 ${at * ROW})`}>
            <text x={LABEL - 10} y={22} textAnchor="end" fontSize={16} fill="#0b0c0c">
              {short(bar.label)}
            </text>
            {bar.value === null ? null : (
              <rect
                x={LABEL}
                y={5}
                width={width}
                height={ROW - 10}
                fill={props.colour ?? '#0b5cad'}
              />
            )}
            <text x={LABEL + width + 8} y={22} fontSize={16} fill="#0b0c0c">
              {bar.words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const short = (label: string) => (label.length > 34 ? `${label.slice(0, 33).trimEnd()}…` : label);
