import { FileProblems } from '#app/needs/FileProblems.tsx';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { FileField, Select } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { sharesOf, type Margin } from './margin.ts';
import { sayPart } from './standing-words.ts';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  known: readonly { title: string; margin: Margin; savedBy: string }[];
  /** `usual`: says who somebody is, so it is compared before others. */
  others: readonly { name: string; title: string; usual: boolean }[];
  /** Two margins of people that do not count the same people. */
  apart: {
    least: { title: string; people: number };
    most: { title: string; people: number };
  } | null;
  /** Other surveys of the programme whose figures fit. */
  elsewhere: readonly { id: string; title: string }[];
  mayEdit: Answer;
  answer:
    | {
        problems: Problem[];
        typed: Typed;
        file?: string;
        lines?: { line: number; message: string }[];
      }
    | undefined;
}

/** What families here look like, by the questions of a survey, with the source of each figure. */
export function PopulationPage(props: Props) {
  const { programmeId, survey, known, others, mayEdit, answer, apart } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.missing(programmeId, survey.id), words: 'Who is missing' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={survey.title}>What families here look like</Heading>
      {answer?.lines ? <FileProblems file={answer.file ?? ''} lines={answer.lines} /> : null}
      <p className="govuk-body">
        Figures of all families, question by question, with their source: the census, the school
        census, the child benefit count. They show who is missing from the answers, and the answers
        can be weighted to them.
      </p>
      {mayEdit.yes ? null : <p className="govuk-body tl-reason">{mayEdit.reason}</p>}
      {apart === null ? null : (
        <p className="govuk-body tl-wrong">
          “{apart.most.title}” adds up to {apart.most.people.toLocaleString('en-GB')} people and “
          {apart.least.title}” to {apart.least.people.toLocaleString('en-GB')}. Check that both
          count the same people. Only the parts are compared, so nothing else is wrong if they are
          near.
        </p>
      )}
      {known.map((one) => (
        <Known key={one.margin.question} {...props} one={one} />
      ))}
      {others.length > 0 && mayEdit.yes ? <Without {...props} /> : null}
      <Files {...props} />
    </>
  );
}

function Without({ programmeId, survey, others }: Props) {
  const listOf = (questions: Props['others']) => (
    <ul className="govuk-list">
      {questions.map(({ name, title }) => (
        <li key={name}>
          <a className="govuk-link" href={links.populationBy(programmeId, survey.id, name)}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
  const usual = others.filter((one) => one.usual);
  const rest = others.filter((one) => !one.usual);
  return (
    <>
      <h2 className="govuk-heading-m">Questions without figures</h2>
      {listOf(usual)}
      {rest.length > 0 ? (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Other questions that part families into groups
            </span>
          </summary>
          <div className="govuk-details__text">{listOf(rest)}</div>
        </details>
      ) : null}
    </>
  );
}

function Known({ programmeId, survey, one, mayEdit }: Props & { one: Props['known'][number] }) {
  const { margin, title, savedBy } = one;
  const shares = sharesOf(margin);
  const rows = margin.groups.map((group, at) => ({ ...group, share: shares[at] ?? 0 }));
  return (
    <section className="govuk-!-margin-bottom-6">
      <Table
        caption={title}
        rows={rows}
        rowKey={({ label }) => label}
        columns={[
          { header: 'Group', rowHeader: true, cell: ({ label }) => label },
          {
            header: margin.unit === 'people' ? 'People' : 'Per cent',
            numeric: true,
            cell: ({ figure }) => figure.toLocaleString('en-GB'),
          },
          { header: 'Part', numeric: true, cell: ({ share }) => sayPart(share) },
        ]}
      />
      <p className="govuk-body-s">
        {margin.assumed ? <strong>Assumed. </strong> : null}
        {margin.source}, as at {sayShortDay(margin.asAt)}. Saved by {savedBy}.{' '}
        {mayEdit.yes ? (
          <a
            className="govuk-link"
            href={links.populationBy(programmeId, survey.id, margin.question)}
          >
            Change<span className="govuk-visually-hidden"> the figures for {title}</span>
          </a>
        ) : null}
      </p>
    </section>
  );
}

function Files({ programmeId, survey, known, elsewhere, mayEdit, answer }: Props) {
  return (
    <>
      {known.length > 0 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.populationFile(programmeId, survey.id)}>
            All of it as a file (CSV)
          </a>
        </p>
      ) : null}
      {mayEdit.yes ? (
        <details className="govuk-details" open={answer !== undefined}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Bring figures in from a file or another survey
            </span>
          </summary>
          <div className="govuk-details__text">
            <Form upload>
              <FileField
                name="file"
                label="File of figures (CSV)"
                hint="The columns are question, group, answers, figure, unit, source, as_at: one line a group, as in the file above. What it holds replaces what stands here for the same questions."
                accept=".csv,text/csv"
                answer={answer}
              />
              <Button intent="file" kind="secondary">
                Bring this file in
              </Button>
            </Form>
            {elsewhere.length > 0 ? (
              <Form>
                <Select
                  name="from"
                  label="Another survey of this programme"
                  options={elsewhere.map(({ id, title }) => ({ value: id, label: title }))}
                  answer={answer}
                />
                <Button intent="copy" kind="secondary">
                  Take the figures of the questions that both ask
                </Button>
              </Form>
            ) : null}
          </div>
        </details>
      ) : null}
      <p className="govuk-body-s">
        {known.length === 0
          ? 'No figures are entered yet.'
          : `Figures for ${many(known.length, 'question')} are entered.`}
      </p>
    </>
  );
}
