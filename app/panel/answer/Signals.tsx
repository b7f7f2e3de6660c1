import { links } from '#app/http/links.ts';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import type { AnswerSignals, QuarterOfAnswers } from './waiting.ts';

/** How many of each are named before the rest is only counted. */
const NAMED = 3;

/** Families who wait too long, and promises past their day: first thing where somebody can act. */
export function Signals({ programmeId, signals }: { programmeId: string; signals: AnswerSignals }) {
  const { tooLong, broken, daysToAnswer } = signals;
  if (tooLong.length + broken.length === 0) return null;
  return (
    <section className="govuk-inset-text tl-back" aria-labelledby="families-wait">
      <h2 className="govuk-heading-m" id="families-wait">
        Families wait for us
      </h2>
      {tooLong.length === 0 ? null : (
        <>
          <p className="govuk-body">
            {many(tooLong.length, 'theme')} without an answer after {daysToAnswer} days:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {tooLong.slice(0, NAMED).map(({ id, name, days }) => (
              <li key={id}>
                <a className="govuk-link" href={links.reply(programmeId, id)}>
                  {name}
                </a>
                : {days} days
              </li>
            ))}
            <AndMore n={tooLong.length - NAMED} programmeId={programmeId} />
          </ul>
        </>
      )}
      {broken.length === 0 ? null : (
        <>
          <p className="govuk-body">{many(broken.length, 'promise')} past its day:</p>
          <ul className="govuk-list govuk-list--bullet">
            {broken.slice(0, NAMED).map(({ id, name, status, dueOn }) => (
              <li key={id}>
                <a className="govuk-link" href={links.reply(programmeId, id)}>
                  {name}
                </a>
                : {status === 'thinking' ? 'families were to hear by' : 'it was to be done by'}{' '}
                {sayDay(dueOn)}
              </li>
            ))}
            <AndMore n={broken.length - NAMED} programmeId={programmeId} />
          </ul>
        </>
      )}
    </section>
  );
}

function AndMore({ n, programmeId }: { n: number; programmeId: string }) {
  if (n <= 0) return null;
  return (
    <li>
      <a className="govuk-link" href={links.back(programmeId)}>
        {n} more
      </a>
    </li>
  );
}

const ROW = 34;
const LABEL = 240;
const WIDTH = 360;
const PARTS = [
  { of: 'onTime', words: 'in time', fill: '#00703c' },
  { of: 'late', words: 'late', fill: '#5694ca' },
  { of: 'without', words: 'no answer yet', fill: '#b1b4b6' },
] as const;

/** How many themes had their first answer in time, quarter by quarter: a picture and its table. */
export function OnTime(props: { quarters: readonly QuarterOfAnswers[]; days: number }) {
  const { quarters, days } = props;
  if (quarters.length === 0) return null;
  const most = Math.max(...quarters.map(({ due }) => due));
  return (
    <>
      <h2 className="govuk-heading-m">How soon families heard back</h2>
      <svg
        className="tl-bars"
        role="img"
        aria-label="First answers in time, late and not yet given, by quarter. The table says the same in figures."
        viewBox={`0 0 720 ${quarters.length * ROW}`}
        xmlns="http://www.w3.org/2000/svg"
      >
        {quarters.map((quarter, at) => (
          <g key={quarter.label} transform={`translate(0 ${at * ROW})`}>
            <text x={LABEL - 10} y={22} textAnchor="end" fontSize={16} fill="#0b0c0c">
              {quarter.label}
            </text>
            <Segments quarter={quarter} most={most} />
          </g>
        ))}
      </svg>
      <Table
        caption={`First public answers within ${days} days, by the quarter in which they were due`}
        rows={quarters}
        rowKey={(row) => row.label}
        empty={null}
        columns={[
          { header: 'Quarter', rowHeader: true, cell: (row) => row.label },
          { header: 'Themes', numeric: true, cell: (row) => row.due },
          { header: 'In time', numeric: true, cell: (row) => row.onTime },
          { header: 'Late', numeric: true, cell: (row) => row.late },
          { header: 'No answer yet', numeric: true, cell: (row) => row.without },
        ]}
      />
    </>
  );
}

function Segments({ quarter, most }: { quarter: QuarterOfAnswers; most: number }) {
  let x = LABEL;
  const words = PARTS.filter(({ of }) => quarter[of] > 0).map(
    ({ of, words }) => `${quarter[of]} ${words}`,
  );
  const drawn = PARTS.map(({ of, fill }) => {
    const width = (quarter[of] / most) * WIDTH * 0.55;
    const from = x;
    x += width;
    return width === 0 ? null : (
      <rect key={of} x={from} y={5} width={Math.max(2, width - 2)} height={ROW - 10} fill={fill} />
    );
  });
  return (
    <>
      {drawn}
      <text x={x + 8} y={22} fontSize={15} fill="#0b0c0c">
        {words.join(', ')}
      </text>
    </>
  );
}
