import { links } from '#app/http/links.ts';
import type { Problem } from '#app/http/problems.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { PolisProblem } from './polis/read-polis.ts';

/** The files of a pol.is conversation, and what is wrong with them. */
export function ImportConversation(props: {
  programmeId: string;
  answer: { problems: Problem[]; lines: PolisProblem[] } | undefined;
}) {
  const { programmeId } = props;
  const answer = props.answer && { problems: props.answer.problems, typed: {} };
  const lines = props.answer?.lines ?? [];
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.conversations(programmeId), words: 'Conversations held elsewhere' },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={answer?.problems} />
        <Heading>Bring in a conversation</Heading>
        <p className="govuk-body">
          In pol.is, open the report of the conversation and download its data. That gives these
          files. You see what they hold before anything is kept.
        </p>
        {lines.length > 0 ? (
          <section id="lines" tabIndex={-1}>
            <h2 className="govuk-heading-m">What is wrong</h2>
            <ul className="govuk-list govuk-list--bullet">
              {lines.map(({ file, line, message }, at) => (
                <li key={at}>
                  <strong>
                    {file}
                    {line > 0 ? `, line ${line}` : ''}:
                  </strong>{' '}
                  {message}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Form upload>
          <FileField
            name="comments"
            label="comments.csv"
            hint="The statements, with how many agreed and disagreed"
            accept=".csv,text/csv"
            answer={answer}
          />
          <FileField
            name="votes"
            label="votes.csv"
            hint="Every vote, with when it was cast"
            accept=".csv,text/csv"
            answer={answer}
          />
          <FileField
            name="participants"
            label="participants-votes.csv"
            hint="What each person voted. The files are checked against each other"
            accept=".csv,text/csv"
            answer={answer}
            optional
          />
          <FileField
            name="summary"
            label="summary.csv"
            hint="The title and the description"
            accept=".csv,text/csv"
            answer={answer}
            optional
          />
          <Button>Read the files</Button>
        </Form>
      </div>
    </>
  );
}
