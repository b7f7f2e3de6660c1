import { ButtonLink, Form } from '#app/ui/Form.tsx';
import { useSpeaker, Written } from './languages/Speaking.tsx';

/** What a family sees first at a survey's address. */
export interface Door {
  title: string;
  titleLang: string | undefined;
  about: string;
  aboutLang: string | undefined;
  minutes: number;
  /** YYYY-MM-DD, or null where no day is set. */
  closesOn: string | null;
  notice: string[];
  noticeLang: string | undefined;
  startHref: string;
  /** Where somebody who began goes on, or null. */
  carryOnHref: string | null;
  /** This browser has sent answers before. */
  answeredBefore: boolean;
  phraseHref: string;
  eraseHref: string;
  /** Where the form that starts again is sent. */
  againHref: string;
}

export function SurveyDoor({ door }: { door: Door }) {
  const { words, say, day } = useSpeaker();
  return (
    <>
      <h1 className="govuk-heading-xl">
        <Written lang={door.titleLang}>{door.title}</Written>
      </h1>
      {door.about === '' ? null : (
        <p className="govuk-body-l">
          <Written lang={door.aboutLang}>{door.about}</Written>
        </p>
      )}
      <p className="govuk-body">
        {door.minutes === 1 ? words.takesOne : say('takes', { minutes: door.minutes })}{' '}
        {door.closesOn === null ? null : say('closesOn', { day: day(door.closesOn) })}
      </p>
      <p className="govuk-body">
        <strong>{words.anonymous}</strong>
      </p>
      {door.answeredBefore ? <p className="govuk-inset-text">{words.answeredBefore}</p> : null}
      {door.carryOnHref === null ? (
        <ButtonLink href={door.startHref}>{words.startNow}</ButtonLink>
      ) : (
        <CarryOn href={door.carryOnHref} againHref={door.againHref} />
      )}
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={door.phraseHref}>
            {words.havePhrase}
          </a>
        </li>
        <EraseLine href={door.eraseHref} />
      </ul>
      <h2 className="govuk-heading-m">{words.yourAnswers}</h2>
      {door.notice.map((paragraph, at) => (
        <p key={at} className="govuk-body">
          <Written lang={door.noticeLang}>{paragraph}</Written>
        </p>
      ))}
    </>
  );
}

function EraseLine({ href }: { href: string }) {
  const { words } = useSpeaker();
  return (
    <li>
      <a className="govuk-link" href={href}>
        {words.wantErase}
      </a>
    </li>
  );
}

function CarryOn({ href, againHref }: { href: string; againHref: string }) {
  const { words } = useSpeaker();
  return (
    <>
      <p className="govuk-inset-text">{words.begun}</p>
      <Form action={againHref}>
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
export function ClosedDoor(props: {
  title: string;
  state: string;
  day: string | null;
  eraseHref: string;
}) {
  const { words, say, day } = useSpeaker();
  const { title } = props;
  const on = props.day === null ? '' : day(props.day);
  if (props.state === 'not-yet-open') {
    return (
      <>
        <h1 className="govuk-heading-l">{words.notOpenHeading}</h1>
        <p className="govuk-body">{say('notOpen', { title, day: on })}</p>
      </>
    );
  }
  return (
    <>
      <h1 className="govuk-heading-l">{words.closedHeading}</h1>
      <p className="govuk-body">
        {on === '' ? say('closed', { title }) : say('closedOn', { title, day: on })}
      </p>
      <p className="govuk-body">{words.tellUs}</p>
      <ul className="govuk-list">
        <EraseLine href={props.eraseHref} />
      </ul>
    </>
  );
}

/** The receipt: the same however often it is asked for. */
export function Sent(props: { reference: string; another: string; eraseHref: string }) {
  const { words } = useSpeaker();
  return (
    <>
      <div className="govuk-panel govuk-panel--confirmation">
        <h1 className="govuk-panel__title">{words.sentHeading}</h1>
        <div className="govuk-panel__body">
          {words.reference}
          <br />
          <strong dir="ltr">{props.reference}</strong>
        </div>
      </div>
      <h2 className="govuk-heading-m">{words.whatNext}</h2>
      <p className="govuk-body">{words.willRead}</p>
      <p className="govuk-body">{words.keepReference}</p>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={props.another}>
            {words.another}
          </a>
        </li>
        <EraseLine href={props.eraseHref} />
      </ul>
      <h2 className="govuk-heading-s">{words.sharedDevice}</h2>
      <Form>
        <button type="submit" className="govuk-button govuk-button--secondary">
          {words.clear}
        </button>
      </Form>
    </>
  );
}
