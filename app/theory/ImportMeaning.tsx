import { Choices, Select } from '#app/ui/Field.tsx';
import { Button } from '#app/ui/Form.tsx';
import { many } from '#app/ui/words.ts';
import { BOX_TYPES, TYPE_WORDS } from './graph.ts';
import type { Preview } from './import-form.ts';

/** What a person says of somebody else's file: what its columns, styles or types are. */

const TYPES = BOX_TYPES.map((type) => ({ value: type, label: TYPE_WORDS[type].many }));

/** The groups of a map, each with what its boxes are, and the diagrams to bring in. */
export function MapMeaning({ map }: { map: NonNullable<Preview['map']> }) {
  const options = [
    ...TYPES,
    { value: 'measure', label: 'Measures of the boxes that they are linked to' },
    { value: '', label: 'Leave these boxes out' },
  ];
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        How the file is meant
      </legend>
      {map.diagrams.length < 2 ? null : (
        <>
          <input type="hidden" name="diagrams" value="shown" />
          <Choices
            kind="checkboxes"
            small
            name="diagram"
            label="Diagrams to bring in"
            hint="A box that stands in several of them comes in once. Each diagram becomes a part of the theory"
            values={map.diagrams.filter(({ chosen }) => chosen).map(({ id }) => id)}
            options={map.diagrams.map(({ id, name, boxes }) => ({
              value: id,
              label: `${name} (${many(boxes, 'box', 'boxes')})`,
            }))}
          />
        </>
      )}
      {map.groups.map(({ name, boxes, meaning, sure }, index) => (
        <Select
          key={index}
          name={`group-${index}`}
          label={`“${name.slice(0, 80)}” (${many(boxes, 'box', 'boxes')})`}
          {...(sure ? {} : { hint: 'Taken by its words: look whether it is right' })}
          value={meaning ?? ''}
          options={options}
        />
      ))}
      <Button intent="again" kind="secondary">
        Read it again like this
      </Button>
    </fieldset>
  );
}

/** The columns of a printed table, each with what its boxes are, and rows that were left out. */
export function ImportMeaning({ printed }: { printed: NonNullable<Preview['printed']> }) {
  const types = [{ value: '', label: 'Leave this column out' }, ...TYPES];
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        How the table is meant
      </legend>
      {printed.columns.map(({ index, title, type }) => (
        <Select
          key={index}
          name={`column-${index}`}
          label={title === '' ? `Column ${index + 1}` : `Column “${title.slice(0, 60)}”`}
          value={type ?? ''}
          options={types}
        />
      ))}
      {printed.leftOut.length === 0 ? null : (
        <Choices
          kind="checkboxes"
          small
          name="keep"
          label="Rows that were not taken for boxes"
          hint="Tick a row to take its cells as boxes after all"
          options={printed.leftOut.map(({ row, words, because }) => ({
            value: String(row),
            label: words,
            hint: because,
          }))}
        />
      )}
      <Choices
        kind="checkboxes"
        small
        name="split"
        label="Cells that hold several statements"
        values={printed.split ? ['yes'] : []}
        options={[{ value: 'yes', label: 'Make a box of each statement' }]}
      />
      <Button intent="again" kind="secondary">
        Read it again like this
      </Button>
    </fieldset>
  );
}
