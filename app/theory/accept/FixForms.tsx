import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { problemOf, typedOf } from '#app/http/problems.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import type { Finding } from '../checks/finding.ts';
import type { Ways } from './ways.ts';

/** From which page a finding is put right: one comes back there. */
export type From = 'outline' | 'checks';

type Answer = { problems: Problem[]; typed: Typed } | undefined;

/** The field in which the question of a finding is answered: one a finding, so that each has its own. */
export const wordsField = (key: string) => `words-${key}`;

/** The ways to put findings right on pages without script, each a form with one button. */
export function fixForms(props: {
  programmeId: string;
  ways: Readonly<Record<string, Ways>>;
  from: From;
  answer?: Answer;
}) {
  return (finding: Finding, whole: boolean) => {
    const found = props.ways[finding.key];
    if (found === undefined) return null;
    const hidden = (fix: string) => (
      <>
        <input type="hidden" name="key" value={finding.key} />
        <input type="hidden" name="fix" value={fix} />
        <input type="hidden" name="from" value={props.from} />
      </>
    );
    const action = links.theoryChecks(props.programmeId);
    const { ask } = found;
    return (
      <div className="tl-fixes">
        {found.fixes.map(({ kind, words }) => (
          <Form key={kind} action={action}>
            {hidden(kind)}
            <Button intent="fix" kind="secondary">
              {words}
              <span className="govuk-visually-hidden"> ({finding.message})</span>
            </Button>
          </Form>
        ))}
        {ask === null ? null : (
          <AskForm
            finding={finding}
            label={ask.label}
            value={ask.value}
            open={whole}
            action={action}
            answer={props.answer}
          >
            {hidden('ask')}
          </AskForm>
        )}
      </div>
    );
  };
}

function AskForm(props: {
  finding: Finding;
  label: string;
  value: string;
  open: boolean;
  action: string;
  answer: Answer;
  children: React.ReactNode;
}) {
  const field = wordsField(props.finding.key);
  const problem = props.answer && problemOf(props.answer.problems, field);
  const asked = props.answer && typedOf(props.answer.typed, 'key') === props.finding.key;
  const typed = asked && props.answer ? typedOf(props.answer.typed, 'words') : props.value;
  const form = (
    <Form action={props.action}>
      {props.children}
      <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
        <label className="govuk-label" htmlFor={field}>
          {props.label}
          <span className="govuk-visually-hidden"> ({props.finding.message})</span>
        </label>
        {problem ? (
          <p className="govuk-error-message" id={`${field}-error`}>
            <span className="govuk-visually-hidden">Error:</span> {problem}
          </p>
        ) : null}
        <textarea
          className="govuk-textarea"
          id={field}
          name="words"
          rows={2}
          defaultValue={typed}
          aria-describedby={problem ? `${field}-error` : undefined}
        />
      </div>
      <Button intent="fix" kind="secondary">
        Save
        <span className="govuk-visually-hidden"> ({props.finding.message})</span>
      </Button>
    </Form>
  );
  if (props.open) return form;
  return (
    <details className="govuk-details govuk-!-margin-bottom-2" open={Boolean(problem)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {props.label}
          <span className="govuk-visually-hidden"> ({props.finding.message})</span>
        </span>
      </summary>
      {form}
    </details>
  );
}
