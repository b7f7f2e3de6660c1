import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import type { Comparison } from './condition-parts.ts';
import { EditorTrail } from './EditorNav.tsx';

export interface WhenProps {
  programmeId: string;
  survey: { id: string; title: string };
  seen: number;
  of: 'element' | 'page';
  name: string;
  called: string;
  /** Each comparison in words; null where the condition is nested deeper. */
  parts: string[] | null;
  whole: string;
  join: 'and' | 'or';
  /** The questions that it can wait for. */
  before: { name: string; title: string }[];
  /** The question chosen to compare, with its ways to be compared. */
  chosen: {
    name: string;
    title: string;
    comparisons: Comparison[];
    options: { value: string; text: string }[];
    input: 'text' | 'date';
  } | null;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** Who is asked: a condition built from a question, a comparison and answers. */
export function WhenPage(props: WhenProps) {
  const { programmeId, survey, called, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <EditorTrail programmeId={programmeId} survey={survey} inside />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={called}>Who is asked</Heading>
        <Now {...props} />
        <ChooseQuestion {...props} />
        {props.chosen ? <Compare {...props} chosen={props.chosen} /> : null}
      </div>
    </div>
  );
}

function Now(props: WhenProps) {
  const { parts, join, whole, seen } = props;
  if (whole === '') return <p className="govuk-body">Everybody who gets there is asked.</p>;
  return (
    <Form>
      <input type="hidden" name="seen" value={seen} />
      <div id="condition">
        {parts === null ? (
          <>
            <p className="govuk-body">Asked only when {whole}.</p>
            <p className="govuk-body">
              This condition is put together in a way that this page cannot take apart. You can ask
              everybody, and begin again.
            </p>
          </>
        ) : (
          <>
            <p className="govuk-body">
              Asked only when{' '}
              {parts.length < 2
                ? ''
                : join === 'and'
                  ? 'all of these hold:'
                  : 'one of these holds:'}
            </p>
            <ul className="govuk-list govuk-list--bullet">
              {parts.map((part, at) => (
                <li key={at}>
                  {part}{' '}
                  <button type="submit" className="tl-link-button" name="do" value={`remove ${at}`}>
                    Remove<span className="govuk-visually-hidden">: {part}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="govuk-button-group">
        {parts !== null && parts.length > 1 ? (
          <Button kind="secondary" name="do" value={join === 'and' ? 'any' : 'all'}>
            {join === 'and' ? 'One of them is enough' : 'All of them must hold'}
          </Button>
        ) : null}
        <Button kind="secondary" name="do" value="everybody">
          Ask everybody
        </Button>
      </div>
    </Form>
  );
}

/** First the question: its answers can be shown only then, because nothing here runs a script. */
function ChooseQuestion(props: WhenProps) {
  const { of, name, before, chosen, parts } = props;
  if (parts === null) return null;
  if (before.length === 0) {
    return (
      <p className="govuk-body">
        Nothing is asked before it, so there is no answer to wait for. Move it down first.
      </p>
    );
  }
  return (
    <form method="get" className="govuk-!-margin-top-6">
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="name" value={name} />
      <Select
        name="question"
        label={
          parts.length === 0 ? 'It depends on the answer to' : 'It also depends on the answer to'
        }
        value={chosen?.name ?? ''}
        options={[
          { value: '', label: 'Choose a question' },
          ...before.map((each) => ({ value: each.name, label: each.title })),
        ]}
      />
      <button type="submit" className="govuk-button govuk-button--secondary">
        Show its answers
      </button>
    </form>
  );
}

function Compare(props: WhenProps & { chosen: NonNullable<WhenProps['chosen']> }) {
  const { chosen, answer, seen, programmeId, survey, of, name } = props;
  const needs = (what: Comparison['needs']) =>
    chosen.comparisons.some((comparison) => comparison.needs === what);
  const here = `${links.askWhen(programmeId, survey.id, of, name)}&question=${encodeURIComponent(chosen.name)}`;
  return (
    <Form action={here}>
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="question" value={chosen.name} />
      <h2 className="govuk-heading-m">{chosen.title}</h2>
      <Choices
        kind="radios"
        name="operator"
        label="Ask only when"
        answer={answer}
        values={[chosen.comparisons[0]?.operator ?? '']}
        options={chosen.comparisons.map(({ operator, words }) => ({
          value: operator,
          label: words,
        }))}
      />
      {needs('answers') ? (
        <Choices
          kind="checkboxes"
          small
          name="answers"
          label="Answers"
          answer={answer}
          options={chosen.options.map(({ value, text }) => ({ value, label: text }))}
        />
      ) : null}
      {needs('value') ? (
        <TextField
          name="value"
          label={chosen.input === 'date' ? 'Day' : 'Number'}
          type={chosen.input}
          width={10}
          answer={answer}
        />
      ) : null}
      <Button name="do" value="add">
        Ask only then
      </Button>
    </Form>
  );
}
