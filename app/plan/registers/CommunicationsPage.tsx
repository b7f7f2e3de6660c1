import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Select } from '#app/ui/Field.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { MOST_DRAWN } from './calendar.ts';
import { CHANNELS } from './communication.ts';
import type { CommunicationLine, Unspoken } from './communications-page.ts';
import { RegisterRows, type FoundRows } from './RegisterRows.tsx';
import { RegistersNav } from './RegistersNav.tsx';

interface Shown extends FoundRows<CommunicationLine> {
  programmeId: string;
  all: number;
  asked: { search: string; channel: string };
  svg: string | null;
  unspoken: Unspoken;
  mayEdit: Answer;
}

/** The communications plan: whom nobody speaks to, the calendar, and every row with its reach. */
export function CommunicationsPage(props: Shown) {
  const { programmeId, all, mayEdit } = props;
  return (
    <>
      <Heading>Communications</Heading>
      <RegistersNav programmeId={programmeId} here="communications" />
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newCommunication(programmeId)}>Add to the plan</ButtonLink>
          <ButtonLink href={links.bringCommunications(programmeId)} secondary>
            Bring a file in
          </ButtonLink>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      {all === 0 ? (
        <p className="govuk-inset-text">
          Nothing is planned yet. Begin with one audience that surveys hear too little of: whom it
          is for, what it says in a sentence, through what, and how you will know whom it reached.
        </p>
      ) : null}
      <WhomNobodySpeaksTo {...props} />
      {props.svg === null ? null : <Calendar svg={props.svg} all={all} />}
      {all === 0 ? null : (
        <>
          <Register {...props} />
          <p className="govuk-body tl-noprint">
            <a className="govuk-link" href={links.communicationsFile(programmeId)}>
              Take the plan away as CSV
            </a>
            . Changed there, it can be brought in again.
          </p>
        </>
      )}
    </>
  );
}

function WhomNobodySpeaksTo({ unspoken }: Shown) {
  const { groups, languages } = unspoken;
  if (groups.length === 0 && languages.length === 0) {
    return (
      <p className="govuk-body">
        Somebody speaks to every group that too few answered of in the newest survey, and in every
        language in which families answered.
      </p>
    );
  }
  return (
    <section>
      <h2 className="govuk-heading-m">Whom nobody speaks to</h2>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {groups.map(({ name, labels, advice }) => (
          <li key={name}>
            {name}: too few answered ({labels.join(', ')}), and nothing in this plan is for them.
            {advice === '' ? null : (
              <>
                <br />
                <span className="tl-reason">Where to find them: {advice}</span>
              </>
            )}
          </li>
        ))}
        {languages.map(({ name, answers }) => (
          <li key={name}>
            {name}: {many(answers, 'family', 'families')} answered in it, and nothing in this plan
            is said in it.
          </li>
        ))}
      </ul>
    </section>
  );
}

function Calendar({ svg, all }: { svg: string; all: number }) {
  return (
    <section>
      <h2 className="govuk-heading-m">When</h2>
      <div className="tl-scroll" role="region" aria-label="Calendar" tabIndex={0}>
        <div
          role="img"
          aria-label="A bar for each communication from its first to its last day, month by month. The table below says the same."
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </div>
      <p className="govuk-body-s">
        Bar: from the first to the last day; an arrow where no last day is set. Diamond: the day of
        the target.
        {all > MOST_DRAWN ? ` The first ${MOST_DRAWN} are drawn; the table has all.` : ''}
      </p>
    </section>
  );
}

function Register({ programmeId, all, ...found }: Shown) {
  return (
    <RegisterRows
      {...found}
      one="communication"
      all={all}
      href={(query) => links.communications(programmeId, query)}
      columns={[
        {
          header: 'What',
          rowHeader: true,
          cell: (row) => (
            <div className="tl-wide-cell">
              <a className="govuk-link" href={links.communication(programmeId, row.id)}>
                {row.title}
              </a>
              <br />
              <span className="tl-reason">For {row.audience}</span>
            </div>
          ),
        },
        {
          header: 'Channel and languages',
          cell: (row) => (
            <>
              {row.channelWords}
              <br />
              <span className="tl-reason">{row.languages.join(', ') || 'No language said'}</span>
            </>
          ),
        },
        {
          header: 'When',
          cell: (row) => (
            <>
              {sayShortDay(row.fromOn)}
              {row.untilOn === null ? null : <> to {sayShortDay(row.untilOn)}</>}
              <br />
              <span className="tl-reason">{row.frequency}</span>
            </>
          ),
        },
        { header: 'Who does it', cell: (row) => row.owner || 'Nobody yet' },
        {
          header: 'Reached so far',
          cell: (row) => (
            <>
              {row.reach}
              <br />
              <span className="tl-reason">{row.courseWords}</span>
            </>
          ),
        },
        {
          header: 'It lacks',
          cell: (row) => <div className="tl-wide-cell">{row.lacks.join(', ') || '–'}</div>,
        },
      ]}
    >
      <Select
        name="channel"
        label="Channel"
        value={found.asked.channel}
        options={[{ value: '', label: 'All' }, ...CHANNELS]}
      />
    </RegisterRows>
  );
}
