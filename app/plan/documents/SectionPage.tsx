import { piecesOf, sayFigure, type Figure } from '#app/documents/own-words.ts';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Differences } from '#app/plan/lines/Differences.tsx';
import type { Difference } from '#app/plan/lines/differences.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';

/** The last answer of the page's action, with what somebody else saved meanwhile. */
export interface PageAnswer {
  problems: readonly Problem[];
  typed: Typed;
  differences?: readonly Difference[];
  version?: number;
}

export interface SectionPageData {
  programmeId: string;
  document: { id: string; title: string };
  section: {
    id: string;
    title: string;
    named: string;
    /** Whether the system writes into it too. */
    computed: boolean;
    before: string;
    after: string;
    version: number;
  };
  figures: readonly Figure[];
}

/** The heading and the own words of a section. */
export function SectionPage(props: { page: SectionPageData; answer: PageAnswer | undefined }) {
  const { page, answer } = props;
  const { programmeId, document, section, figures } = page;
  const fresh = section.id === 'new';
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.documents(programmeId), words: 'Documents' },
          { href: links.document(programmeId, document.id), words: document.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={document.title}>
        {fresh ? 'Add a section of your own' : section.title}
      </Heading>
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      <Form className="tl-form">
        <input type="hidden" name="version" value={answer?.version ?? section.version} />
        <TextField
          name="title"
          label="Heading"
          hint={section.computed ? `Empty for the usual one: “${section.named}”` : undefined}
          value={fresh ? '' : section.title}
          answer={answer}
        />
        <TextArea
          name="before"
          label={section.computed ? 'Your words before what the system writes' : 'Your words'}
          hint="An empty line begins a paragraph; a line that begins with a dash is an item of a list."
          rows={8}
          value={section.before}
          answer={answer}
        />
        {section.computed ? (
          <TextArea
            name="after"
            label="Your words after it"
            rows={6}
            value={section.after}
            answer={answer}
          />
        ) : null}
        <Button intent="keep">{fresh ? 'Add the section' : 'Save the section'}</Button>
      </Form>
      <Marked section={section} figures={figures} />
      <Figures figures={figures} />
      {fresh || section.computed ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Remove this section</span>
          </summary>
          <div className="govuk-details__text">
            <p className="govuk-body">Its words go too. To keep them, leave the section out.</p>
            <Form>
              <input type="hidden" name="version" value={section.version} />
              <Button intent="remove" kind="warning">
                Remove the section
              </Button>
            </Form>
          </div>
        </details>
      )}
    </>
  );
}

/** What is saved, with its figures as they are today, marked where they stand. */
function Marked({ section, figures }: Pick<SectionPageData, 'section' | 'figures'>) {
  const words = [section.before, section.after].filter((one) => one.trim() !== '');
  if (!words.some((one) => one.includes('{{'))) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">As it reads today</h2>
      {words.map((one, at) => (
        <p key={at} className="govuk-body tl-lines">
          {piecesOf(one, figures).map((piece, place) =>
            piece.figure === null ? (
              piece.text
            ) : (
              <mark key={place} title={`{{${piece.figure}}}`}>
                {piece.text}
              </mark>
            ),
          )}
        </p>
      ))}
      <p className="govuk-body-s">What is marked is a figure: it is written anew each time.</p>
    </section>
  );
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Figures that your words can hold</span>
      </summary>
      <div className="govuk-details__text">
        <Table
          caption="Write the name with its braces where the figure belongs"
          captionSize="s"
          rows={figures}
          rowKey={({ name }) => name}
          columns={[
            { header: 'Write', rowHeader: true, cell: ({ name }) => <code>{`{{${name}}}`}</code> },
            { header: 'What it is', cell: ({ label }) => label },
            { header: 'Today', cell: (figure) => sayFigure(figure) },
          ]}
        />
      </div>
    </details>
  );
}
