import type { Problem, Typed } from '#app/http/problems.ts';
import { problemOf, typedOf } from '#app/http/problems.ts';
import type { Branch, InTree } from './tree.ts';

export type ListedTheme = Branch<InTree & { definition: string; isNot: string; example: string }>;

type Reply = { problems: readonly Problem[]; typed: Typed } | undefined;

/** The field in which numbers of themes are typed: Enter saves, so that hands stay on the keys. */
export function NumbersField(props: {
  name: string;
  label: string;
  hint?: string;
  hideLabel?: boolean;
  autoFocus?: boolean;
  value: string;
  answer: Reply;
}) {
  const { name, answer } = props;
  const problem = answer && problemOf(answer.problems, name);
  const described = [props.hint ? `${name}-hint` : '', problem ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <label
        className={props.hideLabel ? 'govuk-visually-hidden' : 'govuk-label govuk-label--s'}
        htmlFor={name}
      >
        {props.label}
      </label>
      {props.hint ? (
        <div id={`${name}-hint`} className="govuk-hint">
          {props.hint}
        </div>
      ) : null}
      {problem ? (
        <p id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      ) : null}
      <input
        className={`govuk-input govuk-input--width-10${problem ? ' govuk-input--error' : ''}`}
        id={name}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        autoFocus={props.autoFocus && !answer}
        defaultValue={answer ? typedOf(answer.typed, name) : props.value}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}

/** Every theme as a numbered box to tick, each with what belongs there. */
export function ThemeBoxes(props: {
  tree: readonly ListedTheme[];
  ticked: readonly string[];
  answer: Reply;
}) {
  const typed = props.answer?.typed['theme'];
  const ticked = props.answer ? (typed === undefined ? [] : [typed].flat()) : props.ticked;
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Or tick them</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {props.tree.map((theme) => (
          <div className={`govuk-checkboxes__item tl-depth-${theme.depth}`} key={theme.id}>
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={`theme-${theme.id}`}
              name="theme"
              value={theme.id}
              defaultChecked={ticked.includes(theme.id)}
              aria-describedby={`theme-${theme.id}-hint`}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`theme-${theme.id}`}>
              <strong className="tl-numbers">{theme.number}</strong> {theme.name}
            </label>
            <div
              id={`theme-${theme.id}-hint`}
              className="govuk-hint govuk-checkboxes__hint govuk-!-margin-bottom-1"
            >
              {theme.definition}
              {theme.isNot === '' ? null : ` Not: ${theme.isNot}`}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The numbers and names of the themes, to look up while coding a list. */
export function ThemeKey({ tree }: { tree: readonly ListedTheme[] }) {
  return (
    <ul className="govuk-list tl-theme-key">
      {tree.map((theme) => (
        <li key={theme.id} className={`tl-depth-${theme.depth}`}>
          <strong className="tl-numbers">{theme.number}</strong> {theme.name}
        </li>
      ))}
    </ul>
  );
}
