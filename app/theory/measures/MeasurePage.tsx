import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import type { LibraryMeasure } from '#templates/measures/index.ts';
import { breakdownName } from './breakdowns.ts';
import { chartOf } from './chart.ts';
import { CourseTag } from './CourseTag.tsx';
import { AboutMeasure } from './Library.tsx';
import { MeasureChart } from './MeasureChart.tsx';
import { shownBaseline, type Measure } from './measure.ts';
import { sayPeriod } from './periods.ts';
import { sayShown, type SeenMeasure } from './seen.ts';
import { readNumber, sayFigure } from './units.ts';
import { brokenDown, ofEverybody, type ShownValue } from './values.ts';

/** One measure: what it is, how it stands, its figures over time and by group. */
export function MeasurePage(props: {
  programmeId: string;
  seen: SeenMeasure;
  /** The page of the box or link that it measures. */
  aboutHref: string | null;
  sharedName: string;
  from: LibraryMeasure | null;
  /** Ids of the figures, as they stand in `seen.values`, for whoever may put them right. */
  ids: readonly string[] | null;
  mayEdit: boolean;
  /** The forms and the history, for whoever may enter figures. */
  children?: ReactNode;
}) {
  const { programmeId, seen, from } = props;
  const { measure, standing } = seen;
  const chart = chartOf(seen.values, seen.line, measure.unit);
  return (
    <>
      <Breadcrumbs trail={[{ href: links.measures(programmeId), words: 'Measures' }]} />
      <Heading caption={<>Measure of {seen.about === '' ? 'nothing yet' : `“${seen.about}”`}</>}>
        {measure.label}
      </Heading>
      <p className="govuk-body">
        <CourseTag {...standing} /> {standing.because}
      </p>
      {seen.missing === '' ? null : (
        <p className="govuk-body tl-missing">Missing: {seen.missing}.</p>
      )}
      {chart === null ? null : <MeasureChart chart={chart} title={measure.label} />}
      <FiguresTable {...props} values={ofEverybody(seen.values)} />
      {brokenDown(seen.values).map(({ breakdown, period, groups }) => (
        <GroupsTable
          {...props}
          key={`${breakdown} ${period.start} ${period.end}`}
          caption={`${breakdownName(breakdown)}, ${sayPeriod(period)}`}
          groups={groups}
        />
      ))}
      {seen.values.some(({ value }) => value === HIDDEN) ? (
        <p className="govuk-body-s">
          {HIDDEN} stands where a figure would tell of fewer than five people, or would let such a
          figure be worked out.
        </p>
      ) : null}
      {props.children}
      <Facts {...props} />
      {from === null ? null : (
        <>
          <h2 className="govuk-heading-m">What the library says of it</h2>
          <AboutMeasure measure={from} />
        </>
      )}
    </>
  );
}

interface OfFigures {
  programmeId: string;
  seen: SeenMeasure;
  ids: readonly string[] | null;
}

function columnsOf({ programmeId, seen, ids }: OfFigures, nameOf: (value: ShownValue) => string) {
  const { measure, values } = seen;
  const numeric = true;
  const counts = values.some(({ denominator }) => denominator !== null);
  return [
    {
      header: 'Figure',
      numeric,
      cell: (value: ShownValue) => sayShown(value.value, measure.unit),
    },
    ...(counts
      ? [
          { header: 'Number', numeric, cell: (value: ShownValue) => plain(value.numerator) },
          { header: 'Of', numeric, cell: (value: ShownValue) => plain(value.denominator) },
          {
            header: 'By chance from',
            numeric,
            cell: (value: ShownValue) => rangeOf(value, measure),
          },
        ]
      : []),
    ...(values.some(({ note }) => note !== '')
      ? [{ header: 'Note', cell: (value: ShownValue) => value.note }]
      : []),
    ...(ids === null
      ? []
      : [
          {
            header: 'Correct',
            cell: (value: ShownValue) => (
              <a
                className="govuk-link"
                href={links.measureValue(programmeId, measure.id, ids[values.indexOf(value)] ?? '')}
              >
                Correct<span className="govuk-visually-hidden"> the figure of {nameOf(value)}</span>
              </a>
            ),
          },
        ]),
  ];
}

function plain(count: ShownValue['numerator']): string {
  return typeof count === 'number' ? sayFigure(count, '') : (count ?? '–');
}

function rangeOf({ interval }: ShownValue, { unit }: Measure): string {
  return interval === null
    ? '–'
    : `${sayFigure(interval.low, unit)} to ${sayFigure(interval.high, unit)}`;
}

function FiguresTable(props: OfFigures & { values: readonly ShownValue[] }) {
  const name = (value: ShownValue) => sayPeriod(value);
  return (
    <Table
      caption="Figures"
      rows={props.values.toReversed()}
      rowKey={({ start, end }) => `${start} ${end}`}
      empty={<p className="govuk-body">There is no figure yet.</p>}
      columns={[{ header: 'Period', rowHeader: true, cell: name }, ...columnsOf(props, name)]}
    />
  );
}

function GroupsTable(props: OfFigures & { caption: string; groups: readonly ShownValue[] }) {
  const name = (value: ShownValue) => `${value.group}, ${sayPeriod(value)}`;
  return (
    <Table
      caption={props.caption}
      captionSize="s"
      rows={props.groups}
      rowKey={({ group }) => group}
      columns={[
        { header: 'Group', rowHeader: true, cell: ({ group }) => group },
        ...columnsOf(props, name),
      ]}
    />
  );
}

function Facts(props: {
  programmeId: string;
  seen: SeenMeasure;
  aboutHref: string | null;
  sharedName: string;
  mayEdit: boolean;
}) {
  const { measure, about } = props.seen;
  const dated = (figure: string, day: string) => {
    const number = readNumber(figure);
    const words = number === null ? figure : sayFigure(number, measure.unit);
    return words === '' ? '' : `${words}${day === '' ? '' : ` on ${sayShortDay(day)}`}`;
  };
  const rows: [string, ReactNode][] = [
    [
      'Measures',
      props.aboutHref === null ? (
        ''
      ) : (
        <a className="govuk-link" href={props.aboutHref}>
          {about}
        </a>
      ),
    ],
    [
      'Counts',
      { change: 'What changed for families', delivery: 'What was done, or how many came', '': '' }[
        measure.counts
      ],
    ],
    ['Shared outcome', props.sharedName],
    ['Where the figure comes from', measure.source],
    ['Unit', measure.unit],
    ['Baseline', dated(shownBaseline(measure), measure.baselineOn)],
    ['Target', dated(measure.target, measure.targetOn)],
    ['How often', measure.frequency],
    ['Broken down by', measure.breakdowns.map(breakdownName).join('; ')],
    ['Who brings the figures', measure.owner],
  ];
  return (
    <>
      <h2 className="govuk-heading-m">The measure</h2>
      <dl className="govuk-summary-list">
        {rows.map(([name, words]) => (
          <div className="govuk-summary-list__row" key={name}>
            <dt className="govuk-summary-list__key">{name}</dt>
            <dd className="govuk-summary-list__value">
              {words === '' ? <span className="tl-missing">Not said</span> : words}
            </dd>
          </div>
        ))}
      </dl>
      <div className="govuk-button-group">
        {props.mayEdit ? (
          <a className="govuk-link" href={links.changeMeasure(props.programmeId, measure.id)}>
            Change the measure
          </a>
        ) : null}
        <a className="govuk-link" href={links.exportMeasures(props.programmeId, measure.id)}>
          Export its figures (CSV)
        </a>
      </div>
    </>
  );
}
