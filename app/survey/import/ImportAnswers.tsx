import type { Problem, Typed } from '#app/http/problems.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { ColumnChoice, ImportPreview } from './import-preview.ts';

/** The file, kept by the person who brings it from step to step. */
export interface Carried {
  packed: string;
  fileName: string;
}

export function ChooseFile(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  return (
    <>
      <ErrorSummary problems={props.answer?.problems} />
      <p className="govuk-body">
        A CSV file with one row a family: from another survey tool, from paper answers typed into a
        spreadsheet, or our own export. In a spreadsheet, save it as “CSV UTF-8”. You see what each
        column would become, and every line that is not understood, before anything is stored.
      </p>
      <Form upload>
        <FileField
          name="file"
          label="File of answers"
          hint="CSV, at most 5 MB"
          accept=".csv,text/csv,text/plain"
          answer={props.answer}
        />
        <Button intent="read">Read the file</Button>
      </Form>
    </>
  );
}

function CarriedFields({ carried }: { carried: Carried }) {
  return (
    <>
      <input type="hidden" name="packed" value={carried.packed} />
      <input type="hidden" name="fileName" value={carried.fileName} />
    </>
  );
}

export function placeField(at: number): string {
  return `place-${at}`;
}

export function ChooseColumns(props: {
  carried: Carried;
  columns: readonly ColumnChoice[];
  rows: number;
}) {
  return (
    <>
      <h2 className="govuk-heading-m">What each column holds</h2>
      <p className="govuk-body">
        “{props.carried.fileName}” has {many(props.rows, 'row')} and{' '}
        {many(props.columns.length, 'column')}. Check the guess for each column. Nothing is stored
        yet.
      </p>
      <Form>
        <CarriedFields carried={props.carried} />
        <Table
          caption="Columns"
          captionSize="s"
          rows={props.columns}
          rowKey={({ at }) => String(at)}
          columns={[
            { header: 'Column', rowHeader: true, cell: ({ header }) => header },
            { header: 'Such as', cell: ({ examples }) => examples.join(' · ') || '(empty)' },
            { header: 'Becomes', cell: (column) => <PlaceSelect column={column} /> },
          ]}
        />
        <Button intent="check">Check the rows</Button>
      </Form>
    </>
  );
}

function PlaceSelect({ column }: { column: ColumnChoice }) {
  const name = placeField(column.at);
  return (
    <>
      <label className="govuk-visually-hidden" htmlFor={name}>
        What “{column.header}” becomes
      </label>
      <select
        className="govuk-select tl-place"
        id={name}
        name={name}
        defaultValue={column.chosen}
        aria-describedby={column.why === '' ? undefined : `${name}-why`}
      >
        {column.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {column.why === '' ? null : (
        <span className="tl-small tl-reason" id={`${name}-why`}>
          {column.why}
        </span>
      )}
    </>
  );
}

export function CheckRows(props: {
  carried: Carried;
  chosen: readonly string[];
  preview: ImportPreview;
}) {
  const { carried, chosen, preview } = props;
  const sound = preview.problems.length === 0;
  return (
    <>
      {sound ? null : <Problems preview={preview} />}
      <h2 className="govuk-heading-m">{sound ? 'What comes in' : 'What would come in'}</h2>
      <p className="govuk-body">
        {many(preview.answers, 'answer')} from “{carried.fileName}”.{' '}
        {preview.emptyRows === 0
          ? null
          : `${many(preview.emptyRows, 'row')} without an answer ${preview.emptyRows === 1 ? 'is' : 'are'} left out.`}
      </p>
      {preview.remarks.length === 0 ? null : (
        <ul className="govuk-list govuk-list--bullet">
          {preview.remarks.map((remark) => (
            <li key={remark}>{remark}.</li>
          ))}
        </ul>
      )}
      <FirstAnswers preview={preview} />
      <Form>
        <CarriedFields carried={carried} />
        {chosen.map((key, at) => (
          <input key={at} type="hidden" name={placeField(at)} value={key} />
        ))}
        <div className="govuk-button-group">
          {sound ? (
            <Button intent="store">Bring in {many(preview.answers, 'answer')}</Button>
          ) : null}
          <Button intent="columns" kind="secondary">
            Back to the columns
          </Button>
        </div>
      </Form>
    </>
  );
}

function Problems({ preview }: { preview: ImportPreview }) {
  const { problems, moreProblems } = preview;
  const total = problems.length + moreProblems;
  return (
    <>
      <div className="govuk-error-summary" tabIndex={-1} autoFocus>
        <div role="alert">
          <h2 className="govuk-error-summary__title">There is a problem</h2>
          <div className="govuk-error-summary__body">
            <p>
              {many(total, 'place')} in the file {total === 1 ? 'is' : 'are'} not understood.
              Correct {total === 1 ? 'it' : 'them'} in the file, or choose other columns. Nothing is
              stored.
            </p>
            <ul className="govuk-list govuk-error-summary__list">
              <li>
                <a href="#problems">See where</a>
              </li>
            </ul>
          </div>
        </div>
      </div>
      <div id="problems">
        <Table
          caption="What is not understood"
          rows={problems}
          rowKey={({ line, column, message }) => `${line} ${column} ${message}`}
          columns={[
            { header: 'Line', numeric: true, cell: ({ line }) => (line === 0 ? '–' : line) },
            { header: 'Column', cell: ({ column }) => column },
            { header: 'What is wrong', cell: ({ message }) => message },
          ]}
        />
        {moreProblems > 0 ? <p className="govuk-body">And {many(moreProblems, 'more')}.</p> : null}
      </div>
    </>
  );
}

function FirstAnswers({ preview }: { preview: ImportPreview }) {
  if (preview.first.length === 0) return null;
  return (
    <Table
      caption="The first answers as they would be stored"
      captionSize="s"
      rows={preview.first}
      rowKey={({ title }) => title}
      columns={[
        { header: 'Question', rowHeader: true, cell: ({ title }) => title },
        ...preview.firstLines.map((line, at) => ({
          header: `Line ${line}`,
          cell: ({ answers }: { answers: string[] }) => answers[at] ?? '',
        })),
      ]}
    />
  );
}
