import { links } from '#app/http/links.ts';
import { problemOf, type Problem, type Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { CHANNEL_NAMES, CHANNELS } from '#app/survey/channels.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import type { MarkedAnswer, readCluster } from './read-marked.server.ts';

interface Props {
  programmeId: string;
  found: Awaited<ReturnType<typeof readCluster>>;
  mayReview: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

const MOST_SHOWN = 200;

/** The answers of one mark, as far as is needed to decide on them. */
export function ClusterPage({ programmeId, found, mayReview, answer }: Props) {
  const { survey, name, means, answers } = found;
  const problem = answer && problemOf(answer.problems, 'ids');
  const shown = answers.slice(0, MOST_SHOWN);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.markedAnswers(programmeId, survey.id), words: 'Marked answers' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={many(answers.length, 'answer')}>{name}</Heading>
      <p className="govuk-body">{means}</p>
      {answers.length > MOST_SHOWN ? (
        <p className="govuk-body">
          The first {MOST_SHOWN} are shown. Decide on these, and the next ones come up here.
        </p>
      ) : null}
      <Form>
        <fieldset className="govuk-fieldset" aria-describedby={problem ? 'ids-error' : undefined}>
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
            Which of them?
          </legend>
          {problem ? (
            <p id="ids-error" className="govuk-error-message">
              <span className="govuk-visually-hidden">Error:</span> {problem}
            </p>
          ) : null}
          <div className="govuk-checkboxes govuk-checkboxes--small">
            {shown.map((one, at) => (
              <OneAnswer key={one.id} one={one} at={at} mayReview={mayReview.yes} answer={answer} />
            ))}
          </div>
        </fieldset>
        {mayReview.yes ? (
          <>
            <TextArea
              name="reason"
              label="Reason"
              hint="Needed to set answers aside. It stands in the method note: name nobody, and quote nothing."
              rows={2}
              answer={answer}
            />
            <div className="govuk-button-group">
              <Button intent="set-aside">Set the chosen answers aside</Button>
              <Button intent="keep" kind="secondary">
                Keep them
              </Button>
              <Button intent="undo" kind="secondary">
                Take the decision back
              </Button>
            </div>
          </>
        ) : (
          <p className="govuk-body tl-reason">{mayReview.reason}</p>
        )}
      </Form>
    </>
  );
}

function OneAnswer(props: {
  one: MarkedAnswer;
  at: number;
  mayReview: boolean;
  answer: Props['answer'];
}) {
  const { one, at, answer } = props;
  const id = at === 0 ? 'ids' : `ids-${at}`;
  const ticked = answer ? [answer.typed['ids'] ?? []].flat().includes(one.id) : false;
  const channel = CHANNELS.find((each) => each === one.channel);
  const about = `Answer ${at + 1}, ${sayShortDay(one.answeredOn)}, ${channel ? CHANNEL_NAMES[channel].toLowerCase() : one.channel}`;
  return (
    <div className="govuk-checkboxes__item">
      {props.mayReview ? (
        <input
          className="govuk-checkboxes__input"
          id={id}
          name="ids"
          type="checkbox"
          value={one.id}
          defaultChecked={ticked}
        />
      ) : null}
      <label
        className={props.mayReview ? 'govuk-label govuk-checkboxes__label' : 'govuk-label'}
        htmlFor={props.mayReview ? id : undefined}
      >
        {about}
        {one.decision === null ? null : (
          <strong>
            {one.decision.name === 'set-aside' ? ': set aside' : ': kept'} by {one.decision.by}
            {one.decision.reason === '' ? '' : `, because ${one.decision.reason}`}
          </strong>
        )}
        {one.words === null ? null : (
          <span className="tl-marked">
            <bdi>{one.words}</bdi>
          </span>
        )}
      </label>
    </div>
  );
}
