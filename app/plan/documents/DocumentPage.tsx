import { DocumentBody, DocumentContents } from '#app/documents/DocumentBody.tsx';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import type { DocumentPageData } from './documents-page.server.ts';
import { SectionRows } from './SectionRows.tsx';
import type { PageAnswer } from './SectionPage.tsx';

interface Props {
  programmeId: string;
  document: DocumentPageData;
  /** Whether the sections are being put in order: then they stand open. */
  arranging: boolean;
  mayArrange: Answer;
  mayExport: Answer;
  answer: PageAnswer | undefined;
}

/** A document as it stands now: to be arranged, taken away and read. */
export function DocumentPage(props: Props) {
  const { programmeId, document, arranging, mayArrange, answer } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.documents(programmeId), words: 'Documents' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading size="xl" caption={document.model.subtitle}>
        {document.title}
      </Heading>
      <div className="tl-noprint">
        <Take {...props} />
        <Gaps gaps={document.gaps} />
        <details className="govuk-details" open={arranging || answer !== undefined}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Arrange its sections, write your own words, keep a version
            </span>
          </summary>
          <div className="govuk-details__text" id="arrange">
            {mayArrange.yes ? (
              <>
                <SectionRows
                  programmeId={programmeId}
                  document={document.id}
                  sections={document.sections}
                />
                <p className="govuk-body">
                  <a
                    className="govuk-link"
                    href={links.documentSection(programmeId, document.id, 'new')}
                  >
                    Add a section of your own
                  </a>
                </p>
                <Versions {...props} />
              </>
            ) : (
              <p className="govuk-body tl-reason">{mayArrange.reason}</p>
            )}
          </div>
        </details>
      </div>
      <DocumentContents model={document.model} />
      <DocumentBody model={document.model} />
    </>
  );
}

function Take({ programmeId, document, mayExport }: Props) {
  if (!mayExport.yes) return <p className="govuk-body tl-reason">{mayExport.reason}</p>;
  return (
    <>
      <div className="govuk-button-group">
        {document.formats.map(({ format, name }, at) => (
          <ButtonLink
            key={format}
            href={links.documentFile(programmeId, document.id, format)}
            secondary={at > 0}
          >
            {name}
          </ButtonLink>
        ))}
      </div>
      {document.since === null ? null : (
        <p className="govuk-body">
          With what changed since {document.since} marked:{' '}
          {(['docx', 'pdf', 'html'] as const).map((format, at) => (
            <span key={format}>
              {at > 0 ? ', ' : ''}
              <a
                className="govuk-link"
                href={links.documentFile(programmeId, document.id, format, true)}
              >
                {document.formats.find((one) => one.format === format)?.name ?? format}
                <span className="govuk-visually-hidden"> with changes marked</span>
              </a>
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}

function Gaps({ gaps }: { gaps: readonly string[] }) {
  if (gaps.length === 0) return <p className="govuk-body">Nothing is missing from it.</p>;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {many(gaps.length, 'thing')} that it says {gaps.length === 1 ? 'is' : 'are'} missing
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
  );
}

function Versions({ programmeId, document, answer }: Props) {
  if (document.id === 'delivery-plan') {
    return (
      <p className="govuk-body">
        Versions of the delivery plan are those that are put up for{' '}
        <a className="govuk-link" href={links.signOff(programmeId)}>
          sign-off
        </a>
        . Changes are marked against the last one that was signed.
      </p>
    );
  }
  return (
    <section>
      <h2 className="govuk-heading-s">Versions</h2>
      {document.versions.length === 0 ? (
        <p className="govuk-body">
          No version is kept yet. Keep one when you give the document to somebody: later you can see
          and print what has changed since.
        </p>
      ) : (
        <ul className="govuk-list">
          {document.versions.map(({ number, name, keptBy, keptAt }) => (
            <li key={number}>
              Version {number}: {name}. Kept by {keptBy}, {sayMoment(keptAt)}.{' '}
              <a
                className="govuk-link"
                href={links.documentVersion(programmeId, document.id, 'docx', number)}
              >
                Word<span className="govuk-visually-hidden">, version {number}</span>
              </a>
              {', '}
              <a
                className="govuk-link"
                href={links.documentVersion(programmeId, document.id, 'pdf', number)}
              >
                PDF<span className="govuk-visually-hidden">, version {number}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Form className="tl-form">
        <TextField
          name="name"
          label="Keep it as it stands, under the name"
          hint="Such as “For the board of 3 March”"
          answer={answer}
        />
        <Button intent="keep-version" kind="secondary">
          Keep this version
        </Button>
      </Form>
    </section>
  );
}
