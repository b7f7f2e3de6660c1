import { DocumentBody, DocumentContents } from '#app/documents/DocumentBody.tsx';
import type { DocumentModel } from '#app/documents/blocks.ts';
import { links } from '#app/http/links.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

/** The needs assessment as it stands now: to be read here and taken away. */
export function AssessmentPage(props: {
  programmeId: string;
  model: DocumentModel;
  gaps: readonly string[];
}) {
  const { programmeId, model, gaps } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(programmeId), words: 'Needs' }]} />
      <Heading size="xl" caption={model.subtitle}>
        {model.title}
      </Heading>
      <div className="tl-reading tl-noprint">
        <p className="govuk-body">
          Made from what this programme holds now, each time it is opened. Every number in it hides
          the same as the pages it comes from.
        </p>
        <div className="govuk-button-group">
          <ButtonLink href={links.exportedAssessment(programmeId, 'docx')}>
            Download the Word document
          </ButtonLink>
          <ButtonLink href={links.exportedAssessment(programmeId, 'pdf')} secondary>
            Download the PDF
          </ButtonLink>
          <a className="govuk-link" href={links.exportedAssessment(programmeId, 'html')}>
            One web page (HTML)
          </a>
          <a className="govuk-link" href={links.exportedAssessment(programmeId, 'json')}>
            Data (JSON)
          </a>
        </div>
        {gaps.length === 0 ? (
          <p className="govuk-body">Every part is filled.</p>
        ) : (
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">
                {many(gaps.length, 'thing')} it does not know yet
              </span>
            </summary>
            <div className="govuk-details__text">
              <ul className="govuk-list govuk-list--bullet">
                {gaps.map((gap) => (
                  <li key={gap}>{gap}</li>
                ))}
              </ul>
            </div>
          </details>
        )}
      </div>
      <DocumentContents model={model} />
      <DocumentBody model={model} />
    </>
  );
}
