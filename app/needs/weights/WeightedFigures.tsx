import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { sayPart } from '../missing/standing-words.ts';
import type { Moved } from './moved.ts';
import type { ShownWeights } from './weigh.ts';

const MOST_MOVED = 15;

/** What weighting does: how far it had to go, what is left over, and which figures it changes. */
export function WeightedFigures(props: {
  shown: ShownWeights;
  moved: readonly Moved[];
  titles: Readonly<Record<string, string>>;
}) {
  const { shown, moved, titles } = props;
  return (
    <>
      <h2 className="govuk-heading-l">What these weights do</h2>
      <Cost shown={shown} />
      {shown.margins.map(({ question, groups }) => (
        <Table
          key={question}
          caption={titles[question] ?? question}
          rows={groups}
          rowKey={({ label }) => label}
          columns={[
            { header: 'Group', rowHeader: true, cell: ({ label }) => label },
            { header: 'Unweighted', numeric: true, cell: ({ unweighted }) => tenth(unweighted) },
            { header: 'Wanted', numeric: true, cell: ({ wanted }) => tenth(wanted) },
            { header: 'Weighted', numeric: true, cell: ({ weighted }) => tenth(weighted) },
            {
              header: 'Left over',
              numeric: true,
              cell: ({ wanted, weighted }) => points(weighted - wanted),
            },
          ]}
        />
      ))}
      {shown.rounded ? (
        <p className="govuk-body-s">
          Some groups are hidden in the results. Their figures are left out here and the others are
          rounded, because a weight tells how few there are.
        </p>
      ) : null}
      <h2 className="govuk-heading-m">What changes most</h2>
      <Table
        caption="Results unweighted beside weighted, the largest change first"
        captionSize="s"
        rows={moved.slice(0, MOST_MOVED)}
        rowKey={({ question, label }) => `${question} ${label}`}
        columns={[
          {
            header: 'Answer',
            rowHeader: true,
            cell: ({ title, label }) => (
              <>
                {label}
                <span className="tl-small">{title}</span>
              </>
            ),
          },
          { header: 'Unweighted', numeric: true, cell: ({ unweighted }) => sayPart(unweighted) },
          { header: 'Weighted', numeric: true, cell: ({ weighted }) => sayPart(weighted) },
          {
            header: 'Change in points',
            numeric: true,
            cell: ({ unweighted, weighted }) => wholePoints(unweighted, weighted),
          },
        ]}
        empty={<p className="govuk-body">No figure can be shown yet.</p>}
      />
    </>
  );
}

function Cost({ shown }: { shown: ShownWeights }) {
  const { effect, least, most, raked, leftOut, rounded } = shown;
  const about = rounded ? 'about ' : '';
  return (
    <>
      <p className="govuk-body">
        <strong>
          {many(effect.answers, 'answer')} say as much as {about}
          {Math.round(effect.effective).toLocaleString('en-GB')} would without weights
        </strong>{' '}
        (effective number, Kish). Every range is wider by {about}
        {Math.round(100 * (Math.sqrt(effect.effect) - 1))}%: design effect {about}
        {effect.effect.toFixed(2)}.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          One answer counts for {about}
          {least.toFixed(2)} at least and {about}
          {most.toFixed(2)} at most. {many(raked.atLimit, 'answer')}{' '}
          {raked.atLimit === 1 ? 'stands' : 'stand'} at a limit.
        </li>
        <li>
          {raked.converged
            ? `All groups match, after ${many(raked.cycles, 'round')}.`
            : `Not all groups match: the limits, or groups that go together, do not allow it. The largest gap is ${sayPart(raked.largestGap)} of what a group should be, after ${many(raked.cycles, 'round')}.`}
        </li>
        {leftOut > 0 ? <li>{many(leftOut, 'answer')} left out, for want of a group.</li> : null}
        {effect.effect > 2 ? (
          <li>
            More than half of the answers’ worth is lost. Narrow the limits, merge groups, or
            better: find the families who are missing.
          </li>
        ) : null}
      </ul>
      <p className="govuk-body-s">
        Weights repair who answered only by what is compared. They do not tell what those think who
        did not answer.
      </p>
    </>
  );
}

const tenth = (part: number) => `${(100 * part).toFixed(1)}%`;

/** Whole points only: a closer figure would tell how many of a small group gave the answer. */
function wholePoints(from: number, to: number): string {
  const difference = Math.round(100 * to) - Math.round(100 * from);
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '−'}${Math.abs(difference)}`;
}

/** 0.034 as "+3.4 points". */
function points(difference: number): string {
  const rounded = Math.round(1000 * difference) / 10;
  if (rounded === 0) return '0';
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)} points`;
}
