import { useEffect, useId, useRef, useState } from 'react';
import { readValue } from '../fields.ts';
import { LIMITS, type MoreField } from '../graph.ts';
import { typistOf } from '../live/here.ts';
import { usePeople } from '../live/useLive.tsx';

/** Fields that save while they are typed in. */

export interface WordsProps {
  value: string;
  disabled: boolean;
  save: (from: string, to: string) => boolean;
  done: () => void;
  /** The field as others are told of it, see fieldKey. */
  mark: string;
}

/** A field that saves while it is typed in, and shows what others write as soon as it is known. */
export function Words(
  props: WordsProps & {
    label: string;
    id?: string;
    rows: number;
    needed?: boolean;
    /** The most characters that there is room for; those of a further fact where it is not given. */
    most?: number;
  },
) {
  const made = useId();
  const id = props.id ?? made;
  const [typed, setTyped] = useState(props.value);
  // What stands in the theory is either what was typed here last or what somebody else wrote since.
  const own = useRef(props.value);
  useEffect(() => {
    if (props.value === own.current) return;
    own.current = props.value;
    setTyped(props.value);
  }, [props.value]);
  const empty = props.needed === true && typed.trim() === '';
  const typist = typistOf(usePeople(), props.mark);
  const most = props.most ?? LIMITS.more;
  const full = !props.disabled && typed.length >= most;
  const described = [
    empty ? `${id}-error` : '',
    typist === null ? '' : `${id}-typist`,
    full ? `${id}-full` : '',
  ].filter((each) => each !== '');
  return (
    <div className={`govuk-form-group${empty ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {props.label}
      </label>
      {empty ? (
        <p className="govuk-error-message" id={`${id}-error`}>
          <span className="govuk-visually-hidden">Error:</span> Enter what the box says
        </p>
      ) : null}
      {typist === null ? null : (
        <p className="tl-typist" id={`${id}-typist`}>
          {typist}.
          {props.disabled
            ? ''
            : ' You can type too: if you both change it, you choose which stays.'}
        </p>
      )}
      <textarea
        className={`govuk-textarea${empty ? ' govuk-textarea--error' : ''}`}
        id={id}
        rows={props.rows}
        value={typed}
        maxLength={most}
        readOnly={props.disabled}
        aria-describedby={described.join(' ') || undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          const to = target.value.trim();
          if (to === props.value || (props.needed === true && to === '')) return;
          own.current = to;
          props.save(props.value, to);
        }}
        onBlur={() => {
          setTyped(props.value);
          props.done();
        }}
      />
      {full ? (
        <p className="govuk-hint" id={`${id}-full`} role="status">
          That is all there is room for: {most} characters.
        </p>
      ) : null}
    </div>
  );
}

/** A further fact: a line of words, a date or a tick. */
export function MoreWords(props: WordsProps & { field: MoreField }) {
  const { field, value, disabled, save, done } = props;
  const id = useId();
  if (field.kind === 'yes') {
    return (
      <div className="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            type="checkbox"
            id={id}
            checked={value === 'yes'}
            disabled={disabled}
            onChange={({ target }) => save(value, target.checked ? 'yes' : '')}
            onBlur={done}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            {field.label}
          </label>
        </div>
      </div>
    );
  }
  if (field.kind === 'day') {
    return (
      <div className="govuk-form-group">
        <label className="govuk-label govuk-label--s" htmlFor={id}>
          {field.label}
        </label>
        <input
          className="govuk-input govuk-input--width-10"
          type="date"
          id={id}
          value={value}
          readOnly={disabled}
          onChange={({ target }) => save(value, target.value)}
          onBlur={done}
        />
      </div>
    );
  }
  if (field.kind === 'choice') {
    return (
      <div className="govuk-form-group">
        <label className="govuk-label govuk-label--s" htmlFor={id}>
          {field.label} (optional)
        </label>
        <select
          className="govuk-select"
          id={id}
          value={value}
          disabled={disabled}
          onChange={({ target }) => save(value, target.value)}
          onBlur={done}
        >
          <option value="">Not said</option>
          {(field.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    );
  }
  if (field.kind === 'number') {
    return (
      <div className="govuk-form-group">
        <label className="govuk-label govuk-label--s" htmlFor={id}>
          {field.label} (optional)
        </label>
        <input
          className="govuk-input govuk-input--width-4"
          id={id}
          inputMode="numeric"
          value={value}
          readOnly={disabled}
          onChange={({ target }) => {
            if (readValue(field, target.value) !== null) save(value, target.value.trim());
          }}
          onBlur={done}
        />
      </div>
    );
  }
  return <Words {...props} label={`${field.label} (optional)`} rows={1} />;
}
