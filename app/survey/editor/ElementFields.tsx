import { problemOf, type Problem, type Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { SPECIALS, type ElementForm, type FormChoice } from './element-form.ts';

interface Props {
  form: ElementForm;
  /** Its type, so that only what it can have is offered. */
  type: string;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** Everything that staff write about one question, passage or group. */
export function ElementFields(props: Props) {
  const { form, type, answer } = props;
  if (form.paragraphs !== undefined) {
    return (
      <TextArea
        name="paragraphs"
        label="The words"
        hint="An empty line begins a new paragraph. Links and pictures are not kept"
        rows={8}
        answer={answer}
        value={form.paragraphs}
      />
    );
  }
  const group = type === 'panel';
  return (
    <>
      <TextArea
        name="title"
        label={group ? 'Heading' : 'Question'}
        rows={2}
        optional={group}
        answer={answer}
        value={form.title}
      />
      <TextArea
        name="description"
        label="Hint"
        hint="Shown under the question: what you mean by a word, or why you ask"
        optional
        rows={2}
        answer={answer}
        value={form.description}
      />
      {form.choiceType === undefined ? null : <ChoiceKind {...props} />}
      {form.choices === undefined ? null : <Answers choices={form.choices} answer={answer} />}
      {form.specials === undefined ? null : <Specials {...props} />}
      <Limits {...props} />
      {form.required === undefined ? null : <Required {...props} />}
    </>
  );
}

function ChoiceKind({ form, answer }: Props) {
  return (
    <Choices
      kind="radios"
      name="choiceType"
      label="How many answers may be given?"
      answer={answer}
      values={[form.choiceType ?? 'radiogroup']}
      options={[
        { value: 'radiogroup', label: 'One' },
        { value: 'checkbox', label: 'Several: all that apply' },
        { value: 'dropdown', label: 'One, from a menu', hint: 'For more than about 15 answers' },
      ]}
    />
  );
}

/** A row an answer, each with its code; what is written below is added at the end. */
function Answers(props: { choices: readonly FormChoice[]; answer: Props['answer'] }) {
  const rows = props.answer ? typedRows(props.answer.typed) : props.choices;
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Answers</legend>
      <div className="govuk-hint">
        Empty one to take it out. The code stays when you correct the words: answers that were given
        keep it.
      </div>
      {rows.map(({ code, text }, at) => (
        <div className="tl-answer-row" key={code ?? `new-${at}`}>
          <label className="govuk-visually-hidden" htmlFor={`choice-${at}`}>
            Answer {at + 1}
          </label>
          <input
            className="govuk-input"
            id={`choice-${at}`}
            name={`choice-${at}`}
            defaultValue={text}
          />
          <input type="hidden" name={`code-${at}`} value={code ?? ''} />
          <RowButton does="choice-up" at={at} words="Up" />
          <RowButton does="choice-down" at={at} words="Down" />
          <RowButton does="choice-remove" at={at} words="Remove" />
          {code === null ? null : <span className="tl-answer-row__code">code {code}</span>}
        </div>
      ))}
      <TextArea
        name="more"
        label="More answers"
        hint="One a line"
        rows={3}
        optional
        answer={props.answer}
      />
    </fieldset>
  );
}

function RowButton({ does, at, words }: { does: string; at: number; words: string }) {
  return (
    <button type="submit" className="tl-link-button" name="press" value={`${does} ${at}`}>
      {words}
      <span className="govuk-visually-hidden"> answer {at + 1}</span>
    </button>
  );
}

/** What was typed into the rows, when the form comes back with something wrong. */
function typedRows(typed: Typed): FormChoice[] {
  const rows: FormChoice[] = [];
  for (let at = 0; `choice-${at}` in typed; at += 1) {
    const [text, code] = [typed[`choice-${at}`], typed[`code-${at}`]];
    rows.push({
      code: typeof code === 'string' && code !== '' ? code : null,
      text: typeof text === 'string' ? text : '',
    });
  }
  return rows;
}

function Specials({ form, answer }: Props) {
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Answers that stand apart
      </legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {SPECIALS.map(({ show, text, name, hint }) => {
          const given = form.specials?.[show];
          const ticked = answer ? answer.typed[show] === 'yes' : given?.shown === true;
          return (
            <div key={show}>
              <div className="govuk-checkboxes__item">
                <input
                  className="govuk-checkboxes__input"
                  type="checkbox"
                  id={show}
                  name={show}
                  value="yes"
                  defaultChecked={ticked}
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={show}>
                  {name}
                  {hint === '' ? null : `, ${hint}`}
                </label>
              </div>
              <div className="govuk-checkboxes__conditional">
                <TextField
                  name={text}
                  label={`Other words for “${name}”`}
                  optional
                  answer={answer}
                  value={given?.text}
                />
              </div>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What an answer may be: its length, its numbers, the ends of a scale. */
function Limits({ form, type, answer }: Props) {
  const number = (name: string, label: string, value: number | null | undefined, hint = '') => (
    <TextField
      name={name}
      label={label}
      hint={hint === '' ? undefined : hint}
      width={5}
      inputMode="numeric"
      optional
      answer={answer}
      value={String(value ?? '')}
    />
  );
  const text = (name: string, label: string, value: string | undefined) => (
    <TextField name={name} label={label} optional answer={answer} value={value} />
  );
  return (
    <>
      {form.choiceType === 'checkbox'
        ? number('most', 'At most this many answers', form.most)
        : null}
      {form.inputType === undefined ? null : (
        <Select
          name="inputType"
          label="What is typed"
          answer={answer}
          value={form.inputType}
          options={[
            { value: 'text', label: 'Words' },
            { value: 'number', label: 'A number' },
            { value: 'date', label: 'A date' },
          ]}
        />
      )}
      {form.longest === undefined
        ? null
        : number(
            'longest',
            'Longest answer, in characters',
            form.longest,
            type === 'comment' ? 'Left empty: 2,000' : 'Left empty: 200. Only for words',
          )}
      {form.least === undefined
        ? null
        : number('least', type === 'rating' ? 'The scale begins at' : 'Lowest number', form.least)}
      {form.highest === undefined
        ? null
        : number(
            'highest',
            type === 'rating' ? 'The scale ends at' : 'Highest number',
            form.highest,
            type === 'rating' ? 'Left empty: 5' : '',
          )}
      {form.ends ? text('low', 'What the lowest means', form.ends.low) : null}
      {form.ends ? text('high', 'What the highest means', form.ends.high) : null}
      {form.labels ? text('yes', 'Other words for “Yes”', form.labels.yes) : null}
      {form.labels ? text('no', 'Other words for “No”', form.labels.no) : null}
    </>
  );
}

function Required({ form, answer }: Props) {
  return (
    <>
      <Choices
        kind="radios"
        name="required"
        label="May families leave it out?"
        answer={answer}
        values={[form.required ? 'yes' : 'no']}
        options={[
          { value: 'no', label: 'Yes, it is optional' },
          {
            value: 'yes',
            label: 'No, it must be answered',
            hint: 'People who must answer what they would rather not, stop',
          },
        ]}
      />
      <TextField
        name="requiredText"
        label="What they read when they leave it out"
        hint="Such as: Select how old your children are"
        optional
        answer={answer}
        value={form.requiredText}
      />
    </>
  );
}

/** What somebody else saved, beside each field that both changed. */
export function TheirWords(props: { theirs: ElementForm | null; problems: readonly Problem[] }) {
  const { theirs } = props;
  if (!theirs || !problemOf(props.problems, 'clash')) return null;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>What was saved in the meantime</strong>
      </p>
      <p className="govuk-body">{theirs.title}</p>
      {theirs.description ? <p className="govuk-hint">{theirs.description}</p> : null}
      {theirs.choices ? (
        <ul className="govuk-list govuk-list--bullet">
          {theirs.choices.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      ) : null}
      {theirs.paragraphs ? <p className="govuk-body">{theirs.paragraphs}</p> : null}
    </div>
  );
}
