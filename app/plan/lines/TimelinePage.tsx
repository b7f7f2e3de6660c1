import { links } from '#app/http/links.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { lagInWords } from './line-in-words.ts';
import { Lacks } from './LinesTable.tsx';
import type { Timeline, TimelineRow } from './timeline.ts';

export interface TimelineModel {
  programmeId: string;
  timeline: Timeline;
  /** Null where no line has a day. */
  svg: string | null;
  /** The picture in words. */
  says: string;
}

/** The plan as a calendar: a picture and the table that says the same; on a phone the table first. */
export function TimelinePage({ programmeId, timeline, svg, says }: TimelineModel) {
  const { clashes, groups, withoutDays, chains } = timeline;
  const [heavy, light] = [
    clashes.filter(({ weight }) => weight === 'clash'),
    clashes.filter(({ weight }) => weight === 'look'),
  ];
  return (
    <>
      <Heading size="xl">Calendar of the plan</Heading>
      <PlanNav programmeId={programmeId} here="timeline" />
      {groups.length === 0 ? (
        <p className="govuk-body-l">
          The plan has no line yet.{' '}
          <a className="govuk-link" href={links.plan(programmeId)}>
            Begin with its lines
          </a>
          ; each line with days stands here.
        </p>
      ) : null}
      {chains.length === 0 ? null : (
        <section>
          <h2 className="govuk-heading-m">What decides the end</h2>
          <ul className="govuk-list govuk-list--bullet">
            {chains.map((says) => (
              <li key={says}>{says}.</li>
            ))}
          </ul>
        </section>
      )}
      <Clashes programmeId={programmeId} title="What does not fit" clashes={heavy} />
      <div className="tl-calendar">
        {svg === null ? null : (
          <div
            className="tl-calendar__picture tl-scroll"
            role="region"
            aria-label="Calendar"
            tabIndex={0}
          >
            <div role="img" aria-label={says} dangerouslySetInnerHTML={{ __html: svg }} />
          </div>
        )}
        <div className="tl-calendar__tables">
          {withoutDays === 0 ? null : (
            <p className="govuk-body">
              {many(withoutDays, 'line has', 'lines have')} no day yet and{' '}
              {withoutDays === 1 ? 'stands' : 'stand'} in the table only.
            </p>
          )}
          {groups.map(({ title, rows }) => (
            <Table
              key={title}
              caption={title}
              captionSize="m"
              rows={rows}
              rowKey={(row) => row.id}
              columns={columns(programmeId)}
            />
          ))}
        </div>
      </div>
      <Clashes programmeId={programmeId} title="Worth a look" clashes={light} />
    </>
  );
}

function Clashes(props: { programmeId: string; title: string; clashes: Timeline['clashes'] }) {
  if (props.clashes.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{props.title}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {props.clashes.map(({ says, todo, lineIds }) => (
          <li key={says}>
            {says}.{' '}
            <a className="govuk-link" href={links.planLine(props.programmeId, lineIds[0] ?? '')}>
              {todo}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const columns = (programmeId: string): Column<TimelineRow>[] => [
  {
    header: 'Line',
    rowHeader: true,
    cell: (row) => (
      <a className="govuk-link" href={links.planLine(programmeId, row.id)}>
        {row.title}
      </a>
    ),
  },
  { header: 'How far', cell: (row) => row.state },
  {
    header: 'Starts',
    cell: ({ startsOn }) =>
      startsOn === null ? <Lacks words="No start yet" /> : <Day day={startsOn} />,
  },
  {
    header: 'Ends',
    cell: ({ endsOn }) => (endsOn === null ? <Lacks words="No end yet" /> : <Day day={endsOn} />),
  },
  { header: 'Room', cell: (row) => (row.critical ? <strong>{row.room}</strong> : row.room) },
  {
    header: 'Waits for',
    cell: ({ waitsFor }) =>
      waitsFor.length === 0 ? (
        'Nothing'
      ) : (
        <ul className="govuk-list">
          {waitsFor.map(({ id, title, lagDays, clashes }) => (
            <li key={id}>
              {title}
              {lagInWords(lagDays)}
              {clashes ? (
                <>
                  {' '}
                  <Lacks words="does not fit" />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ),
  },
  {
    header: 'Milestones',
    cell: ({ milestones }) =>
      milestones.length === 0 ? (
        <Lacks words="No milestone yet" />
      ) : (
        <ul className="govuk-list">
          {milestones.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      ),
  },
];

const Day = ({ day }: { day: string }) => <span className="tl-day">{sayShortDay(day)}</span>;
