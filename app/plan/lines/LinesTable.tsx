import { links } from '#app/http/links.ts';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { poundsOrUnknown } from '#app/plan/money/money.ts';
import type { LineRow, PlanPage } from './plan-page.ts';
import { STANDING_NAMES, STATUS_NAMES } from '#app/plan/plan.ts';

/** The lines that serve one outcome. */
export function LinesTable(props: { programmeId: string; group: PlanPage['groups'][number] }) {
  const { programmeId, group } = props;
  const { outcome, rows, money } = group;
  return (
    <section className="tl-outcome">
      <h2 className="govuk-heading-m" id={outcome ? `outcome-${outcome.id}` : 'no-outcome'}>
        {outcome ? (
          <>
            <span className="tl-tag tl-theory">Outcome</span>{' '}
            <a
              className="govuk-link govuk-link--no-visited-state"
              href={links.thread(programmeId, 'box', outcome.id)}
            >
              {outcome.label}
            </a>
          </>
        ) : (
          'Lines that serve no outcome of the theory yet'
        )}
      </h2>
      <Table
        caption={`${rows.length === 1 ? '1 line' : `${rows.length} lines`}: ${money}`}
        captionSize="s"
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns(programmeId)}
      />
    </section>
  );
}

const columns = (programmeId: string): Column<LineRow>[] => [
  {
    header: 'What will be done',
    rowHeader: true,
    cell: (row) => <Title {...{ row, programmeId }} />,
  },
  { header: 'Owner', cell: (row) => row.owner || <Lacks words="No owner yet" /> },
  {
    header: 'When',
    cell: (row) =>
      row.startsOn === null && row.endsOn === null ? (
        <Lacks words="No dates yet" />
      ) : (
        <>
          <span className="tl-day">
            {row.startsOn === null ? <Lacks words="No start yet" /> : sayShortDay(row.startsOn)} to
          </span>{' '}
          <span className="tl-day">
            {row.endsOn === null ? <Lacks words="no end yet" /> : sayShortDay(row.endsOn)}
          </span>
        </>
      ),
  },
  { header: 'Milestone', cell: (row) => row.milestone || <Lacks words="No milestone yet" /> },
  {
    header: 'Cost',
    numeric: true,
    cell: (row) =>
      row.costPence === null ? <Lacks words="Not known" /> : poundsOrUnknown(row.costPence),
  },
  { header: 'Paid from', cell: (row) => row.stream ?? <Lacks words="No stream yet" /> },
  { header: 'Requirements', cell: (row) => <Requirements {...{ row, programmeId }} /> },
];

function Title({ row, programmeId }: { row: LineRow; programmeId: string }) {
  return (
    <div className="tl-line-title">
      <a className="govuk-link" href={links.planLine(programmeId, row.id)}>
        {row.title}
      </a>
      <span className="tl-under">
        {row.status === 'planned' ? null : <>{STATUS_NAMES[row.status]} · </>}
        <a
          className="govuk-link govuk-link--no-visited-state"
          href={links.thread(programmeId, 'plan-line', row.id)}
        >
          Thread<span className="govuk-visually-hidden"> of {row.title}</span>
        </a>
        {row.standing === null ? null : <> · {STANDING_NAMES[row.standing]}</>}
        {row.clashes === 0 ? null : (
          <>
            {' '}
            · <Lacks words={many(row.clashes, 'thing does not fit', 'things do not fit')} />
          </>
        )}
        {row.drift === 0 ? null : (
          <>
            {' '}
            ·{' '}
            <a className="govuk-link" href={links.planDrift(programmeId)}>
              differs from the theory<span className="govuk-visually-hidden">: {row.title}</span>
            </a>
          </>
        )}
        {row.inTheory ? null : (
          <>
            {' '}
            · <Lacks words="not in the theory" />
          </>
        )}
        {row.also.length === 0 ? null : <> · also towards {row.also.join('; ')}</>}
      </span>
    </div>
  );
}

function Requirements({ row, programmeId }: { row: LineRow; programmeId: string }) {
  if (row.requirements.length === 0) return <Lacks words="None yet" />;
  return (
    <ul className="tl-codes">
      {row.requirements.map(({ packId, requirementId }) => (
        <li key={`${packId}:${requirementId}`}>
          <a
            className="govuk-link govuk-link--no-visited-state"
            href={links.requirement(programmeId, packId, requirementId)}
          >
            {requirementId}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What is not there yet: set apart by its style and its words. */
export function Lacks({ words }: { words: string }) {
  return <em className="tl-lacks">{words}</em>;
}
