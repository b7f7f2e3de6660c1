import { links } from '#app/http/links.ts';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { HOLDS, MISSING, type Variable } from './codebook.ts';

/** What every column of the exports and every code in them means. */
export function Codebook(props: {
  programmeId: string;
  surveyId: string;
  title: string;
  variables: readonly Variable[];
}) {
  const { programmeId, surveyId, title, variables } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, surveyId), words: title },
          { href: links.takeAnswers(programmeId, surveyId), words: 'Take the answers away' },
        ]}
      />
      <Heading caption={title}>Codebook</Heading>
      <h2 className="govuk-heading-m">When there is no answer</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <strong>Not asked</strong>, because of an earlier answer: an empty cell in every file
        </li>
        <li>
          <strong>Asked, no reply</strong>: “no reply” in words and codes, 99 in numbers (999 beside
          a long list, -999999 where a number is asked for)
        </li>
        <li>
          <strong>Preferred not to say</strong>, where that was one of the answers: “refused” in
          codes, 98 in numbers (998 beside a long list)
        </li>
      </ul>
      <p className="govuk-body">
        Where several answers may be chosen there is one column an answer: 1 chosen, 0 not chosen. A
        family that wrote the very words “no reply” has an apostrophe before them.
      </p>
      <Table
        caption="Columns"
        rows={variables}
        rowKey={({ variable }) => variable}
        columns={[
          { header: 'In numbers', rowHeader: true, cell: ({ variable }) => variable },
          { header: 'In codes', cell: ({ heading }) => heading },
          {
            header: 'Question',
            cell: ({ question, askedWhen }) => (
              <>
                {question}
                {askedWhen === '' ? null : <span className="tl-small">Asked when {askedWhen}</span>}
              </>
            ),
          },
          { header: 'Holds', cell: (variable) => <Values {...variable} /> },
        ]}
      />
    </>
  );
}

function Values({ holds, values }: Variable) {
  return (
    <>
      {HOLDS[holds]}
      {values.length === 0 ? null : (
        <ul className="govuk-list tl-small">
          {values.map(({ code, value, label, missing }) => (
            <li key={`${code} ${value}`}>
              {code} or {value}: {label}
              {missing === null ? '' : ` (${MISSING[missing].toLowerCase()})`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
