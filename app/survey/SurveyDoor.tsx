import { ButtonLink, Form } from '#app/ui/Form.tsx';
import { RESPONDENT_WORDS as words } from './respondent-words.ts';

/** What a family sees first at a survey's address. */
export interface Door {
  title: string;
  about: string;
  minutes: string;
  /** "Friday 4 December 2026", or null where no day is set. */
  closesOn: string | null;
  notice: string[];
  startHref: string;
  /** Where somebody who began goes on, or null. */
  carryOnHref: string | null;
}

export function SurveyDoor({ door }: { door: Door }) {
  return (
    <>
      <h1 className="govuk-heading-xl">{door.title}</h1>
      {door.about === '' ? null : <p className="govuk-body-l">{door.about}</p>}
      <p className="govuk-body">
        {words.takes(door.minutes)} {door.closesOn === null ? null : words.closesOn(door.closesOn)}
      </p>
      <p className="govuk-body">
        <strong>{words.anonymous}</strong>
      </p>
      {door.carryOnHref === null ? (
        <ButtonLink href={door.startHref}>{words.startNow}</ButtonLink>
      ) : (
        <CarryOn href={door.carryOnHref} />
      )}
      <h2 className="govuk-heading-m">{words.yourAnswers}</h2>
      {door.notice.map((paragraph, at) => (
        <p key={at} className="govuk-body">
          {paragraph}
        </p>
      ))}
    </>
  );
}

function CarryOn({ href }: { href: string }) {
  return (
    <>
      <p className="govuk-inset-text">{words.begun}</p>
      <Form>
        <div className="govuk-button-group">
          <ButtonLink href={href}>{words.carryOn}</ButtonLink>
          <button
            type="submit"
            className="govuk-button govuk-button--secondary"
            name="intent"
            value="start-again"
          >
            {words.startAgain}
          </button>
        </div>
      </Form>
    </>
  );
}

/** A survey that nobody can answer now, said kindly and with what to do. */
export function ClosedDoor(props: { title: string; state: string; day: string | null }) {
  const opensLater = props.state === 'not-yet-open';
  return (
    <>
      <h1 className="govuk-heading-l">
        {opensLater ? 'This survey is not open yet' : 'This survey is not open now'}
      </h1>
      {opensLater ? (
        <p className="govuk-body">
          You can answer “{props.title}” from {props.day}. Come back to this address then.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            “{props.title}” {props.day === null ? 'is closed' : `closed at the end of ${props.day}`}
            . Thank you for coming to have your say.
          </p>
          <p className="govuk-body">
            You can still tell the council what your family needs: ask at a family hub, or phone the
            council.
          </p>
        </>
      )}
    </>
  );
}

/** The receipt: the same however often it is asked for. */
export function Sent(props: { reference: string; another: string }) {
  return (
    <>
      <div className="govuk-panel govuk-panel--confirmation">
        <h1 className="govuk-panel__title">{words.sentHeading}</h1>
        <div className="govuk-panel__body">
          {words.reference}
          <br />
          <strong>{props.reference}</strong>
        </div>
      </div>
      <h2 className="govuk-heading-m">{words.whatNext}</h2>
      <p className="govuk-body">{words.willRead}</p>
      <p className="govuk-body">{words.keepReference}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={props.another}>
          {words.another}
        </a>
      </p>
      <h2 className="govuk-heading-s">{words.sharedDevice}</h2>
      <Form>
        <button type="submit" className="govuk-button govuk-button--secondary">
          {words.clear}
        </button>
      </Form>
    </>
  );
}
