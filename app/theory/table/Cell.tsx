import { problemOf, typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import type { MoreField } from '../graph.ts';

export type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

interface CellProps {
  /** Its name in the form, such as `lead~ID`. */
  name: string;
  /** Where it is not the name: the first field of a row is the row's place on the page. */
  id?: string;
  /** What it is and of which row, for whoever does not see the table. */
  says: string;
  value: string;
  answer: Answer;
}

/** One field of a table that is edited in place. Its column is its visible label. */
export function Cell(props: CellProps & { field: Pick<MoreField, 'kind' | 'options'> }) {
  const { field, name, says, answer } = props;
  const id = props.id ?? name;
  const problem = answer && problemOf(answer.problems, name);
  const value = answer ? typedOf(answer.typed, name) : props.value;
  const common = {
    id,
    name,
    'aria-label': says,
    'aria-invalid': problem ? (true as const) : undefined,
    'aria-describedby': problem ? `${name}-error` : undefined,
  };
  return (
    <>
      {problem ? (
        <p className="govuk-error-message" id={`${name}-error`}>
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      ) : null}
      <CellInput field={field} common={common} value={value} wrong={problem !== undefined} />
    </>
  );
}

function CellInput(props: {
  field: Pick<MoreField, 'kind' | 'options'>;
  common: { id: string; name: string; 'aria-label': string };
  value: string;
  wrong: boolean;
}) {
  const { field, common, value } = props;
  const classes = (one: string) =>
    `govuk-${one} tl-cell${props.wrong ? ` govuk-${one}--error` : ''}`;
  switch (field.kind) {
    case 'text':
      return <textarea {...common} className={classes('textarea')} rows={1} defaultValue={value} />;
    case 'yes':
      return (
        <input
          {...common}
          className="tl-cell-tick"
          type="checkbox"
          value="yes"
          defaultChecked={value === 'yes'}
        />
      );
    case 'day':
      return <input {...common} className={classes('input')} type="date" defaultValue={value} />;
    case 'number':
      return (
        <input
          {...common}
          className={classes('input')}
          inputMode="numeric"
          size={4}
          defaultValue={value}
        />
      );
    case 'choice':
      return (
        <select {...common} className={classes('select')} defaultValue={value}>
          {field.options?.some((option) => option.value === '') ? null : <option value="" />}
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
  }
}

/** A button of a row: it saves everything that was typed, and then does this. */
export function RowButton(props: { does: string; says: string; about: string; warning?: boolean }) {
  return (
    <button
      type="submit"
      name="do"
      value={props.does}
      className={`tl-tool${props.warning ? ' tl-tool--warning' : ''}`}
    >
      {props.says}
      <span className="govuk-visually-hidden">: {props.about}</span>
    </button>
  );
}
