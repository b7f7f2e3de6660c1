import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { STATE_NAMES, type State } from './outbox.ts';

export interface MessageView {
  kind: string;
  name: string | null;
  channel: string;
  state: State;
  says: string;
  queued: string;
  /** The number that the carrier knows it by; empty where there is none. */
  carrierRef: string;
  /** As it will be read; null where the person is gone or the kind is unknown. */
  preview: { subject: string; body: string; text: string } | null;
  /** Whether staff may read it with its link. */
  mayOpen: boolean;
}

/** One message: what it says, how it stands, and what staff can do. */
export function MessagePage(props: {
  programmeId: string;
  message: MessageView;
  opened: { subject: string; body: string; text: string } | undefined;
  mayManage: Answer;
}) {
  const { programmeId, message, opened, mayManage } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.outbox(programmeId), words: 'Messages' },
        ]}
      />
      <Heading caption="Message">{message.kind}</Heading>
      <dl className="govuk-summary-list">
        <Fact name="To">
          <bdi>{message.name ?? 'Somebody who has left or was deleted'}</bdi>
        </Fact>
        <Fact name="By">{message.channel}</Fact>
        <Fact name="How it stands">
          <strong>{STATE_NAMES[message.state]}.</strong> {message.says}
        </Fact>
        <Fact name="Written">{message.queued}</Fact>
        {message.carrierRef === '' ? null : (
          <Fact name="Its number at the mail service">{message.carrierRef}</Fact>
        )}
      </dl>
      {mayManage.yes ? (
        <Deeds message={message} opened={opened !== undefined} />
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
      <Reading words={opened ?? message.preview} opened={opened !== undefined} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  );
}

function Deeds({ message, opened }: { message: MessageView; opened: boolean }) {
  const { state, mayOpen } = message;
  return (
    <Form className="govuk-button-group">
      {mayOpen && !opened ? <Button intent="open">Show it with its link</Button> : null}
      {mayOpen || state === 'failed' ? (
        <Button intent="passed-on" kind="secondary">
          I have passed it on myself
        </Button>
      ) : null}
      {state === 'waiting' ? (
        <Button intent="cancel" kind="secondary">
          Do not send it
        </Button>
      ) : null}
      {state === 'waiting' && mayOpen ? null : (
        <Button intent="again" kind="secondary">
          {state === 'waiting' ? 'Try it now' : 'Send it again'}
        </Button>
      )}
    </Form>
  );
}

function Reading(props: {
  words: { subject: string; body: string; text: string } | null;
  opened: boolean;
}) {
  const { words, opened } = props;
  if (words === null) {
    return <p className="govuk-body">What it said was made when it was sent, and is not kept.</p>;
  }
  return (
    <>
      <h2 className="govuk-heading-m">As it is read</h2>
      {opened ? (
        <p className="govuk-body">
          <strong>The link is real, and works for this person only.</strong> Pass it on to nobody
          else. It is shown this once.
        </p>
      ) : null}
      <div className="govuk-inset-text">
        <p className="govuk-body govuk-!-font-weight-bold">{words.subject}</p>
        {words.body.split('\n\n').map((paragraph, at) => (
          <p className="govuk-body tl-lines" key={at}>
            <WithLinks words={paragraph.trim()} />
          </p>
        ))}
      </div>
      <h3 className="govuk-heading-s">As a text message</h3>
      <div className="govuk-inset-text">
        <p className="govuk-body">
          <WithLinks words={words.text} />
        </p>
      </div>
    </>
  );
}

/** Addresses in the words can be followed. */
function WithLinks({ words }: { words: string }) {
  const parts = words.split(/(https?:\/\/[^\s]+)/);
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <a className="govuk-link" href={part} key={at}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
