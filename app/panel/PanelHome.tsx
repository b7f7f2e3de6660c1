import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { WhoIsOnIt } from './WhoIsOnIt.tsx';
import type { PanelHome as Model } from './panel-home.ts';
import type { PanelRoom } from './panel-rooms.ts';

/** A group to ask for: "Ask 3 more. Fathers: 2 of 10 members, 43% of families". */
interface Gap {
  label: string;
  ask: number;
  words: string;
}

interface NextMeeting {
  id: string;
  title: string;
  heldOn: string;
  startsAt: string;
}

interface Waiting {
  words: string;
  href: string;
  pressing: boolean;
}

/** The panel at a glance: who is on it and missing, what is asked, and what waits for an answer. */
export function PanelHome(props: {
  programmeId: string;
  home: Model;
  gaps: readonly Gap[];
  /** The open call that somebody can be asked by, if there is one. */
  openCall: string | null;
  meeting: NextMeeting | null;
  waits: readonly Waiting[];
  rooms: readonly PanelRoom[];
  mayManage: Answer;
  maySee: Answer;
}) {
  const { programmeId, home, waits, rooms, mayManage } = props;
  return (
    <>
      <Heading size="xl">Parent carer panel</Heading>
      <div className="tl-columns tl-panel">
        <Members {...props} />
        <Asked {...{ programmeId, home, mayManage, meeting: props.meeting }} />
        <Waiting {...{ programmeId, home, waits }} />
      </div>
      <Rooms rooms={rooms} />
      <WhoIsOnIt breakdowns={home.breakdowns} parents={home.parents} />
    </>
  );
}

function Members(props: Parameters<typeof PanelHome>[0]) {
  const { programmeId, home, gaps, openCall, maySee, mayManage } = props;
  const nobody = home.parents + home.practitioners === 0;
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">Who is on it</h2>
      {nobody ? (
        <p className="govuk-body">
          Nobody is on the panel yet. Begin with the parents and carers who said that they would
          like to help.
        </p>
      ) : (
        <ul className="govuk-list tl-numbers tl-heads">
          <li>
            <strong>{home.parents}</strong>{' '}
            {home.parents === 1 ? 'parent or carer' : 'parents and carers'}
          </li>
          <li>
            <strong>{home.practitioners}</strong>{' '}
            {home.practitioners === 1 ? 'practitioner' : 'practitioners'}
          </li>
        </ul>
      )}
      <Missing {...{ programmeId, home, gaps }} />
      {maySee.yes ? (
        <p className="govuk-body">
          {gaps.length > 0 ? (
            <>
              <a
                className="govuk-link"
                href={openCall ? links.call(programmeId, openCall) : links.calls(programmeId)}
              >
                {openCall ? 'Ask them by the open call' : 'Open a call to ask them'}
              </a>
              <br />
            </>
          ) : null}
          <a className="govuk-link" href={links.members(programmeId)}>
            Members of the panel
          </a>
        </p>
      ) : (
        <p className="govuk-body tl-reason">{maySee.reason}</p>
      )}
      {nobody && mayManage.yes ? (
        <ButtonLink href={links.newMember(programmeId)}>Add the first member</ButtonLink>
      ) : null}
    </section>
  );
}

/** At most three groups: the rest stands on the page of its own. */
function Missing(props: { programmeId: string; home: Model; gaps: readonly Gap[] }) {
  const { programmeId, home, gaps } = props;
  const lines =
    gaps.length > 0
      ? gaps.slice(0, 3).map(({ ask, words }) => `Ask ${ask} more. ${words}`)
      : home.missing.slice(0, 3).map((group) => `Nobody ${group}`);
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Who is missing</h3>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href={links.panelMissing(programmeId)}>
          The panel beside the families who live here
        </a>
      </p>
    </>
  );
}

function Asked(props: {
  programmeId: string;
  home: Model;
  mayManage: Answer;
  meeting: NextMeeting | null;
}) {
  const { programmeId, home, mayManage, meeting } = props;
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">When they meet, what they are asked</h2>
      <p className="govuk-body">
        {meeting ? (
          <>
            Next meeting:{' '}
            <a className="govuk-link" href={links.meeting(programmeId, meeting.id)}>
              {meeting.title}
            </a>
            , {sayDay(meeting.heldOn)} at {meeting.startsAt}
          </>
        ) : (
          'No meeting is planned.'
        )}
      </p>
      {home.open.length === 0 ? (
        <p className="govuk-body">No consultation is open.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {home.open.map((one) => (
            <li key={one.id}>
              <a className="govuk-link" href={links.consultation(programmeId, one.id)}>
                {one.title}
              </a>
              <br />
              {howManyAnswered(one)}Closes {sayDay(one.closesOn)}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={links.consultations(programmeId)}>
          All consultations
        </a>{' '}
        ({many(home.drafts, 'draft')}, {home.closed.toLocaleString('en-GB')} closed)
      </p>
      {mayManage.yes ? (
        <ButtonLink href={links.newConsultation(programmeId)} secondary>
          Draft a consultation
        </ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
    </section>
  );
}

function Rooms({ rooms }: { rooms: readonly PanelRoom[] }) {
  return (
    <nav aria-label="Pages of the panel">
      <ul className="govuk-list tl-rooms">
        {rooms.map(({ name, hint, href }) => (
          <li key={href}>
            <a className="govuk-link govuk-!-font-weight-bold" href={href}>
              {name}
            </a>
            <br />
            <span className="govuk-body-s">{hint}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Waiting(props: { programmeId: string; home: Model; waits: readonly Waiting[] }) {
  const { programmeId, home, waits } = props;
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">What waits for an answer</h2>
      {waits.length === 0 ? null : (
        <ul className="govuk-list govuk-list--spaced">
          {waits.map(({ words, href, pressing }) => (
            <li key={words}>
              {pressing ? <strong className="govuk-tag govuk-tag--orange">Late</strong> : null}{' '}
              <a className="govuk-link" href={href}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
      {home.unanswered.length === 0 ? (
        <p className="govuk-body">
          {home.themes === 0
            ? 'No theme yet. Gather what several people said into one.'
            : 'Every theme has an answer that families can read.'}
        </p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {home.unanswered.slice(0, 4).map((theme) => (
            <li key={theme.id}>
              <a className="govuk-link" href={links.theme(programmeId, theme.id)}>
                {theme.name}
              </a>
              <br />
              {theme.state === 'draft' ? 'Answer drafted, not public yet' : 'No answer yet'}
            </li>
          ))}
        </ul>
      )}
      {home.unanswered.length > 4 ? (
        <p className="govuk-body">
          And {many(home.unanswered.length - 4, 'theme')} more without an answer.
        </p>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={links.themes(programmeId)}>
          All themes
        </a>
        {' · '}
        <a className="govuk-link" href={links.back(programmeId)}>
          Back to families
        </a>
      </p>
    </section>
  );
}

/** How many answered, for those who may be told; of a poll there may be more than the panel has. */
function howManyAnswered({ people, members }: Pick<Model['open'][number], 'people' | 'members'>) {
  if (people === null || people === HIDDEN) return '';
  if (people > members) return `${many(people, 'answer')}. `;
  return `${people} of ${members} have answered. `;
}
