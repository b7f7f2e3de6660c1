import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { WhoIsOnIt } from './WhoIsOnIt.tsx';
import type { PanelHome as Model } from './panel-home.ts';
import type { PanelRoom } from './panel-rooms.ts';

interface Waiting {
  words: string;
  href: string;
  pressing: boolean;
}

/** The panel at a glance: who is on it and missing, what is asked, and what waits for an answer. */
export function PanelHome(props: {
  programmeId: string;
  home: Model;
  waits: readonly Waiting[];
  rooms: readonly PanelRoom[];
  mayManage: Answer;
  maySee: Answer;
}) {
  const { programmeId, home, waits, rooms, mayManage, maySee } = props;
  return (
    <>
      <Heading size="xl">Parent carer panel</Heading>
      <div className="tl-columns tl-panel">
        <Members {...{ programmeId, home, maySee, mayManage }} />
        <Asked {...{ programmeId, home, mayManage }} />
        <Waiting {...{ programmeId, home, waits }} />
      </div>
      <Rooms rooms={rooms} />
      <WhoIsOnIt breakdowns={home.breakdowns} parents={home.parents} />
    </>
  );
}

function Members(props: { programmeId: string; home: Model; maySee: Answer; mayManage: Answer }) {
  const { programmeId, home, maySee, mayManage } = props;
  const nobody = home.parents + home.practitioners === 0;
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">Who is on it</h2>
      <p className="govuk-body">
        {nobody
          ? 'Nobody is on the panel yet. Begin with the parents and carers who said that they would like to help.'
          : `${many(home.parents, 'parent or carer', 'parents and carers')} and ${many(home.practitioners, 'practitioner')}.`}
      </p>
      {home.missing.length > 0 ? (
        <>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Who is missing</h3>
          <ul className="govuk-list govuk-list--bullet">
            {home.missing.map((group) => (
              <li key={group}>Nobody {group}</li>
            ))}
          </ul>
        </>
      ) : null}
      {maySee.yes ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.members(programmeId)}>
            Members of the panel
          </a>
          <br />
          <a className="govuk-link" href={links.calls(programmeId)}>
            Open calls for new members
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

function Asked(props: { programmeId: string; home: Model; mayManage: Answer }) {
  const { programmeId, home, mayManage } = props;
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">What they are asked</h2>
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
              {one.people === HIDDEN
                ? 'Fewer than 5 have answered'
                : `${one.people} of ${one.members} have answered`}
              , closes {sayDay(one.closesOn)}
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
          {home.unanswered.map((theme) => (
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
