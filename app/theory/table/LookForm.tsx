import type { ReactNode } from 'react';
import { PickButton } from '#app/ui/Form.tsx';
import { piecesOf, type MoreField, type Theory } from '../graph.ts';
import { usedTypes } from '../words.ts';
import { typeChoice } from './BoxRows.tsx';
import { TABLE_SORTS, type TableLook } from './table-look.ts';

/** Which rows the table shows, in which order and with which columns. */
export function LookForm(props: { theory: Theory; look: TableLook; fields: readonly MoreField[] }) {
  const { theory, look, fields } = props;
  const used = new Set<string>(usedTypes(theory));
  const types = (typeChoice(theory).options ?? []).filter(({ value }) => used.has(value));
  const parts = piecesOf(theory, 'part').map(({ id, more }) => ({
    value: id,
    label: more['name'] ?? 'A part',
  }));
  return (
    <details
      className="govuk-details"
      open={look.type !== '' || look.words !== '' || look.sort !== 'order'}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Choose rows, order and columns</span>
      </summary>
      <form method="get" className="tl-grid__look">
        {look.rows === 'links' ? <input type="hidden" name="rows" value="links" /> : null}
        <Pick name="type" label={look.rows === 'links' ? 'Starts at' : 'Type'} value={look.type}>
          <option value="">All types</option>
          {types.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Pick>
        {parts.length === 0 ? null : (
          <Pick name="part" label="Part" value={look.part ?? ''}>
            <option value="">All parts</option>
            {parts.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Pick>
        )}
        <Pick name="sort" label="Order" value={look.sort}>
          {TABLE_SORTS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Pick>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="look-words">
            With these words
          </label>
          <input
            className="govuk-input"
            id="look-words"
            name="words"
            type="search"
            maxLength={100}
            defaultValue={look.words}
          />
        </div>
        <fieldset className="govuk-fieldset tl-grid__columns">
          <legend className="govuk-fieldset__legend">Columns</legend>
          <input type="hidden" name="columns" value="" />
          {fields.map(({ key, label }) => (
            <label key={key} className="tl-grid__column">
              <input
                className="tl-cell-tick"
                type="checkbox"
                name="columns"
                value={key}
                defaultChecked={look.columns.includes(key)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <PickButton>Show</PickButton>
      </form>
    </details>
  );
}

function Pick(props: { name: string; label: string; value: string; children: ReactNode }) {
  const id = `look-${props.name}`;
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {props.label}
      </label>
      <select className="govuk-select" id={id} name={props.name} defaultValue={props.value}>
        {props.children}
      </select>
    </div>
  );
}
