import { links } from '#app/http/links.ts';
import { problemOf, typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { sayPart } from '../missing/standing-words.ts';
import { choiceValue } from './pair-form.ts';
import type { readMarked } from './read-marked.server.ts';

interface Props {
  programmeId: string;
  found: Awaited<ReturnType<typeof readMarked>>;
  mayReview: Answer;
  mayRead: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

const MOST_CHANGES = 12;

/** Answers that something marks: looked at by people, never left out unseen. */
export function MarkedPage(props: Props) {
  const { programmeId, found, mayRead, answer } = props;
  const { survey, answers, marked, setAside, clusters } = found;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={survey.title}>Marked answers</Heading>
      <p className="govuk-body-l">
        {many(answers, 'answer')}: {marked} marked, {setAside} set aside, {answers - setAside}{' '}
        counted without those.
      </p>
      <p className="govuk-body">
        A mark is a reason to look. It never leaves an answer out: people do that, with a reason,
        and can take it back. Results can be shown with the answers that were set aside and without
        them.
      </p>
      {mayRead.yes ? null : <p className="govuk-body tl-reason">{mayRead.reason}</p>}
      <Table
        caption="What marks answers"
        rows={clusters}
        rowKey={({ key }) => key}
        empty={
          <p className="govuk-body">
            Nothing is marked: no two texts are nearly the same, no answers came twice, none is
            mostly blank.
          </p>
        }
        columns={[
          {
            header: 'Mark',
            rowHeader: true,
            cell: ({ key, name, means }) => (
              <>
                {mayRead.yes ? (
                  <a className="govuk-link" href={links.markedCluster(programmeId, survey.id, key)}>
                    {name}
                  </a>
                ) : (
                  name
                )}
                {means === '' ? null : <span className="tl-small">{means}</span>}
              </>
            ),
          },
          { header: 'Answers', numeric: true, cell: ({ size }) => size },
          { header: 'To decide', numeric: true, cell: ({ open }) => open },
          { header: 'Set aside', numeric: true, cell: (line) => line.setAside },
          { header: 'Kept', numeric: true, cell: ({ kept }) => kept },
        ]}
      />
      <Changes {...props} />
      <Pairs {...props} />
    </>
  );
}

function Changes({ found }: Props) {
  if (found.setAside === 0) return null;
  return (
    <Table
      caption="Results with the answers that were set aside, and without"
      rows={found.changed.slice(0, MOST_CHANGES)}
      rowKey={({ title, label }) => `${title} ${label}`}
      empty={
        <p className="govuk-body">
          Without the answers that were set aside, no figure changes by a whole per cent, or the
          change would tell what a few of them answered.
        </p>
      }
      columns={[
        {
          header: 'Answer',
          rowHeader: true,
          cell: ({ label, title }) => (
            <>
              {label}
              <span className="tl-small">{title}</span>
            </>
          ),
        },
        { header: 'With all', numeric: true, cell: ({ withAll }) => sayPart(withAll) },
        { header: 'Without', numeric: true, cell: ({ without }) => sayPart(without) },
      ]}
    />
  );
}

function Pairs({ found, mayReview, answer }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">Answers that hardly go together</h2>
      {found.pairs.length === 0 ? (
        <p className="govuk-body">None is named for this survey.</p>
      ) : (
        <ul className="govuk-list">
          {found.pairs.map(({ id, words, why }) => (
            <li key={id}>
              {words}. <span className="tl-small">{why}</span>
              {mayReview.yes ? (
                <Form className="tl-inline-form">
                  <input type="hidden" name="id" value={id} />
                  <button type="submit" name="intent" value="drop-pair" className="tl-link-button">
                    Take out<span className="govuk-visually-hidden">: {words}</span>
                  </button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayReview.yes ? (
        <details className="govuk-details" open={answer !== undefined}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Name two answers</span>
          </summary>
          <div className="govuk-details__text">
            <Form>
              <AnswerSelect name="one" label="One answer" found={found} answer={answer} />
              <AnswerSelect name="other" label="The other answer" found={found} answer={answer} />
              <TextField
                name="why"
                label="Why they hardly go together"
                hint="For example: under 18 and a grandparent. Think of families that are not usual before you name a pair."
                answer={answer}
              />
              <Button intent="pair" kind="secondary">
                Mark answers with both
              </Button>
            </Form>
          </div>
        </details>
      ) : (
        <p className="govuk-body tl-reason">{mayReview.reason}</p>
      )}
    </>
  );
}

function AnswerSelect(props: {
  name: string;
  label: string;
  found: Props['found'];
  answer: Props['answer'];
}) {
  const { name, answer } = props;
  const problem = answer && problemOf(answer.problems, name);
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--s" htmlFor={name}>
        {props.label}
      </label>
      {problem ? (
        <p id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      ) : null}
      <select
        className="govuk-select tl-wide-select"
        id={name}
        name={name}
        defaultValue={answer ? typedOf(answer.typed, name) : ''}
        aria-describedby={problem ? `${name}-error` : undefined}
      >
        <option value="">Select an answer</option>
        {props.found.choices.map((question) => (
          <optgroup key={question.name} label={question.title}>
            {question.options.map(({ value, text }) => (
              <option key={value} value={choiceValue(question.name, value)}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
