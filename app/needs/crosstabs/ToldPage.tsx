import { links } from '#app/http/links.ts';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { USE_NAMES } from './ledger.ts';
import type { LineTold } from './lines-told.ts';

/** Every table of a survey that was told: what, and for what, never to whom. */
export function ToldPage(props: {
  programmeId: string;
  survey: { id: string; title: string };
  lines: readonly LineTold[];
  page: number;
  more: boolean;
}) {
  const { programmeId, survey, lines, page } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.surveyResults(programmeId, survey.id), words: 'Results' },
        ]}
      />
      <Heading caption={survey.title}>Tables told</Heading>
      <p className="govuk-body">
        What was shown, taken out or used as evidence, and at how many answers. Who looked is not
        kept. A table is counted again only when enough answers have come or gone, so that two
        tellings cannot be subtracted.
      </p>
      <Table
        caption="Tables, last told first"
        rows={lines}
        rowKey={({ id }) => id}
        empty={
          <p className="govuk-body">
            None yet.{' '}
            <a className="govuk-link" href={links.crosstab(programmeId, survey.id)}>
              Compare groups
            </a>
            .
          </p>
        }
        columns={[
          {
            header: 'Table',
            rowHeader: true,
            cell: ({ title, filter, weighted, query }) => (
              <>
                <a className="govuk-link" href={links.crosstab(programmeId, survey.id, query)}>
                  {title}
                </a>
                {filter === null ? null : <span className="tl-small tl-block">Only {filter}</span>}
                {weighted ? <span className="tl-small tl-block">Weighted</span> : null}
              </>
            ),
          },
          { header: 'Answers', numeric: true, cell: ({ answers }) => many(answers, 'answer') },
          {
            header: 'Used',
            cell: ({ uses }) => uses.map((use) => USE_NAMES[use]).join('; '),
          },
          {
            header: 'Counted',
            cell: ({ firstAt }) => <span className="tl-nowrap">{sayMoment(firstAt)}</span>,
          },
          {
            header: 'Last told',
            cell: ({ lastAt }) => <span className="tl-nowrap">{sayMoment(lastAt)}</span>,
          },
        ]}
      />
      <p className="govuk-body tl-noprint">
        {page > 0 ? (
          <a className="govuk-link" href={links.toldTables(programmeId, survey.id, page - 1)}>
            Later tables
          </a>
        ) : null}{' '}
        {props.more ? (
          <a className="govuk-link" href={links.toldTables(programmeId, survey.id, page + 1)}>
            Earlier tables
          </a>
        ) : null}
      </p>
    </>
  );
}
