import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import type { BankPart } from './bank.ts';
import { EditorTrail } from './EditorNav.tsx';
import { KINDS } from './kinds.ts';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  seen: number;
  page: { name: string; title: string };
  after: string;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** A new question: what is asked, and how it is answered. */
export function AddQuestion(props: Props) {
  const { programmeId, survey, page, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <EditorTrail programmeId={programmeId} survey={survey} inside />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={`${survey.title} · ${page.title}`}>Add a question</Heading>
        <p className="govuk-body">
          Others may have asked it well:{' '}
          <a
            className="govuk-link"
            href={links.questionBank(programmeId, survey.id, page.name, props.after)}
          >
            look in the question bank first
          </a>
          .
        </p>
        <Form>
          <input type="hidden" name="seen" value={props.seen} />
          <TextArea
            name="title"
            label="Question"
            hint="In the words that families use. One thing at a time"
            rows={2}
            answer={answer}
          />
          <Choices
            kind="radios"
            name="kind"
            label="How is it answered?"
            answer={answer}
            values={['radiogroup']}
            options={KINDS.map(({ kind, name, hint }) => ({ value: kind, label: name, hint }))}
          />
          <TextArea
            name="answers"
            label="Answers to choose from"
            hint="One a line, where it is answered from a list"
            rows={6}
            optional
            answer={answer}
          />
          <Button>Add the question</Button>
        </Form>
      </div>
    </div>
  );
}

/** Questions that others asked, to be chosen by ticking. */
export function QuestionBank(props: Props & { parts: BankPart[] }) {
  const { programmeId, survey, page, answer } = props;
  const ticked = [answer?.typed['key'] ?? []].flat();
  return (
    <>
      <EditorTrail programmeId={programmeId} survey={survey} inside />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={`${survey.title} · ${page.title}`}>The question bank</Heading>
      <p className="govuk-body">
        Asked with the same words, answers can be laid beside those of others. Each says where it
        comes from.
      </p>
      <Form>
        <input type="hidden" name="seen" value={props.seen} />
        <div id="key">
          {props.parts.map((part) => (
            <details className="govuk-details" key={part.id} open={part === props.parts[0]}>
              <summary className="govuk-details__summary">
                <span className="govuk-details__summary-text">
                  {part.title} ({part.from}): {part.rows.length}
                </span>
              </summary>
              <fieldset className="govuk-fieldset govuk-details__text">
                <legend className="govuk-visually-hidden">{part.title}</legend>
                <div className="govuk-checkboxes govuk-checkboxes--small">
                  {part.rows.map((row) => (
                    <BankChoice key={row.key} row={row} ticked={ticked.includes(row.key)} />
                  ))}
                </div>
              </fieldset>
            </details>
          ))}
        </div>
        <Button>Add what is ticked</Button>
      </Form>
    </>
  );
}

function BankChoice({ row, ticked }: { row: BankPart['rows'][number]; ticked: boolean }) {
  const id = `bank-${row.key.replaceAll(':', '-')}`;
  if (row.asked) return <p className="govuk-body">Asked here already: {row.title}</p>;
  return (
    <div className="govuk-checkboxes__item govuk-!-margin-bottom-3">
      <input
        className="govuk-checkboxes__input"
        type="checkbox"
        id={id}
        name="key"
        value={row.key}
        defaultChecked={ticked}
        aria-describedby={`${id}-hint`}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {row.title}
      </label>
      <div id={`${id}-hint`} className="govuk-hint govuk-checkboxes__hint">
        {row.options.length === 0 ? null : `${row.options.join(' · ')}. `}
        {row.follows === '' ? null : `Follows “${row.follows}”: tick that as well. `}
        {row.origin}
      </div>
    </div>
  );
}
