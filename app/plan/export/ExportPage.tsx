import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { Obstacles } from '#app/plan/Obstacles.tsx';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import type { Obstacle } from '#app/plan/sign-off.ts';

/** The plan as a document for a board, a spreadsheet for finance and data for other tools. */
export function ExportPage(props: {
  programmeId: string;
  lines: number;
  obstacles: readonly Obstacle[];
  mayExport: Answer;
}) {
  const { programmeId, obstacles, mayExport } = props;
  return (
    <>
      <Heading size="xl">Export the delivery plan</Heading>
      <PlanNav programmeId={programmeId} here="export" />
      {mayExport.yes ? (
        <dl className="tl-formats">
          <div>
            <dt>
              <ButtonLink href={links.exportedPlan(programmeId, 'docx')}>
                Download the Word document
              </ButtonLink>
            </dt>
            <dd className="govuk-body">
              For a board: summary with the picture of the theory, {many(props.lines, 'line')},
              money, coverage of guidance with sources, and the evidence behind each line.
            </dd>
          </div>
          <div>
            <dt>
              <ButtonLink href={links.exportedPlan(programmeId, 'pdf')} secondary>
                Download the PDF
              </ButtonLink>
            </dt>
            <dd className="govuk-body">
              The same document, ready to be published: tagged, so that a screen reader can follow
              it.
            </dd>
          </div>
          <div>
            <dt>
              <ButtonLink href={links.exportedPlan(programmeId, 'html')} secondary>
                Download the web page (HTML)
              </ButtonLink>
            </dt>
            <dd className="govuk-body">
              The same document as one file for a website, a phone or a screen reader.
            </dd>
          </div>
          <div>
            <dt>
              <ButtonLink href={links.exportedPlan(programmeId, 'xlsx')} secondary>
                Download the spreadsheet (Excel)
              </ButtonLink>
            </dt>
            <dd className="govuk-body">
              For finance: a sheet each for lines, money, coverage, the thread and needs, with
              filters. Money and days are numbers that add up.
            </dd>
          </div>
          <div>
            <dt>
              <ButtonLink href={links.exportedPlan(programmeId, 'csv')} secondary>
                Download the lines (CSV)
              </ButtonLink>
            </dt>
            <dd className="govuk-body">For other spreadsheets: one row a line, with its thread.</dd>
          </div>
          <div>
            <dt>
              <ButtonLink href={links.exportedPlan(programmeId, 'json')} secondary>
                Download the data (JSON)
              </ButtonLink>
            </dt>
            <dd className="govuk-body">For other tools: everything in one stable shape.</dd>
          </div>
        </dl>
      ) : (
        <p className="govuk-body tl-reason">{mayExport.reason}</p>
      )}
      <h2 className="govuk-heading-m">
        {obstacles.length === 0 ? 'Nothing is missing' : 'What the document will say is missing'}
      </h2>
      <Obstacles programmeId={programmeId} obstacles={obstacles} first={obstacles.length} />
    </>
  );
}
