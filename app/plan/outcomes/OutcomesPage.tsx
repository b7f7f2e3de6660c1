import { links } from '#app/http/links.ts';
import { CourseTag } from '#app/theory/measures/CourseTag.tsx';
import { readNumber, sayFigure } from '#app/theory/measures/units.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { WAY_WORDS } from './movement.ts';
import type { OutcomeRow } from './outcomes.ts';
import { OutcomesNav } from './OutcomesNav.tsx';
import { Spark } from './Spark.tsx';
import { sayShortQuarter } from './quarters.ts';

/** The outcomes framework: what should change, how it is measured, how it stands, and what of it. */
export function OutcomesPage(props: { programmeId: string; rows: readonly OutcomeRow[] }) {
  const { programmeId, rows } = props;
  return (
    <>
      <Heading>Outcomes</Heading>
      <PlanNav programmeId={programmeId} here="outcomes" />
      <OutcomesNav programmeId={programmeId} here="framework" />
      {rows.length === 0 ? (
        <Nothing programmeId={programmeId} />
      ) : (
        <>
          <Summary rows={rows} programmeId={programmeId} />
          <Framework {...props} />
        </>
      )}
    </>
  );
}

function Nothing({ programmeId }: { programmeId: string }) {
  return (
    <>
      <p className="govuk-body">
        The framework is made of the measures of the theory of change, and there is none yet. Set a
        measure beside an outcome: it then stands here with its baseline, its figures and its
        target.
      </p>
      <ButtonLink href={links.measures(programmeId)}>Add measures in the theory</ButtonLink>
    </>
  );
}

function Summary({ rows, programmeId }: { rows: readonly OutcomeRow[]; programmeId: string }) {
  const of = (...courses: string[]) =>
    rows.filter(({ seen }) => courses.includes(seen.standing.course)).length;
  const silent = rows.filter(({ note, seen }) => note === null && seen.newest !== '').length;
  return (
    <>
      <p className="govuk-body">
        {many(rows.length, 'measure')}: {of('reached', 'onCourse')} on course or reached,{' '}
        {of('behind', 'away')} behind or moving away, {of('near')} too close to call, and of{' '}
        {of('cannotSay')} nothing can be said yet.{' '}
        {silent === 0
          ? 'What each figure means is written down.'
          : `Of ${silent} with figures nobody has written what they mean.`}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.outcomesFile(programmeId)}>
          Take the framework away as CSV
        </a>
      </p>
    </>
  );
}

function Framework({ programmeId, rows }: { programmeId: string; rows: readonly OutcomeRow[] }) {
  return (
    <Table
      caption="Every outcome with its measures"
      rows={rows}
      rowKey={({ seen }) => seen.measure.id}
      columns={[
        { header: 'Measure', rowHeader: true, cell: (row) => <Name {...{ programmeId, row }} /> },
        { header: 'Over time', cell: ({ seen }) => <Spark seen={seen} /> },
        { header: 'Newest and target', cell: ({ seen }) => <Figures seen={seen} /> },
        {
          header: 'How it stands',
          cell: ({ seen, movement }) => (
            <>
              <CourseTag {...seen.standing} />
              <br />
              {WAY_WORDS[movement.way]}
            </>
          ),
        },
        { header: 'Between groups, and elsewhere', cell: (row) => <Beside {...row} /> },
        { header: 'So what', cell: (row) => <SoWhat {...{ programmeId, row }} /> },
      ]}
    />
  );
}

function Name({ programmeId, row: { seen, lines } }: { programmeId: string; row: OutcomeRow }) {
  const { measure, about } = seen;
  return (
    <div className="tl-framework__name">
      {about === '' ? null : <p>{about}</p>}
      <p>
        <a className="govuk-link" href={links.outcome(programmeId, measure.id)}>
          {measure.label === '' ? 'A measure without a name' : measure.label}
        </a>
      </p>
      <p>
        {lines.length === 0 ? 'No plan line works on it' : many(lines.length, 'plan line')};{' '}
        {measure.owner === '' ? 'nobody brings it yet' : `brought by ${measure.owner}`}
      </p>
    </div>
  );
}

function Figures({ seen }: { seen: OutcomeRow['seen'] }) {
  const target = readNumber(seen.measure.target);
  return (
    <>
      {seen.newest || 'No figure yet'}
      <br />
      {target === null ? (
        <span className="tl-missing">No target</span>
      ) : (
        <span className="tl-reason">Target {sayFigure(target, seen.measure.unit)}</span>
      )}
    </>
  );
}

function Beside({ gap, benchmarks, seen }: OutcomeRow) {
  const { unit } = seen.measure;
  const apart =
    gap === null
      ? []
      : [
          `${gap.lowest.group} ${sayFigure(gap.lowest.value, unit)} to ${gap.highest.group} ${sayFigure(gap.highest.value, unit)}${gap.beyondChance === false ? ', within chance' : ''}`,
        ];
  const others = benchmarks.map(
    ({ benchmark }) => `${benchmark.name} ${sayFigure(benchmark.value, unit)}`,
  );
  const said = [...apart, ...others];
  if (said.length === 0) return <>–</>;
  return (
    <>
      {said.map((words) => (
        <p className="govuk-body-s govuk-!-margin-bottom-1" key={words}>
          {words}
        </p>
      ))}
    </>
  );
}

function SoWhat({ programmeId, row: { seen, note } }: { programmeId: string; row: OutcomeRow }) {
  if (note === null) {
    return (
      <a className="govuk-link" href={`${links.outcome(programmeId, seen.measure.id)}#so-what`}>
        Write it
        <span className="govuk-visually-hidden"> for {seen.measure.label}</span>
      </a>
    );
  }
  return (
    <div className="tl-framework__note">
      {note.means || note.next} <span className="tl-reason">({sayShortQuarter(note.quarter)})</span>
    </div>
  );
}
