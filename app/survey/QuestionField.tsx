import type { ReactNode } from 'react';
import { problemOf, type Problem } from '#app/http/problems.ts';
import { dateField, type Fields } from './posted.ts';
import { useSpeaker, Written } from './languages/Speaking.tsx';
import type { ShownOption, ShownQuestion } from './respondent-page.ts';

interface Props {
  question: ShownQuestion;
  fields: Fields;
  problems: readonly Problem[];
  /** The question's title is the heading of the page. */
  heading: boolean;
}

/** One question in native controls, which every phone, reader and browser knows. */
export function QuestionField(props: Props) {
  switch (props.question.control) {
    case 'radios':
    case 'checkboxes':
      return <OptionsField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'select':
      return <SelectField {...props} />;
    case 'line':
    case 'lines':
      return <WordsField {...props} />;
  }
}

function describedBy({ question, problems }: Props): string | undefined {
  const { name, hint, room } = question;
  const ids = [
    hint === '' ? '' : `${name}-hint`,
    room === null ? '' : `${name}-room`,
    problemOf(problems, name) ? `${name}-error` : '',
  ].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

function Title({ question }: { question: ShownQuestion }) {
  const { words } = useSpeaker();
  return (
    <>
      <Written lang={question.titleLang}>{question.title}</Written>
      {question.optional ? ` (${words.optional})` : null}
    </>
  );
}

function HintAndError({ question, problems }: Props) {
  const problem = problemOf(problems, question.name);
  return (
    <>
      {question.hint === '' ? null : (
        <div id={`${question.name}-hint`} className="govuk-hint">
          <Written lang={question.hintLang}>{question.hint}</Written>
        </div>
      )}
      {problem ? <FieldError name={question.name} message={problem} /> : null}
    </>
  );
}

function FieldError({ name, message }: { name: string; message: string }) {
  const { words } = useSpeaker();
  return (
    <p id={`${name}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">{words.error}:</span> {message}
    </p>
  );
}

function Group({ props, children }: { props: Props; children: ReactNode }) {
  const { question, problems } = props;
  const wrong = [question.name, question.otherField ?? ''].some((name) =>
    problemOf(problems, name),
  );
  return (
    <div className={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>{children}</div>
  );
}

/** Several controls under one question: a fieldset whose legend is the question. */
function Fieldset({ props, children }: { props: Props; children: ReactNode }) {
  const size = props.heading ? 'l' : 'm';
  return (
    <Group props={props}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(props)}>
        <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>
          {props.heading ? (
            <h1 className="govuk-fieldset__heading">
              <Title question={props.question} />
            </h1>
          ) : (
            <Title question={props.question} />
          )}
        </legend>
        <HintAndError {...props} />
        {children}
      </fieldset>
    </Group>
  );
}

function OptionsField(props: Props) {
  const { question, fields } = props;
  const one = question.control;
  const given = fields[question.name] ?? [];
  const firstApart = question.options.findIndex(({ apart }) => apart);
  return (
    <Fieldset props={props}>
      <div className={`govuk-${one}`}>
        {question.options.map((option, at) => (
          <OptionItem
            key={option.value}
            option={option}
            id={at === 0 ? question.name : `${question.name}-${at}`}
            checked={given.includes(option.value)}
            divided={at === firstApart && at > 0}
            props={props}
          />
        ))}
      </div>
    </Fieldset>
  );
}

function OptionItem(item: {
  option: ShownOption;
  id: string;
  checked: boolean;
  divided: boolean;
  props: Props;
}) {
  const { option, id, props } = item;
  const { words } = useSpeaker();
  const one = props.question.control;
  return (
    <>
      {item.divided ? <div className={`govuk-${one}__divider`}>{words.or}</div> : null}
      <div className={`govuk-${one}__item`}>
        <input
          className={`govuk-${one}__input`}
          id={id}
          name={props.question.name}
          type={one === 'radios' ? 'radio' : 'checkbox'}
          value={option.value}
          defaultChecked={item.checked}
        />
        <label className={`govuk-label govuk-${one}__label`} htmlFor={id}>
          <Written lang={option.lang}>{option.text}</Written>
        </label>
      </div>
      {option.isOther ? (
        <div className={`govuk-${one}__conditional`}>
          <OtherWords {...props} />
        </div>
      ) : null}
    </>
  );
}

/** The words of "something else": always there, because nothing on this page can make it appear. */
function OtherWords({ question, fields, problems }: Props) {
  const { words, say } = useSpeaker();
  const name = question.otherField;
  if (name === null) return null;
  const problem = problemOf(problems, name);
  return (
    <>
      <label className="govuk-label" htmlFor={name}>
        {question.control === 'select'
          ? say('inYourWordsFor', {
              option: question.options.find(({ isOther }) => isOther)?.text ?? '',
            })
          : words.inYourWords}
      </label>
      {problem ? <FieldError name={name} message={problem} /> : null}
      <input
        className={`govuk-input${problem ? ' govuk-input--error' : ''}`}
        id={name}
        name={name}
        type="text"
        dir="auto"
        defaultValue={fields[name]?.[0]}
        aria-describedby={problem ? `${name}-error` : undefined}
        autoComplete="off"
      />
    </>
  );
}

function Label({ props }: { props: Props }) {
  const { question, heading } = props;
  const label = (
    <label className={`govuk-label govuk-label--${heading ? 'l' : 'm'}`} htmlFor={question.name}>
      <Title question={question} />
    </label>
  );
  return heading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}

function SelectField(props: Props) {
  const { words } = useSpeaker();
  const { question, fields, problems } = props;
  return (
    <Group props={props}>
      <Label props={props} />
      <HintAndError {...props} />
      <select
        className={`govuk-select${problemOf(problems, question.name) ? ' govuk-select--error' : ''}`}
        id={question.name}
        name={question.name}
        defaultValue={fields[question.name]?.[0] ?? ''}
        aria-describedby={describedBy(props)}
      >
        <option value="">{words.choose}</option>
        {question.options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.text}
          </option>
        ))}
      </select>
      {question.otherField === null ? null : (
        <div className="govuk-!-margin-top-4">
          <OtherWords {...props} />
        </div>
      )}
    </Group>
  );
}

function WordsField(props: Props) {
  const { say } = useSpeaker();
  const { question, fields, problems } = props;
  const wrong = problemOf(problems, question.name) !== undefined;
  const common = {
    id: question.name,
    name: question.name,
    // What is typed runs in the direction of the language that it is in.
    dir: 'auto',
    defaultValue: fields[question.name]?.[0],
    'aria-describedby': describedBy(props),
    'aria-invalid': wrong ? true : undefined,
  };
  return (
    <Group props={props}>
      <Label props={props} />
      <HintAndError {...props} />
      {question.control === 'lines' ? (
        <textarea
          {...common}
          className={`govuk-textarea${wrong ? ' govuk-textarea--error' : ''}`}
          rows={question.rows}
        />
      ) : (
        <input
          {...common}
          className={`govuk-input${question.input === 'number' ? ' govuk-input--width-5' : ''}${wrong ? ' govuk-input--error' : ''}`}
          type={question.input === 'number' ? 'text' : question.input}
          inputMode={question.input === 'number' ? 'decimal' : undefined}
          autoComplete="off"
        />
      )}
      {question.room === null ? null : (
        <div id={`${question.name}-room`} className="govuk-hint">
          {say('room', { characters: question.room })}
        </div>
      )}
    </Group>
  );
}

const DATE_PARTS = [
  ['day', 2],
  ['month', 2],
  ['year', 4],
] as const;

function DateField(props: Props) {
  const { words } = useSpeaker();
  const { question, fields, problems } = props;
  const wrong = problemOf(problems, question.name) !== undefined;
  return (
    <Fieldset props={props}>
      <div className="govuk-date-input">
        {DATE_PARTS.map(([part, width], at) => {
          const name = dateField(question.name, part);
          // The error summary's link lands on the first box.
          const id = at === 0 ? question.name : name;
          return (
            <div className="govuk-date-input__item" key={part}>
              <label className="govuk-label govuk-date-input__label" htmlFor={id}>
                {words[part]}
              </label>
              <input
                className={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong ? ' govuk-input--error' : ''}`}
                id={id}
                name={name}
                type="text"
                inputMode="numeric"
                defaultValue={fields[name]?.[0]}
                autoComplete="off"
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
