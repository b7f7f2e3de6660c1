export interface Bar {
  label: string;
  /** The length of the bar; null draws none (hidden or unknown) and shows `words` alone. */
  value: number | null;
  /** What stands at the end of the bar: "212 (53%)" or "[c]". */
  words: string;
}

/**
 * Bars for people who would rather look than read. Their words stay words: they wrap on a phone and
 * grow with the browser's text size. The table beside them says the same, so to assistive technology
 * this is one picture with a name.
 *
 * @param max what fills the whole width: 1 for shares; the longest bar where nothing is given
 */
export function Bars(props: {
  title: string;
  bars: readonly Bar[];
  colour?: string;
  max?: number;
}) {
  const most = Math.max(props.max ?? 0, ...props.bars.map((bar) => bar.value ?? 0)) || 1;
  return (
    <div
      className="tl-bars"
      role="img"
      aria-label={`Bar chart: ${props.title}. The table says the same in figures.`}
    >
      {props.bars.map((bar) => (
        <div className="tl-bars__row" key={bar.label} aria-hidden="true">
          <span>{bar.label}</span>
          <span className="tl-bars__bar">
            <svg width="100%" height="22" xmlns="http://www.w3.org/2000/svg">
              <rect className="tl-bars__rest" width="100%" height="22" />
              {bar.value === null ? null : (
                <rect
                  className="tl-bars__value"
                  width={`${((bar.value / most) * 100).toFixed(2)}%`}
                  height="22"
                  fill={props.colour ?? '#0b5cad'}
                />
              )}
            </svg>
          </span>
          <span className="tl-numbers">{bar.words}</span>
        </div>
      ))}
    </div>
  );
}
