import { links } from '#app/http/links.ts';
import { lacksOf, STANDING_NAMES, STATUS_NAMES, type PlanLine } from '#app/plan/plan.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayDay, sayShortDay } from '#app/ui/words.ts';
import type { Clash } from './clashes.ts';
import type { Drift } from './drift.ts';
import type { Report } from './progress.ts';
import { worthAdding } from './worth-adding.ts';

/** How a line stands: what it lacks, what clashes, where it and the theory differ, what was reported. */
export function LineStanding(props: {
  programmeId: string;
  line: PlanLine;
  clashes: readonly Clash[];
  drift: readonly Drift[];
  reports: readonly Report[];
  mayReport: boolean;
}) {
  const { programmeId, line, clashes, drift } = props;
  const running = line.status !== 'stopped';
  const lacks = running ? lacksOf(line) : [];
  const worth = running && line.status !== 'done' ? worthAdding(line) : [];
  const open = drift.filter(({ kept }) => kept === null);
  return (
    <>
      {lacks.length === 0 ? null : (
        <p className="govuk-body">
          <strong className="tl-lacks">It lacks {inWords(lacks)}</strong> before it counts as
          covering anything.
        </p>
      )}
      {worth.length === 0 ? null : <p className="govuk-body">Worth adding: {inWords(worth)}.</p>}
      {clashes.length + open.length === 0 ? null : (
        <ul className="govuk-list govuk-list--bullet">
          {clashes.map(({ says, todo, weight }) => (
            <li key={says}>
              {weight === 'clash' ? <strong className="tl-lacks">Does not fit: </strong> : null}
              {says}. {todo}
            </li>
          ))}
          {open.map(({ key, says }) => (
            <li key={key}>
              {says}.{' '}
              <a className="govuk-link" href={links.planDrift(programmeId)}>
                Settle it<span className="govuk-visually-hidden">: {says}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Progress {...props} />
    </>
  );
}

function Progress(props: {
  programmeId: string;
  line: PlanLine;
  reports: readonly Report[];
  mayReport: boolean;
}) {
  const { programmeId, line, reports, mayReport } = props;
  const { progress } = line;
  return (
    <section>
      <h2 className="govuk-heading-m">How it goes</h2>
      <p className="govuk-body">
        {STATUS_NAMES[line.status]}.{' '}
        {progress === null ? (
          'Nothing was reported yet.'
        ) : (
          <>
            <strong>{STANDING_NAMES[progress.standing]}</strong> on {sayDay(progress.on)}
            {progress.note === '' ? '.' : `: ${progress.note}`}
          </>
        )}
      </p>
      {mayReport ? (
        <ButtonLink href={links.lineProgress(programmeId, line.id)} secondary>
          Report how it goes
        </ButtonLink>
      ) : null}
      {reports.length < 2 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Everything that was reported ({reports.length})
            </span>
          </summary>
          <div className="govuk-details__text">
            <Reports reports={reports} />
          </div>
        </details>
      )}
    </section>
  );
}

export function Reports({ reports }: { reports: readonly Report[] }) {
  return (
    <Table
      caption="What was reported, newest first"
      captionSize="s"
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Of', rowHeader: true, cell: ({ on }) => sayShortDay(on) },
        { header: 'Standing', cell: ({ standing }) => STANDING_NAMES[standing] },
        { header: 'How far', cell: ({ status }) => STATUS_NAMES[status] },
        { header: 'Note', cell: ({ note }) => note || '–' },
        { header: 'By', cell: ({ byName, at }) => `${byName}, ${sayShortDay(dayOf(at))}` },
      ]}
      empty={<p className="govuk-body">Nothing was reported yet.</p>}
    />
  );
}

/** "an owner", "an owner and a milestone", "an owner, a day and a milestone". */
function inWords(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}
