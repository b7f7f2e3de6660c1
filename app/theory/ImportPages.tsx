import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, FileField, Select, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { BOX_TYPES, TYPE_WORDS } from './graph.ts';
import type { Preview } from './import-form.ts';

/** The first step: a file. */
export function ChooseFile(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <p className="govuk-body">
          A table from a report, saved as CSV: a column a type, such as Activities or Long-term
          outcomes, and a box a cell. Or a theory that was exported as JSON or CSV. You see what was
          read before anything is brought in.
        </p>
        <Form upload>
          <FileField
            name="file"
            label="File"
            hint="CSV or JSON, 2 MB at most"
            accept=".csv,.json,.txt,text/csv,application/json"
            answer={props.answer}
          />
          <Button intent="read">Read the file</Button>
        </Form>
      </div>
    </div>
  );
}

/** The second step: what was read, how its columns are meant, and bringing it in. */
export function ImportPreview(props: { preview: Preview; boxesThere: number | null }) {
  const { preview, boxesThere } = props;
  return (
    <Form>
      <input type="hidden" name="text" value={JSON.stringify(preview.text)} />
      <h2 className="govuk-heading-m">What was read</h2>
      <ul className="govuk-list govuk-list--bullet">
        {preview.counts.map(({ name, count }) => (
          <li key={name}>
            {count} {name.toLowerCase()}
          </li>
        ))}
        <li>{preview.links === 0 ? 'no links' : many(preview.links, 'link')}</li>
      </ul>
      {preview.notes.map((note) => (
        <p className="govuk-inset-text" key={note}>
          {note}
        </p>
      ))}
      {preview.notDrawn === 0 ? null : (
        <p className="govuk-inset-text">
          {many(preview.notDrawn, 'link')} of the file cannot be drawn: a box at an end is missing,
          or it is there twice.
        </p>
      )}
      {preview.printed === null ? null : <Meaning printed={preview.printed} />}
      <Table
        caption="Every box that comes in"
        captionSize="s"
        rows={preview.boxes.map((box, index) => ({ ...box, index }))}
        rowKey={(row) => String(row.index)}
        empty={<p className="govuk-body">No box was found.</p>}
        columns={[
          { header: 'Type', cell: (row) => row.typeName },
          { header: 'Box', rowHeader: true, cell: (row) => row.label },
        ]}
      />
      <TextField name="title" label="Title of the theory" value={preview.title} />
      {boxesThere === null || boxesThere === 0 ? null : (
        <Choices
          kind="radios"
          name="meeting"
          label={`There are ${many(boxesThere, 'box', 'boxes')} in the theory already`}
          values={['add']}
          options={[
            { value: 'add', label: 'Put the new boxes under them' },
            {
              value: 'replace',
              label: 'Delete them first',
              hint: 'They stay in the history, and you can take it back',
            },
          ]}
        />
      )}
      {preview.boxes.length === 0 ? null : (
        <Button intent="bring">Bring in {many(preview.boxes.length, 'box', 'boxes')}</Button>
      )}
    </Form>
  );
}

function Meaning({ printed }: { printed: NonNullable<Preview['printed']> }) {
  const types = [
    { value: '', label: 'Leave this column out' },
    ...BOX_TYPES.map((type) => ({ value: type, label: TYPE_WORDS[type].many })),
  ];
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
