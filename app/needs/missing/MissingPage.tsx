import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { OPEN_LINK_CAVEAT } from '#app/statistics/wilson.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import type { MissingFamilies } from './read-missing.server.ts';
import { ReachedTable } from './ReachedTable.tsx';
import { whatSoManyTell } from './standing-words.ts';
import { WhereToFind } from './WhereToFind.tsx';

interface Props {
  programmeId: string;
  today: string;
  found: MissingFamilies;
  mayWeigh: Answer;
  mayNote: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** Who is missing from the answers so far, and where to find them. */
export function MissingPage(props: Props) {
  const { programmeId, found } = props;
  const { survey, questions, answers } = found;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
        ]}
      />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading caption={survey.title}>Who is missing, and where to find them</Heading>
      <p className="govuk-body-l">
        {many(answers, 'answer')} counted so far. {whatSoManyTell(answers)}
      </p>
      <Missing {...props} />
      {questions.length > 0 ? (
        <>
          <h2 className="govuk-heading-l">Who answered, beside who lives here</h2>
          <HowToRead />
          {questions.map((question) => (
            <ReachedTable
              key={question.question}
              programmeId={programmeId}
              surveyId={survey.id}
              question={question}
              mayEdit={props.mayWeigh.yes}
            />
          ))}
        </>
      ) : null}
      <Figures {...props} />
      <TakenOut {...props} />
    </>
  );
}

function Missing({ programmeId, found, today, mayNote, answer }: Props) {
  const { missing, questions, answers } = found;
  if (answers === 0) return null;
  if (missing.length === 0) {
    return (
      <p className="govuk-body">
        {questions.length === 0
          ? 'Nothing can be said yet, because nobody has entered what families here look like.'
          : 'No group is missing by more than chance explains, of those that are compared below.'}
      </p>
    );
  }
  return (
    <>
      {mayNote.yes ? null : <p className="govuk-body tl-reason">{mayNote.reason}</p>}
      {missing.map((one, at) => (
        <WhereToFind
          key={`${one.question} ${one.group.label}`}
          programmeId={programmeId}
          missing={one}
          base={questions.find(({ question }) => question === one.question)?.base ?? 0}
          at={at}
          mayNote={mayNote.yes}
          today={today}
          answer={answer}
        />
      ))}
    </>
  );
}

function HowToRead() {
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body govuk-!-margin-bottom-2">
        The index is 100 where a group’s part of the answers is its part of families. A group is
        called missing where it is under 80 and chance alone does not explain it (95% range,
        Wilson). [c]: hidden, as in the results, because a small number could point to a family;
        beside it stands what it can be, and a group is judged by both ends of that.
      </p>
      <p className="govuk-body govuk-!-margin-bottom-0">{OPEN_LINK_CAVEAT}</p>
    </div>
  );
}

function Figures({ programmeId, found, mayWeigh }: Props) {
  const { survey, notCompared } = found;
  return (
    <>
      <h2 className="govuk-heading-m">What families here look like</h2>
      {notCompared.length > 0 ? (
        <p className="govuk-body">
          {many(notCompared.length, 'question')} could be compared and{' '}
          {notCompared.length === 1 ? 'has' : 'have'} no figures yet.
        </p>
      ) : null}
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={links.population(programmeId, survey.id)}>
            {mayWeigh.yes ? 'Enter or change the figures' : 'See the figures'}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.surveyWeights(programmeId, survey.id)}>
            Weight the answers to them
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.surveyMethod(programmeId, survey.id)}>
            Method note
          </a>
        </li>
      </ul>
    </>
  );
}

function TakenOut({ found, mayNote }: Props) {
  const labels = new Set(found.missing.map(({ group }) => group.label));
  const gone = found.notes.filter(({ removedAt }) => removedAt !== null);
  const earlier = found.notes.filter(
    ({ removedAt, group }) => removedAt === null && !labels.has(group),
  );
  return (
    <>
      {earlier.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Done for groups that are no longer missing</h2>
          <ul className="govuk-list">
            {earlier.map(({ id, group, doneOn, words }) => (
              <li key={id}>
                {sayShortDay(doneOn)}, {group}: {words}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {gone.length > 0 && mayNote.yes ? (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Notes that were taken out</span>
          </summary>
          <div className="govuk-details__text">
            {gone.map(({ id, group, doneOn, words }) => (
              <Form key={id}>
                <p className="govuk-body govuk-!-margin-bottom-1">
                  {sayShortDay(doneOn)}, {group}: {words}
                </p>
                <input type="hidden" name="id" value={id} />
                <Button intent="restore-note" kind="secondary">
                  Put this note back
                </Button>
              </Form>
            ))}
          </div>
        </details>
      ) : null}
    </>
  );
}
