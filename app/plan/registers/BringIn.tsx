import type { Problem, Typed } from '#app/http/problems.ts';
import { FileProblems } from '#app/needs/FileProblems.tsx';
import type { RowSpec } from '#app/needs/registers/spec.ts';
import type { FileProblem } from '#app/survey/csv.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';

/** Bringing a register in from a file: what is read, and what is wrong by line. */
export function BringIn(props: {
  spec: RowSpec;
  one: string;
  caption: string;
  trail: { href: string; words: string }[];
  /** The register as a file with these headings. */
  fileHref: string;
  answer:
    | { problems: readonly Problem[]; typed: Typed; file?: string; lines?: readonly FileProblem[] }
    | undefined;
}) {
  const { spec, answer } = props;
  const headings = [spec.nameLabel, ...spec.fields.map(({ label }) => label)];
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs trail={props.trail} />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={props.caption}>Bring a file in</Heading>
        <p className="govuk-body">
          A workbook (XLSX) or CSV with one row for each {props.one}. A row whose name is here
          already changes it; an empty cell leaves what is recorded as it is; any other row is
          added. Several choices in one cell are parted by semicolons. All rows come in, or none.
        </p>
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">The headings that are read</span>
          </summary>
          <div className="govuk-details__text">
            <ul className="govuk-list govuk-list--bullet">
              {headings.map((heading) => (
                <li key={heading}>{heading}</li>
              ))}
            </ul>
            <a className="govuk-link" href={props.fileHref}>
              A file with these headings, and what is in the register
            </a>
          </div>
        </details>
        {answer?.file !== undefined && answer.lines ? (
          <FileProblems file={answer.file} lines={answer.lines} />
        ) : null}
        <Form upload>
          <FileField name="file" label="The file" accept=".xlsx,.csv,text/csv" answer={answer} />
          <Button>Bring the file in</Button>
        </Form>
      </div>
    </div>
  );
}
