import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { sayDay } from '#app/ui/words.ts';

export interface InvitedView {
  title: string;
  invitation: string;
  answerBy: string;
  late: boolean;
  /** What was answered before: yes, no, tell-more or nothing. */
  said: string;
  /** waiting, member or declined. */
  outcome: string;
}

/** Somebody who was drawn reads what it means, and says yes, no or asks something first. */
export function InvitationPage(props: {
  invited: InvitedView;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { invited, answer } = props;
  if (invited.outcome === 'member') return <CameOf came="already-member" />;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <h1 className="govuk-heading-l">Would you like to join the panel?</h1>
      <p className="govuk-body">
        You told us that you would like to help: “{invited.title}”. We drew names by lot, and yours
        came up.
      </p>
      <Before invited={invited} />
      {invited.invitation.split(/\n{2,}/).map((words) => (
        <p className="govuk-body tl-lines" key={words}>
          {words}
        </p>
      ))}
      <Form>
        <Choices
          kind="radios"
          name="answer"
          label="Your answer"
          values={[]}
          answer={answer}
          options={[
            { value: 'yes', label: 'Yes, I would like to join' },
            { value: 'no', label: 'No, thank you' },
            { value: 'tell-more', label: 'I would like to know something first' },
          ]}
        />
        <TextArea
          name="question"
          label="What would you like to know?"
          hint="Only if you would like to know something first. We write or call you."
          rows={3}
          optional
          answer={answer}
        />
        <Button>Send my answer</Button>
      </Form>
      <p className="govuk-body">
        Whatever you answer, it changes nothing about the help that you and your family get.
      </p>
    </>
  );
}

function Before({ invited }: { invited: InvitedView }) {
  if (invited.outcome === 'declined') {
    return (
      <p className="govuk-body">
        You said no, thank you. If you have changed your mind, you can still say yes as long as the
        place is free.
      </p>
    );
  }
  if (invited.late) {
    return (
      <p className="govuk-body">
        The day for an answer was {sayDay(invited.answerBy)}. You can still answer: if the place is
        free, it is yours.
      </p>
    );
  }
  return (
    <p className="govuk-body">
      {invited.said === 'tell-more' ? 'You asked us something, and we answer you. ' : ''}
      The place is yours until <strong>{sayDay(invited.answerBy)}</strong>.
    </p>
  );
}

type Came = 'joined' | 'declined' | 'asked' | 'too-late' | 'already-member';

/** What came of an answer. */
export function CameOf({ came }: { came: Came }) {
  const [heading, ...words] = WORDS[came];
  return (
    <>
      <div className="govuk-panel govuk-panel--confirmation">
        <h1 className="govuk-panel__title">{heading}</h1>
      </div>
      {words.map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </>
  );
}

const WORDS: Readonly<Record<Came, readonly [string, ...string[]]>> = {
  joined: [
    'Welcome to the panel',
    'We are glad that you are with us. We are sending you a link to your own page, by the way that you asked us to reach you.',
    'There you see what we ask, when we meet, and what became of what you said. You can leave whenever you want.',
  ],
  declined: [
    'Thank you for telling us',
    'We ask somebody else. Nothing changes about the help that you and your family get.',
    'If you change your mind, open the same link again: as long as the place is free, you can still say yes.',
  ],
  asked: [
    'We have your question',
    'Somebody who runs the panel writes to you or calls you. Your place is kept until the day that we wrote to you.',
    'When you know enough, open the same link again and answer.',
  ],
  'too-late': [
    'Thank you for your answer',
    'The day for an answer has passed, and we have offered the place to somebody else.',
    'We have noted that you would like to help. If a place becomes free, we write to you. Until then you can tell us what you think at any family hub.',
  ],
  'already-member': [
    'You are on the panel',
    'You said yes already. Use the link to your own page that we sent you. If you cannot find it, ask us for a new one.',
  ],
};
