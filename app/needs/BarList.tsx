export interface ListedBar {
  label: string;
  /** 0 to 1; null draws no bar (hidden or unknown). */
  share: number | null;
  /** What stands after the bar: "212 (53%)" or "[c]". */
  words: string;
}

/**
 * Bars whose words stay words: they wrap on a phone and grow with the browser's text size. The table
 * under it says the same, so to assistive technology this is one picture with a name.
 */
export function BarList(props: { title: string; bars: readonly ListedBar[] }) {
  return (
    <div
      className="tl-barlist"
      role="img"
      aria-label={`Bar chart: ${props.title}. The table says the same in figures.`}
    >
      {props.bars.map((bar) => (
        <div className="tl-barlist__row" key={bar.label} aria-hidden="true">
          <span className="tl-barlist__label">{bar.label}</span>
          <span className="tl-barlist__bar">
            <svg width="100%" height="22" xmlns="http://www.w3.org/2000/svg">
              <rect className="tl-barlist__rest" width="100%" height="22" />
              {bar.share === null ? null : (
                <rect
                  className="tl-barlist__value"
                  width={`${(bar.share * 100).toFixed(2)}%`}
                  height="22"
                />
              )}
            </svg>
          </span>
          <span className="tl-barlist__words tl-numbers">{bar.words}</span>
        </div>
      ))}
    </div>
  );
}
