import type { GroupReached } from './who-is-missing.ts';
import { sayPart, sayPartRange } from './standing-words.ts';

/** Each group's part of the answers over its part of the families: two bars, one above the other. */
export function PairBars(props: { title: string; groups: readonly GroupReached[] }) {
  const most = Math.max(
    0.01,
    ...props.groups.map(({ share, reached }) => Math.max(share, reached?.high ?? 0)),
  );
  return (
    <div
      className="tl-pairs"
      role="img"
      aria-label={`Bar chart: ${props.title} Answers beside all families. The table says the same in figures.`}
    >
      {props.groups.map((group) => (
        <div className="tl-pairs__row" key={group.label} aria-hidden="true">
          <span className="tl-pairs__label">{group.label}</span>
          <span className="tl-pairs__bars">
            <Bar
              part={group.reached?.low ?? null}
              words={sayPartRange(group.reached)}
              most={most}
              kind="answers"
            />
            <Bar part={group.share} words={sayPart(group.share)} most={most} kind="families" />
          </span>
        </div>
      ))}
    </div>
  );
}

function Bar(props: {
  part: number | null;
  words: string;
  most: number;
  kind: 'answers' | 'families';
}) {
  const { part, kind } = props;
  return (
    <span className="tl-pairs__bar">
      <svg width="100%" height="14" xmlns="http://www.w3.org/2000/svg">
        {part === null ? null : (
          <rect
            className={`tl-pairs__${kind}`}
            x="1"
            y="1"
            width={`${((part / props.most) * 98).toFixed(2)}%`}
            height="12"
          />
        )}
      </svg>
      <span className="tl-numbers">
        {props.words} of {kind}
      </span>
    </span>
  );
}
