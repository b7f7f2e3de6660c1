import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { ImportPreview } from './import-preview.ts';
import { ProblemTable } from './WaitForFile.tsx';

/** What would come in and what stands against it, before it does. */
export function CheckRows(props: { fileName: string; preview: ImportPreview }) {
  const { fileName, preview } = props;
  const sound = preview.problems.length === 0;
  return (
    <>
      {sound ? null : <Problems preview={preview} />}
      <h2 className="govuk-heading-m">{sound ? 'What comes in' : 'What would come in'}</h2>
      <p className="govuk-body">
        {many(preview.answers, 'answer')} from “{fileName}”.{' '}
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
        <div className="govuk-button-group">
          {sound && preview.answers > 0 ? (
            <Button intent="store">Bring in {many(preview.answers, 'answer')}</Button>
          ) : null}
          <Button intent="back" kind="secondary">
            Back to the columns
          </Button>
          <Button intent="leave" kind="secondary">
            Leave this file
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
        <ProblemTable problems={problems} />
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
