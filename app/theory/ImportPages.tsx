import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, FileField, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Preview } from './import-form.ts';
import { ImportMeaning, MapMeaning } from './ImportMeaning.tsx';

/** The first step: a file. */
export function ChooseFile(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <p className="govuk-body">
          You see what was read, and say what is meant, before anything is brought in.
        </p>
        <Form upload>
          <FileField
            name="file"
            label="File"
            hint="5 MB at most. What it is, is told by what stands in it"
            answer={props.answer}
          />
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">
                Boxes and links stand in two files
              </span>
            </summary>
            <div className="govuk-details__text">
              <FileField
                name="second"
                label="The other file"
                hint="Boxes have the columns id, type and label. Links have source and target, which are ids of boxes"
                answer={props.answer}
              />
            </div>
          </details>
          <Button intent="read">Read the file</Button>
        </Form>
        <h2 className="govuk-heading-m">What can be read</h2>
        <ul className="govuk-list govuk-list--bullet">
          {READABLE.map(({ name, about }) => (
            <li key={name}>
              <strong>{name}</strong>: {about}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const READABLE: readonly { name: string; about: string }[] = [
  {
    name: 'A table from a report',
    about:
      'Excel or CSV, a column a type (Activities, Long-term outcomes) and a box a cell. You say what each column is.',
  },
  {
    name: 'What was taken out of here',
    about: 'JSON, GraphML, text, and CSV in one file, in two files or in a zip file.',
  },
  { name: 'A system map', about: 'Kumu (JSON) and PRSM. You say what each type or style means.' },
  { name: 'A drawing', about: 'a flowchart in Mermaid, or a graph in GraphML, also from yEd.' },
  {
    name: 'Other theories',
    about:
      'the ToC Maker, project design matrices as JSON, and Miradi projects with results chains.',
  },
];

/** The second step: what was read, how it is meant, and bringing it in. */
export function ImportPreview(props: { preview: Preview; boxesThere: number | null }) {
  const { preview, boxesThere } = props;
  return (
    <Form>
      <input type="hidden" name="content" value={preview.content} />
      <WhatWasRead preview={preview} />
      {preview.map === null ? null : <MapMeaning map={preview.map} />}
      {preview.printed === null ? null : <ImportMeaning printed={preview.printed} />}
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
      <EveryBox preview={preview} />
    </Form>
  );
}

function WhatWasRead({ preview }: { preview: Preview }) {
  const { pieces, counts, links, notDrawn } = preview;
  const further = [
    pieces.evidence === 0 ? '' : many(pieces.evidence, 'piece of evidence', 'pieces of evidence'),
    pieces.measure === 0 ? '' : many(pieces.measure, 'measure'),
    pieces.part === 0 ? '' : many(pieces.part, 'part of the theory', 'parts of the theory'),
  ].filter((words) => words !== '');
  return (
    <>
      <h2 className="govuk-heading-m">What was read</h2>
      {preview.what === null ? null : <p className="govuk-body">{preview.what}.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {counts.map(({ name, count }) => (
          <li key={name}>
            {count} {name.toLowerCase()}
          </li>
        ))}
        <li>{links.length === 0 ? 'no links' : many(links.length, 'link')}</li>
        {further.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {preview.notes.length === 0 && notDrawn === 0 ? null : (
        <div className="govuk-inset-text">
          <h3 className="govuk-heading-s">What you should know</h3>
          <ul className="govuk-list govuk-list--bullet">
            {preview.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {notDrawn === 0 ? null : (
              <li>
                {many(notDrawn, 'link')} of the file cannot be drawn: a box at an end is missing, or
                it is there twice.
              </li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}

function EveryBox({ preview }: { preview: Preview }) {
  return (
    <>
      <Table
        caption="Every box that comes in"
        captionSize="s"
        rows={preview.boxes.map((box, index) => ({ ...box, index }))}
        rowKey={(row) => String(row.index)}
        empty={<p className="govuk-body">No box was found.</p>}
        columns={[
          { header: 'Type', cell: (row) => row.typeName },
          { header: 'Box', rowHeader: true, cell: (row) => row.label },
          { header: 'Explanation', cell: (row) => row.detail },
        ]}
      />
      {preview.links.length === 0 ? null : (
        <Table
          caption="Every link that comes in"
          captionSize="s"
          rows={preview.links.map((link, index) => ({ ...link, index }))}
          rowKey={(row) => String(row.index)}
          columns={[
            { header: 'From', rowHeader: true, cell: (row) => row.from },
            { header: 'To', cell: (row) => row.to },
            { header: 'Why', cell: (row) => row.reason },
          ]}
        />
      )}
    </>
  );
}
