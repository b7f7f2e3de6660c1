import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { chartOf } from '#app/theory/measures/chart.ts';
import { CourseTag } from '#app/theory/measures/CourseTag.tsx';
import { MeasureChart } from '#app/theory/measures/MeasureChart.tsx';
import { sayPeriod } from '#app/theory/measures/periods.ts';
import { sayFigure } from '#app/theory/measures/units.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { BenchmarkFields } from './BenchmarkFields.tsx';
import type { FromFiles as Files } from './file-figures.ts';
import { FromFiles } from './FromFiles.tsx';
import { NoteForm, NotesBefore } from './NoteForm.tsx';
import type { SeenScores } from './change/scores.ts';
import type { OutcomeNote, OutcomeRow } from './outcomes.ts';
import type { Quarter } from './quarters.ts';

export interface OutcomePageProps {
  programmeId: string;
  row: OutcomeRow;
  /** The quarter that the note is of, and those that can be chosen. */
  quarter: Quarter;
  quarters: Quarter[];
  /** Every note of the measure, newest quarter and number first. */
  notes: OutcomeNote[];
  /** Scores before and after that were entered for this measure. */
  scores: SeenScores[];
  /** What imported files hold of elsewhere. */
  files: Files;
  mayEnter: Answer;
  answer?: { problems: Problem[]; typed: Typed; theirs?: OutcomeNote | undefined } | undefined;
}

/** One measure for whoever answers for it: its course, what stands beside it, and what it means. */
export function OutcomePage(props: OutcomePageProps) {
  const { programmeId, row, answer } = props;
  const { seen, movement, gap, lines } = row;
  const chart = chartOf(seen.values, seen.line, seen.measure.unit);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.outcomes(programmeId), words: 'Outcomes' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={seen.about === '' ? 'Measure' : seen.about}>{seen.measure.label}</Heading>
      <div className="tl-reading">
        <p className="govuk-body">
          <CourseTag {...seen.standing} /> {seen.standing.because}
        </p>
        <p className="govuk-body">{movement.says}</p>
        {gap === null ? null : <p className="govuk-body">{gap.says}</p>}
      </div>
      {chart === null ? null : <MeasureChart chart={chart} title={seen.measure.label} />}
      <p className="govuk-body">
        <a className="govuk-link" href={links.measure(programmeId, seen.measure.id)}>
          All its figures, and where they come from
        </a>
      </p>
      <Lines programmeId={programmeId} lines={lines} />
      <ScoresOf programmeId={programmeId} scores={props.scores} />
      <Benchmarks {...props} />
      <h2 className="govuk-heading-l" id="so-what">
        So what
      </h2>
      <NoteForm {...props} />
      <NotesBefore notes={props.notes} />
    </>
  );
}

function Lines({ programmeId, lines }: { programmeId: string; lines: OutcomeRow['lines'] }) {
  return (
    <>
      <h2 className="govuk-heading-m">Plan lines that work on it</h2>
      {lines.length === 0 ? (
        <p className="govuk-body tl-missing">None: nothing in the plan moves this figure.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {lines.map(({ id, title }) => (
            <li key={id}>
              <a className="govuk-link" href={links.planLine(programmeId, id)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ScoresOf({ programmeId, scores }: Pick<OutcomePageProps, 'programmeId' | 'scores'>) {
  if (scores.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Before and after</h2>
      <ul className="govuk-list govuk-list--bullet">
        {scores.map(({ id, tool, service, period, says }) => (
          <li key={id}>
            <a className="govuk-link" href={links.change(programmeId)}>
              {tool}: {service}
            </a>
            , {period}. {says[0]}
          </li>
        ))}
      </ul>
    </>
  );
}

function Benchmarks(props: OutcomePageProps) {
  const { programmeId, row, files, mayEnter, answer } = props;
  const { unit } = row.seen.measure;
  const filled = files.filled === null ? undefined : { problems: [], typed: files.filled };
  return (
    <>
      <h2 className="govuk-heading-m" id="others">
        Beside others
      </h2>
      <Table
        caption="Figures of elsewhere"
        captionSize="s"
        rows={row.benchmarks}
        rowKey={({ benchmark }) => benchmark.id}
        empty={
          <p className="govuk-body">
            No figure of England, the region or neighbours stands beside it yet.
          </p>
        }
        columns={[
          { header: 'Where', rowHeader: true, cell: ({ benchmark }) => benchmark.name },
          {
            header: 'Figure',
            numeric: true,
            cell: ({ benchmark }) => sayFigure(benchmark.value, unit),
          },
          { header: 'Period', cell: ({ benchmark }) => sayPeriod(benchmark) },
          { header: 'Beside ours', cell: ({ says }) => says },
          { header: 'Source', cell: ({ benchmark }) => benchmark.source },
          ...(mayEnter.yes
            ? [
                {
                  header: 'Remove',
                  cell: ({ benchmark }: OutcomeRow['benchmarks'][number]) => (
                    <Form>
                      <input type="hidden" name="benchmark" value={benchmark.id} />
                      <Button intent="remove-benchmark" kind="secondary">
                        Remove
                        <span className="govuk-visually-hidden"> {benchmark.name}</span>
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayEnter.yes ? (
        <details
          className="govuk-details"
          open={answer?.typed['intent'] === 'benchmark' || files.chosen !== null || undefined}
        >
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Set a figure of elsewhere beside it</span>
          </summary>
          <div className="govuk-details__text">
            <FromFiles {...{ programmeId, measureId: row.seen.measure.id, unit, files }} />
            <Form className="tl-form">
              <BenchmarkFields unit={unit} answer={answer ?? filled} />
              <Button intent="benchmark">Set it beside ours</Button>
            </Form>
          </div>
        </details>
      ) : null}
    </>
  );
}
