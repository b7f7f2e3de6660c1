import type { Chart, Point } from './chart.ts';

const at = (value: number) => value.toFixed(1);

/**
 * A measure over time: figures as dots on a line, the plan as a dashed line that ends in a diamond.
 * Shapes tell them apart, not colour alone; the table beneath says the same in figures.
 */
export function MeasureChart({ chart, title }: { chart: Chart; title: string }) {
  const { width, height, runs, plan, ticks } = chart;
  return (
    <figure className="tl-measure-chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Line chart: ${title}. The table says the same in figures.`}
        xmlns="http://www.w3.org/2000/svg"
      >
        {ticks.map(({ y, words }) => (
          <g key={words}>
            <line
              className="tl-measure-chart__grid"
              x1="64"
              x2={width - 16}
              y1={at(y)}
              y2={at(y)}
            />
            <text x="58" y={at(y + 5)} textAnchor="end">
              {words}
            </text>
          </g>
        ))}
        {plan === null ? null : <Plan {...plan} />}
        {runs.map((run) => (
          <Run key={run[0]?.words} run={run} />
        ))}
        <text x="64" y={height - 8}>
          {chart.firstDay}
        </text>
        <text x={width - 16} y={height - 8} textAnchor="end">
          {chart.lastDay}
        </text>
      </svg>
      <figcaption className="govuk-body-s">
        Dots on a line: the figures
        {hasRange(runs) ? ', with the range that chance alone leaves' : ''}.
        {plan === null
          ? ''
          : ` Dashed line: from the baseline of ${plan.from} to the target of ${plan.to} (diamond).`}
      </figcaption>
    </figure>
  );
}

const hasRange = (runs: readonly (readonly Point[])[]) =>
  runs.some((run) => run.some(({ range }) => range !== null));

function Plan({ x1, y1, x2, y2 }: NonNullable<Chart['plan']>) {
  return (
    <g className="tl-measure-chart__plan">
      <line x1={at(x1)} y1={at(y1)} x2={at(x2)} y2={at(y2)} />
      <rect x={at(x1 - 5)} y={at(y1 - 5)} width="10" height="10" />
      <path d={`M${at(x2)} ${at(y2 - 8)}l8 8-8 8-8-8z`} />
    </g>
  );
}

function Run({ run }: { run: readonly Point[] }) {
  return (
    <g className="tl-measure-chart__run">
      {run.map(({ x, range }) =>
        range === null ? null : (
          <path
            key={x}
            className="tl-measure-chart__range"
            d={`M${at(x - 4)} ${at(range.top)}h8M${at(x)} ${at(range.top)}V${at(range.bottom)}M${at(x - 4)} ${at(range.bottom)}h8`}
          />
        ),
      )}
      <polyline points={run.map(({ x, y }) => `${at(x)},${at(y)}`).join(' ')} />
      {run.map(({ x, y, words }) => (
        <circle key={words} cx={at(x)} cy={at(y)} r="5" />
      ))}
    </g>
  );
}
