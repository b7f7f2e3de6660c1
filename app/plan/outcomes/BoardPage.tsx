import { links } from '#app/http/links.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { CourseTag } from '#app/theory/measures/CourseTag.tsx';
import { readNumber, sayFigure } from '#app/theory/measures/units.ts';
import { Heading } from '#app/ui/Page.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { OutcomesNav } from './OutcomesNav.tsx';
import type { OutcomeRow } from './outcomes.ts';
import { sayQuarter } from './quarters.ts';
import { RateBars } from './reach/RateBars.tsx';
import { sayReach } from './reach/say-reach.ts';
import type { SeenReach } from './reach/seen-reach.ts';
import { Spark } from './Spark.tsx';

/** One page for a board: the measures that matter most, who is reached, and what of it. */
export function BoardPage(props: {
  programmeId: string;
  title: string;
  today: string;
  rows: readonly OutcomeRow[];
  others: number;
  reach: SeenReach | null;
}) {
  const { programmeId, rows, others, reach } = props;
  return (
    <div className="tl-board-page">
      <Heading caption={`${props.title}, ${sayDay(props.today)}`}>How outcomes stand</Heading>
      <PlanNav programmeId={programmeId} here="outcomes" />
      <OutcomesNav programmeId={programmeId} here="board" />
      {rows.length === 0 ? (
        <p className="govuk-body">
          Nothing is measured yet.{' '}
          <a className="govuk-link" href={links.measures(programmeId)}>
            Add measures in the theory
          </a>
        </p>
      ) : (
        <ol className="tl-board">
          {rows.map((row) => (
            <Row key={row.seen.measure.id} programmeId={programmeId} row={row} />
          ))}
        </ol>
      )}
      {others === 0 ? null : (
        <p className="govuk-body-s">
          {many(others, 'more measure stands', 'more measures stand')} in{' '}
          <a className="govuk-link" href={links.outcomes(programmeId)}>
            the framework
          </a>
          . Here are those with figures, what changed for families first, and what goes wrong before
          what goes well.
        </p>
      )}
      <Reach reach={reach} />
    </div>
  );
}

function Row({ programmeId, row }: { programmeId: string; row: OutcomeRow }) {
  const { seen, note, benchmarks } = row;
  const target = readNumber(seen.measure.target);
  const [beside] = benchmarks;
  return (
    <li className="tl-board__row">
      <p>
        <a className="govuk-link" href={links.outcome(programmeId, seen.measure.id)}>
          {seen.measure.label}
        </a>
      </p>
      <Spark seen={seen} />
      <div>
        <p className="tl-board__figure">{seen.newest || 'No figure yet'}</p>
        <p>{target === null ? 'No target' : `Target ${sayFigure(target, seen.measure.unit)}`}</p>
        {beside === undefined ? null : (
          <p>
            {beside.benchmark.name} {sayFigure(beside.benchmark.value, seen.measure.unit)}
          </p>
        )}
      </div>
      <div>
        <p>
          <CourseTag {...seen.standing} />
        </p>
        <p>
          {note === null
            ? seen.standing.because
            : `${note.means}${note.means !== '' && note.next !== '' ? ' ' : ''}${note.next}`}
        </p>
      </div>
    </li>
  );
}

function Reach({ reach }: { reach: SeenReach | null }) {
  const newest = reach?.quarters.at(-1);
  if (reach === null || newest === undefined) return null;
  return (
    <>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2">
        Who is reached, {sayQuarter(newest.quarter)}
        {newest.isDraft ? ' (a draft)' : ''}
      </h2>
      <p className="govuk-body">{sayReach(reach)}</p>
      {reach.rates.length === 0 ? null : <RateBars rates={reach.rates} />}
    </>
  );
}
