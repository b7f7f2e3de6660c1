import { links } from '#app/http/links.ts';
import { ButtonLink, PickButton } from '#app/ui/Form.tsx';
import { Select } from '#app/ui/Field.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { dayOf, many, sayDay } from '#app/ui/words.ts';
import { byDay, type Went } from './history-list.ts';
import type { HistorySeen } from './read-history.server.ts';
import { VersionTable } from './VersionTable.tsx';

interface HistoryProps {
  programmeId: string;
  seen: HistorySeen;
  versions: Parameters<typeof VersionTable>[0]['versions'];
  look: { box: string | null; by: string | null; page: number };
  mayEdit: boolean;
}

/** The named versions, and under them everything that was ever changed, by day and person. */
export function HistoryPage(props: HistoryProps) {
  const { programmeId, seen, look, mayEdit } = props;
  const asked = { box: look.box ?? '', by: look.by ?? '' };
  return (
    <>
      <VersionTable {...props} />
      <div className="govuk-button-group">
        {mayEdit ? (
          <ButtonLink href={links.nameTheory(programmeId)}>Name the theory as it is now</ButtonLink>
        ) : null}
        <ButtonLink href={links.compareTheory(programmeId)} secondary>
          Compare two states
        </ButtonLink>
      </div>
      <h2 className="govuk-heading-m" id="changes">
        Who changed what
      </h2>
      <Filter {...props} />
      <p className="govuk-body">{many(seen.total, 'change')}, latest first.</p>
      {byDay(seen.went, dayOf).map(({ day, went }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h3 className="govuk-heading-s tl-history__day" id={`day-${day}`}>
            {sayDay(day)}
          </h3>
          <ol className="tl-history">
            {went.map((each) => (
              <li key={each.sequence}>
                <Entry {...props} went={each} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <Pages
        page={look.page}
        pages={seen.pages}
        href={(page) => links.theoryHistory(programmeId, { ...asked, page })}
      />
    </>
  );
}

function Filter({ programmeId, seen, look }: HistoryProps) {
  return (
    <form method="get" action={links.theoryHistory(programmeId)} className="tl-pick">
      <Select
        name="box"
        label="Box"
        value={look.box ?? ''}
        options={[
          { value: '', label: 'All boxes' },
          ...seen.boxes.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <Select
        name="by"
        label="Changed by"
        value={look.by ?? ''}
        options={[
          { value: '', label: 'Everybody' },
          ...seen.people.map((name) => ({ value: name, label: name })),
        ]}
      />
      <PickButton>Show</PickButton>
    </form>
  );
}

/** How many lines of a long entry are shown at once. */
const SHOWN = 4;

const WAYS: Readonly<Record<Went['way'], string>> = {
  new: '',
  undo: ' took back a change:',
  redo: ' did a change again:',
};

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

function Entry({ programmeId, went, mayEdit }: HistoryProps & { went: Went }) {
  const { lines } = went;
  const time = CLOCK.format(went.at);
  const of = (
    <span className="govuk-visually-hidden">
      : {went.by}, {time}, {lines[0]}
    </span>
  );
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <time dateTime={went.at.toISOString()}>{time}</time> <strong>{went.by}</strong>
        {WAYS[went.way]} {lines.length === 1 ? lines[0] : null}
      </p>
      {lines.length > 1 ? <Lines lines={lines.slice(0, SHOWN)} /> : null}
      {lines.length > SHOWN ? (
        <details className="govuk-details govuk-!-margin-bottom-1">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              And {many(lines.length - SHOWN, 'more change')}
            </span>
          </summary>
          <Lines lines={lines.slice(SHOWN)} />
        </details>
      ) : null}
      <p className="govuk-body-s tl-noprint tl-history__ways">
        <a
          className="govuk-link"
          href={links.theoryView(programmeId, 'picture', { at: String(went.sequence) })}
        >
          See it as it was then{of}
        </a>
        <a
          className="govuk-link"
          href={links.compareTheory(programmeId, String(went.before), String(went.sequence))}
        >
          What changed{of}
        </a>
        {mayEdit ? (
          <>
            <a className="govuk-link" href={links.nameTheory(programmeId, String(went.sequence))}>
              Name this state{of}
            </a>
            <a className="govuk-link" href={links.theoryGoBack(programmeId, String(went.sequence))}>
              Go back to this{of}
            </a>
          </>
        ) : null}
      </p>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}
