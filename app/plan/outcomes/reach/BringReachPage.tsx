import { links } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { breakdownName } from '#app/theory/measures/breakdowns.ts';
import { Choices, FileField, Select, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { sayQuarter, type Quarter } from '../quarters.ts';
import type { Check } from './check-reach.ts';
import { COUNTED, whatName } from './counting.ts';
import { saySite, type Count } from './reach.ts';
import type { ReadReach } from './read-file.ts';
import type { Remark } from './reading.ts';

export interface BringReachProps {
  programmeId: string;
  quarters: Quarter[];
  quarter: Quarter;
  answer:
    { problems: readonly Problem[]; typed: Typed; read?: ReadReach; checks?: Check[] } | undefined;
}

/** Counts as a table: paste or choose it, see what the check says, keep it. */
export function BringReachPage(props: BringReachProps) {
  const { programmeId, answer } = props;
  const read = answer?.read;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.outcomes(programmeId), words: 'Outcomes' },
          { href: links.reach(programmeId), words: 'Who is reached' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      {read === undefined || read.problems.length > 0 ? (
        <>
          <Heading>Bring a file of counts</Heading>
          {read === undefined ? null : <Wrong problems={read.problems} />}
          {read === undefined ? null : <Printed {...read} />}
          <Choose {...props} />
        </>
      ) : (
        <Look {...props} read={read} checks={answer?.checks ?? []} />
      )}
    </>
  );
}

function Choose({ programmeId, quarters, quarter, answer }: BringReachProps) {
  return (
    <div className="tl-reading">
      <p className="govuk-body">
        One count a row under the headings site, what, breakdown, group and count; or a table as a
        report prints it, one site a row. Sites must be called as in the register. Nothing is kept
        until you have looked at it.{' '}
        <a className="govuk-link" href={links.reachTemplate(programmeId, quarter)}>
          An empty table to fill in (CSV)
        </a>
      </p>
      <Form upload>
        <Select
          name="quarter"
          label="Quarter"
          value={quarter}
          options={quarters.map((value) => ({ value, label: sayQuarter(value) }))}
          answer={answer}
        />
        <Select
          name="what"
          label="What the figures count, where the table does not say"
          value="users"
          options={COUNTED.map(({ id, name }) => ({ value: id, label: name }))}
          answer={answer}
        />
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
        <Choices
          kind="checkboxes"
          name="keepStrange"
          label="Sites that are not in the register"
          options={[{ value: 'yes', label: 'Keep them under the names in the file' }]}
          answer={answer}
        />
        <Button intent="check">Check the counts</Button>
      </Form>
    </div>
  );
}

function Wrong({ problems }: { problems: readonly Remark[] }) {
  return (
    <Table
      caption={`${many(problems.length, 'row')} to put right first`}
      rows={problems.slice(0, 200).map((problem, at) => ({ ...problem, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { header: 'Line', rowHeader: true, cell: ({ line }) => (line === 0 ? 'All' : line) },
        { header: 'What is the matter', cell: ({ message }) => message },
      ]}
    />
  );
}

/** What the table itself prints wrongly: it is pointed out, and nothing is corrected. */
function Printed({ printed, notes }: Pick<ReadReach, 'printed' | 'notes'>) {
  if (printed.length + notes.length === 0) return null;
  return (
    <section className="tl-reading">
      <h2 className="govuk-heading-m">
        {printed.length > 0
          ? 'What the table prints and does not hold'
          : 'What the table prints adds up'}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {[...printed, ...notes].slice(0, 50).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </section>
  );
}

function Look(props: BringReachProps & { read: ReadReach; checks: readonly Check[] }) {
  const { read, checks, programmeId, answer } = props;
  const kept = (field: string) => typedOf(answer?.typed ?? {}, field);
  return (
    <>
      <Heading caption="Checked, not kept yet">{many(read.counts.length, 'count')} to keep</Heading>
      <Printed {...read} />
      {checks.length + read.remarks.length === 0 ? null : (
        <section className="tl-reading">
          <h2 className="govuk-heading-m">Look at these first</h2>
          <ul className="govuk-list govuk-list--bullet">
            {checks.slice(0, 50).map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
            {read.remarks.slice(0, 50).map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form>
        {['text', 'quarter', 'what', 'keepStrange'].map((field) => (
          <input key={field} type="hidden" name={field} value={kept(field)} />
        ))}
        <div className="govuk-button-group">
          <Button intent="keep">Keep these counts</Button>
          <a className="govuk-link" href={links.bringReach(programmeId, kept('quarter'))}>
            Begin again
          </a>
        </div>
      </Form>
      <Table
        caption="What was read"
        rows={read.counts.slice(0, 500).map((count, at) => ({ ...count, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { header: 'Site', rowHeader: true, cell: (count) => saySite(count) },
          { header: 'Counted', cell: ({ what }) => whatName(what) },
          { header: 'Group', cell: groupOf },
          { header: 'Count', numeric: true, cell: ({ count }) => count.toLocaleString('en-GB') },
        ]}
      />
    </>
  );
}

function groupOf({ breakdown, group }: Count): string {
  return breakdown === '' ? 'All' : `${breakdownName(breakdown)}: ${group}`;
}
