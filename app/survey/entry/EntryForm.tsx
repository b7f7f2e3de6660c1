import { problemOf, typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { ErrorSummary, Form } from '#app/ui/Form.tsx';
import type { EntryLine, EntrySection } from './entry-page.ts';

/** What was typed so far, what is wrong with it, and where to go on. */
export interface TypedAgain {
  problems: Problem[];
  typed: Typed;
  /** The field that takes the focus; 'save': the button. */
  next?: string | undefined;
}

interface Props {
  sections: readonly EntrySection[];
  /** Minted with the empty page, so that one form is stored once. */
  formKey: string;
  /** The number that the form has or gets; null where it is not to be changed here. */
  number: number | null;
  typed: Typed;
  again: TypedAgain | undefined;
  save: string;
  /** What a form of this batch is called: form, call, interview. */
  noun: string;
}

/**
 * All questions on one page, typed by number. Without script, Enter sends what was typed and comes
 * back with the next question ready: the server passes by what this form does not ask.
 */
export function EntryForm(props: Props) {
  const { sections, again, number, noun } = props;
  const typed = again?.typed ?? props.typed;
  const problems = again?.problems ?? [];
  const focus = problems.length > 0 ? null : (again?.next ?? sections[0]?.lines[0]?.box ?? null);
  return (
    <>
      <ErrorSummary problems={problems} />
      <Form className="tl-entry">
        {/* The first button of a form is the one that Enter presses. */}
        <button
          type="submit"
          name="intent"
          value="on"
          className="govuk-visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          Go on to the next question
        </button>
        <input type="hidden" name="key" value={typedOf(typed, 'key', props.formKey)} />
        {number === null ? null : (
          <NumberOnForm number={number} noun={noun} typed={typed} problems={problems} />
        )}
        {sections.map((section, at) => (
          <fieldset className="govuk-fieldset tl-entry__section" key={at}>
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
              {section.title === '' ? `Part ${at + 1}` : section.title}
            </legend>
            {section.lines.map((line) => (
              <Line key={line.name} line={line} typed={typed} problems={problems} focus={focus} />
            ))}
          </fieldset>
        ))}
        <LeaveOut problems={problems} typed={typed} />
        <button
          type="submit"
          name="intent"
          value="save"
          className="govuk-button"
          autoFocus={focus === 'save'}
        >
          {props.save}
        </button>
      </Form>
    </>
  );
}

function NumberOnForm(props: {
  number: number;
  noun: string;
  typed: Typed;
  problems: readonly Problem[];
}) {
  const problem = problemOf(props.problems, 'number');
  return (
    <div className={`tl-entry__line${problem ? ' tl-entry__line--wrong' : ''}`}>
      <label className="govuk-label" htmlFor="number">
        Number of this {props.noun}
      </label>
      <Wrong field="number" problem={problem} />
      <input
        className="govuk-input govuk-input--width-4"
        id="number"
        name="number"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={typedOf(props.typed, 'number', String(props.number))}
        aria-describedby={problem ? 'number-error' : undefined}
      />
    </div>
  );
}

function Wrong({ field, problem }: { field: string; problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <p id={`${field}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {problem}
    </p>
  );
}

interface LineProps {
  line: EntryLine;
  typed: Typed;
  problems: readonly Problem[];
  focus: string | null;
}

function Line({ line, typed, problems, focus }: LineProps) {
  const { box } = line;
  const problem = problemOf(problems, box);
  const common = {
    id: box,
    name: box,
    defaultValue: typedOf(typed, box),
    autoComplete: 'off',
    autoFocus: focus === box,
    'aria-describedby':
      [line.codes.length > 0 ? `${box}-codes` : '', problem ? `${box}-error` : '']
        .filter(Boolean)
        .join(' ') || undefined,
    'aria-invalid': problem ? true : undefined,
  };
  return (
    <div className={`tl-entry__line${problem ? ' tl-entry__line--wrong' : ''}`}>
      <label className="govuk-label tl-entry__title" htmlFor={box}>
        <strong>{line.number}</strong> {line.title}
        {line.only === '' ? null : <span className="tl-entry__some"> (only if {line.only})</span>}
      </label>
      <Wrong field={box} problem={problem} />
      <Codes line={line} />
      {line.kind === 'lines' ? (
        <textarea {...common} className="govuk-textarea tl-entry__words" rows={2} />
      ) : (
        <input
          {...common}
          className={`govuk-input ${WIDTHS[line.kind]}${problem ? ' govuk-input--error' : ''}`}
          type="text"
          inputMode={line.kind === 'code' || line.kind === 'number' ? 'numeric' : undefined}
        />
      )}
      {line.wordsBox === null ? null : (
        <OtherWords
          box={line.wordsBox}
          number={line.number}
          typed={typed}
          problems={problems}
          focus={focus}
        />
      )}
    </div>
  );
}

const WIDTHS: Readonly<Record<Exclude<EntryLine['kind'], 'lines'>, string>> = {
  code: 'govuk-input--width-4',
  codes: 'govuk-input--width-20',
  number: 'govuk-input--width-5',
  date: 'govuk-input--width-10',
  line: 'tl-entry__words',
};

function Codes({ line }: { line: EntryLine }) {
  const last = line.kind === 'lines' || line.kind === 'line' ? null : line.noReply;
  if (line.codes.length === 0) {
    return line.kind === 'date' ? (
      <p className="tl-entry__codes">Day, month and year, such as 27 3 2025</p>
    ) : null;
  }
  return (
    <ul className="tl-entry__codes" id={`${line.box}-codes`}>
      {line.codes.map(({ code, text }) => (
        <li key={code}>
          <strong>{code}</strong> {text === String(code) ? null : text}
        </li>
      ))}
      {last === null ? null : (
        <li>
          <strong>{last}</strong> No reply
        </li>
      )}
    </ul>
  );
}

function OtherWords(props: {
  box: string;
  number: number;
  typed: Typed;
  problems: readonly Problem[];
  focus: string | null;
}) {
  const { box } = props;
  const problem = problemOf(props.problems, box);
  return (
    <div className="tl-entry__other">
      <label className="govuk-label" htmlFor={box}>
        Words beside “something else”
        <span className="govuk-visually-hidden"> of question {props.number}</span>
      </label>
      <Wrong field={box} problem={problem} />
      <input
        className={`govuk-input tl-entry__words${problem ? ' govuk-input--error' : ''}`}
        id={box}
        name={box}
        type="text"
        autoComplete="off"
        autoFocus={props.focus === box}
        defaultValue={typedOf(props.typed, box)}
        aria-describedby={problem ? `${box}-error` : undefined}
      />
    </div>
  );
}

/** Asked only when answers stand where the form says to pass by. */
function LeaveOut({ problems, typed }: { problems: readonly Problem[]; typed: Typed }) {
  const problem = problemOf(problems, 'leaveOut');
  if (problem === undefined && typedOf(typed, 'leaveOut') !== 'yes') return null;
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <Wrong field="leaveOut" problem={problem} />
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            type="checkbox"
            id="leaveOut"
            name="leaveOut"
            value="yes"
            defaultChecked={typedOf(typed, 'leaveOut') === 'yes'}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor="leaveOut">
            Leave out the answers to questions that this family was to pass by
          </label>
        </div>
      </div>
    </div>
  );
}

/** How to type, said once above the form. */
export function HowToType() {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">How to type</span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          <li>Type the number of the answer and press Enter: the next question is ready.</li>
          <li>Where several answers are ticked, type all numbers with a space between.</li>
          <li>
            <strong>99</strong> or <strong>-</strong> says that the question was left empty. The Tab
            key passes a question by as well.
          </li>
          <li>
            <strong>97</strong> is always something else, <strong>98</strong> prefer not to say.
          </li>
          <li>In a large box, Enter begins a new line: press Tab to go on.</li>
          <li>Type what stands on the form, with its mistakes. Leave out names and addresses.</li>
        </ul>
      </div>
    </details>
  );
}
