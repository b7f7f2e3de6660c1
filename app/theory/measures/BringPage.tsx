import { links } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { FileField, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { breakdownName } from './breakdowns.ts';
import type { Measure } from './measure.ts';
import { sayPeriod } from './periods.ts';
import type { ReadRow, ReadValues, Remark } from './read-values.ts';
import { sayFigure } from './units.ts';

type Answer = { problems: readonly Problem[]; typed: Typed; read?: ReadValues } | undefined;

interface OfBringing {
  programmeId: string;
  measures: readonly Measure[];
  /** The one measure that the page is about; null for a table of several. */
  one: Measure | null;
  answer: Answer;
}

/** Figures as a table: paste or choose it, see what the check says, keep it. */
export function BringPage(props: OfBringing) {
  const { programmeId, one, answer } = props;
  const read = answer?.read;
  const trail = [
    { href: links.measures(programmeId), words: 'Measures' },
    ...(one === null ? [] : [{ href: links.measure(programmeId, one.id), words: one.label }]),
  ];
  return (
    <>
      <Breadcrumbs trail={trail} />
      <ErrorSummary problems={answer?.problems} />
      {read === undefined || read.problems.length > 0 ? (
        <>
          <Heading caption={one?.label}>Bring in figures</Heading>
          {read === undefined ? null : <Wrong problems={read.problems} />}
          <Choose {...props} />
        </>
      ) : (
        <Look {...props} read={read} />
      )}
    </>
  );
}

function Choose({ one, answer }: OfBringing) {
  const measure = one === null ? 'measure, ' : '';
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <p className="govuk-body">
          One row a figure, under a line of headings: {measure}period and value; or numerator and
          denominator; and breakdown, group and note where there are any. Nothing is kept until you
          have looked at it.
        </p>
        <Form upload>
          <TextArea
            name="text"
            rows={8}
            optional
            spellCheck={false}
            label="Paste the table"
            hint="From a spreadsheet, with its headings"
            answer={answer}
          />
          <FileField
            name="file"
            optional
            label="Or choose a CSV file"
            accept=".csv,.txt,.tsv,text/csv"
            answer={answer}
          />
          <Button intent="check">Check the figures</Button>
        </Form>
      </div>
    </div>
  );
}

function Wrong({ problems }: { problems: readonly Remark[] }) {
  return (
    <Table
      caption={`${many(problems.length, 'row')} to put right first`}
      rows={problems.slice(0, 200)}
      rowKey={({ line, message }) => `${line} ${message}`}
      columns={[
        { header: 'Line', rowHeader: true, cell: ({ line }) => (line === 0 ? 'All' : line) },
        { header: 'What is the matter', cell: ({ message }) => message },
      ]}
    />
  );
}

function Look(props: OfBringing & { read: ReadValues }) {
  const { read, answer, programmeId, one, measures } = props;
  const fresh = read.rows.filter(({ change }) => change.kind !== 'same');
  const units = new Map(measures.map(({ id, unit }) => [id, unit]));
  const names = new Map(measures.map(({ id, label }) => [id, label]));
  return (
    <>
      <Heading caption="Checked, not kept yet">{many(fresh.length, 'figure')} to keep</Heading>
      {read.remarks.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Look at these first</h2>
          <ul className="govuk-list govuk-list--bullet">
            {read.remarks.slice(0, 200).map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </>
      )}
      <Table
        caption="What was read"
        rows={read.rows.slice(0, 500)}
        rowKey={({ line }) => String(line)}
        empty={<p className="govuk-body">There is no figure in the table.</p>}
        columns={[
          { header: 'Measure', rowHeader: true, cell: ({ measureId }) => names.get(measureId) },
          { header: 'Period', cell: (row) => sayPeriod(row) },
          { header: 'Group', cell: (row) => groupOf(row) },
          {
            header: 'Figure',
            numeric: true,
            cell: ({ value, measureId }) => sayFigure(value, units.get(measureId) ?? ''),
          },
          { header: 'What happens', cell: (row) => changeOf(row, units.get(row.measureId) ?? '') },
        ]}
      />
      <Form>
        <input type="hidden" name="text" value={typedOf(answer?.typed ?? {}, 'text')} />
        <div className="govuk-button-group">
          {fresh.length === 0 ? null : <Button intent="keep">Keep these figures</Button>}
          <a className="govuk-link" href={links.bringFigures(programmeId, one?.id ?? '')}>
            Begin again
          </a>
        </div>
      </Form>
    </>
  );
}

function groupOf({ breakdown, group }: ReadRow): string {
  return breakdown === '' ? 'Everybody' : `${breakdownName(breakdown)}: ${group}`;
}

function changeOf({ change }: ReadRow, unit: string): string {
  switch (change.kind) {
    case 'new':
      return 'Is added';
    case 'same':
      return 'Is there already';
    case 'correct':
      return `Takes the place of ${sayFigure(change.was, unit)}, which is kept`;
  }
}
