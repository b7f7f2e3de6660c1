import type { ReactNode } from 'react';
import { problemOf, typedOf, type Problem, type Typed } from '#app/http/problems.ts';

/** What every field takes: `answer` is the last answer of the action, with its problems and words. */
interface Common {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  answer?: { problems: readonly Problem[]; typed: Typed } | undefined;
  /** The value before anything was typed. */
  value?: string | undefined;
  /** Where the label is the page's heading (one question a page). */
  heading?: boolean;
  optional?: boolean;
}

function parts({ name, answer, value, hint }: Common) {
  const problem = answer && problemOf(answer.problems, name);
  const ids = [hint ? `${name}-hint` : '', problem ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ');
  return {
    problem,
    typed: answer ? typedOf(answer.typed, name, '') : (value ?? ''),
    describedBy: ids === '' ? undefined : ids,
  };
}

function Around({ common, children }: { common: Common; children: ReactNode }) {
  const { problem } = parts(common);
  const label = (
    <label
      className={`govuk-label ${common.heading ? 'govuk-label--l' : 'govuk-label--s'}`}
      htmlFor={common.name}
    >
      {common.label}
      {common.optional ? ' (optional)' : null}
    </label>
  );
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      {common.heading ? <h1 className="govuk-label-wrapper">{label}</h1> : label}
      <HintAndError common={common} />
      {children}
    </div>
  );
}

function HintAndError({ common }: { common: Common }) {
  const { problem } = parts(common);
  return (
    <>
      {common.hint ? (
        <div id={`${common.name}-hint`} className="govuk-hint">
          {common.hint}
        </div>
      ) : null}
      {problem ? (
        <p id={`${common.name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      ) : null}
    </>
  );
}

/** One line of text. `width` is in characters, as GOV.UK's: 2, 3, 4, 5, 10, 20 or 30. */
export function TextField(
  props: Common & {
    type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'date';
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
    autoComplete?: string;
    inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'text';
    spellCheck?: boolean;
    prefix?: string;
  },
) {
  const { problem, typed, describedBy } = parts(props);
  const classes = ['govuk-input'];
  if (props.width) classes.push(`govuk-input--width-${props.width}`);
  if (problem) classes.push('govuk-input--error');
  const input = (
    <input
      className={classes.join(' ')}
      id={props.name}
      name={props.name}
      type={props.type ?? 'text'}
      defaultValue={props.type === 'password' ? undefined : typed}
      aria-describedby={describedBy}
      aria-invalid={problem ? true : undefined}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      spellCheck={props.spellCheck}
    />
  );
  return (
    <Around common={props}>
      {props.prefix ? (
        <div className="govuk-input__wrapper">
          <div className="govuk-input__prefix" aria-hidden="true">
            {props.prefix}
          </div>
          {input}
        </div>
      ) : (
        input
      )}
    </Around>
  );
}

/** Several lines of text. */
export function TextArea(props: Common & { rows?: number; spellCheck?: boolean }) {
  const { problem, typed, describedBy } = parts(props);
  return (
    <Around common={props}>
      <textarea
        className={`govuk-textarea${problem ? ' govuk-textarea--error' : ''}`}
        id={props.name}
        name={props.name}
        rows={props.rows ?? 4}
        defaultValue={typed}
        aria-describedby={describedBy}
        aria-invalid={problem ? true : undefined}
        spellCheck={props.spellCheck}
      />
    </Around>
  );
}

export interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** One of a list, in a native select. */
export function Select(props: Common & { options: readonly { value: string; label: string }[] }) {
  const { problem, typed, describedBy } = parts(props);
  return (
    <Around common={props}>
      <select
        className={`govuk-select${problem ? ' govuk-select--error' : ''}`}
        id={props.name}
        name={props.name}
        defaultValue={typed}
        aria-describedby={describedBy}
        aria-invalid={problem ? true : undefined}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/**
 * Radios or checkboxes in a fieldset. The first box carries the field's name as its id, so that the
 * error summary's link lands on it.
 */
export function Choices(
  props: Omit<Common, 'value'> & {
    kind: 'radios' | 'checkboxes';
    options: readonly Option[];
    /** What is ticked before anything was typed. */
    values?: readonly string[];
    inline?: boolean;
    small?: boolean;
  },
) {
  const { kind, name, options } = props;
  const { problem, describedBy } = parts(props);
  const typed = props.answer?.typed[name];
  const ticked = props.answer
    ? typed === undefined
      ? []
      : [typed].flat()
    : [...(props.values ?? [])];
  const one = kind === 'radios' ? 'radios' : 'checkboxes';
  const classes = [`govuk-${one}`];
  if (props.inline) classes.push(`govuk-${one}--inline`);
  if (props.small) classes.push(`govuk-${one}--small`);
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
        <legend
          className={`govuk-fieldset__legend ${props.heading ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s'}`}
        >
          {props.heading ? (
            <h1 className="govuk-fieldset__heading">{props.label}</h1>
          ) : (
            <>
              {props.label}
              {props.optional ? ' (optional)' : null}
            </>
          )}
        </legend>
        <HintAndError common={props} />
        <div className={classes.join(' ')}>
          {options.map((option, at) => {
            const id = at === 0 ? name : `${name}-${at}`;
            return (
              <div className={`govuk-${one}__item`} key={option.value}>
                <input
                  className={`govuk-${one}__input`}
                  id={id}
                  name={name}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  value={option.value}
                  defaultChecked={ticked.includes(option.value)}
                  aria-describedby={option.hint ? `${id}-item-hint` : undefined}
                />
                <label className={`govuk-label govuk-${one}__label`} htmlFor={id}>
                  {option.label}
                </label>
                {option.hint ? (
                  <div id={`${id}-item-hint`} className={`govuk-hint govuk-${one}__hint`}>
                    {option.hint}
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

/** A file to bring in. The form around it needs `upload`. */
export function FileField(props: Common & { accept?: string }) {
  const { problem, describedBy } = parts(props);
  return (
    <Around common={props}>
      <input
        className={`govuk-file-upload${problem ? ' govuk-file-upload--error' : ''}`}
        id={props.name}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-describedby={describedBy}
      />
    </Around>
  );
}
