import type { ReactNode } from 'react';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { valuesOf, type RegisterRow } from './row.ts';
import { choicesOf, type Field, type ListsByName, type RowSpec } from './spec.ts';

interface Filled {
  lists: ListsByName;
  row: RegisterRow | null;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** Every field of a register in order; fields of one heading stand together. */
export function RegisterFields({ spec, ...filled }: Filled & { spec: RowSpec }) {
  const groups: { under: string | undefined; fields: Field[] }[] = [];
  for (const field of spec.fields) {
    const last = groups.at(-1);
    if (last && last.under === field.under) last.fields.push(field);
    else groups.push({ under: field.under, fields: [field] });
  }
  return (
    <>
      <TextField
        name="name"
        label={spec.nameLabel}
        hint={spec.nameHint}
        value={filled.row?.name}
        answer={filled.answer}
      />
      {groups.map(({ under, fields }) =>
        under === undefined ? (
          fields.map((field) => <OneField key={field.key} field={field} {...filled} />)
        ) : (
          <fieldset className="govuk-fieldset govuk-form-group" key={under}>
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{under}</legend>
            {fields[0]?.kind === 'hours' ? (
              <div className="govuk-hint">
                Such as 09:00-17:00. Leave a day empty when it is closed.
              </div>
            ) : null}
            <div className={fields[0]?.kind === 'hours' ? 'tl-hours' : undefined}>
              {fields.map((field) => (
                <OneField key={field.key} field={field} {...filled} />
              ))}
            </div>
          </fieldset>
        ),
      )}
    </>
  );
}

function OneField({ field, lists, row, answer }: Filled & { field: Field }) {
  const values = row ? valuesOf(row.fields, field.key) : [];
  const common = {
    name: field.key,
    label: field.label,
    hint: field.hint,
    optional: field.required === undefined && field.kind !== 'hours',
    answer,
  };
  const options = choicesOf(field, lists);
  switch (field.kind) {
    case 'text':
    case 'position':
      return <TextField {...common} value={values[0]} />;
    case 'hours':
      return <TextField {...common} width={20} value={values[0]} />;
    case 'number':
      return <TextField {...common} width={10} inputMode="numeric" value={values[0]} />;
    case 'day':
      return <TextField {...common} width={20} type="date" value={values[0]} />;
    case 'words':
      return <TextArea {...common} value={values[0]} />;
    case 'one':
      if (options.length === 0) return null;
      return field.required === undefined || options.length > 8 ? (
        <Select
          {...common}
          value={values[0]}
          options={[{ value: '', label: 'Select one' }, ...options]}
        />
      ) : (
        <Choices {...common} kind="radios" small options={options} values={values} />
      );
    case 'several':
      if (options.length === 0) return null;
      return field.folded ? (
        <Folded label={field.label} ticked={values.length}>
          <Choices {...common} kind="checkboxes" small options={options} values={values} />
        </Folded>
      ) : (
        <Choices {...common} kind="checkboxes" small options={options} values={values} />
      );
  }
}

function Folded(props: { label: string; ticked: number; children: ReactNode }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {props.label} ({props.ticked === 0 ? 'none yet' : props.ticked.toLocaleString('en-GB')})
        </span>
      </summary>
      <div className="govuk-details__text">{props.children}</div>
    </details>
  );
}
