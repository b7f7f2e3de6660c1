import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { Heading } from '#app/ui/Page.tsx';

interface Listed {
  id: string;
  title: string;
  for: string;
  state: string;
  version: string;
  formats: readonly { format: string; name: string }[];
}

/** The documents of an authority: what each is for, how it stands, and each of its formats. */
export function DocumentsPage(props: {
  programmeId: string;
  documents: readonly Listed[];
  mayExport: Answer;
}) {
  const { programmeId, documents, mayExport } = props;
  return (
    <>
      <Heading size="xl">Documents</Heading>
      <PlanNav programmeId={programmeId} here="export" />
      <p className="govuk-body tl-reading">
        Each is written from what this programme holds, whenever it is opened. You can put its
        sections in another order, leave some out, and write words of your own: figures follow what
        is so, your words never change by themselves.
      </p>
      {mayExport.yes ? null : <p className="govuk-body tl-reason">{mayExport.reason}</p>}
      {documents.map((one) => (
        <section key={one.id} className="tl-documents__one" aria-labelledby={`doc-${one.id}`}>
          <h2 className="govuk-heading-m" id={`doc-${one.id}`}>
            <a className="govuk-link" href={links.document(programmeId, one.id)}>
              {one.title}
            </a>
          </h2>
          <p className="govuk-body">{one.for}</p>
          <p className="govuk-body-s">
            {one.state}. {one.version}.
          </p>
          {mayExport.yes ? (
            <ul className="govuk-list tl-documents__formats">
              {one.formats.map(({ format, name }) => (
                <li key={format}>
                  <a className="govuk-link" href={links.documentFile(programmeId, one.id, format)}>
                    <span className="govuk-visually-hidden">{one.title}: </span>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href={links.exportPlan(programmeId)}>
          What each file of the delivery plan is for, and what it says is missing
        </a>
      </p>
    </>
  );
}
