import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { PRIORITIES, PRIORITY_NAMES, type Priority } from './need.ts';
import { SHOWS, type RegisterSearch } from './need-order.ts';
import type { RegisterLine } from './register.server.ts';

export interface RegisterPageProps {
  programmeId: string;
  lines: readonly RegisterLine[];
  search: RegisterSearch;
  found: number;
  all: number;
  page: number;
  pages: number;
  removed: readonly { needId: string; statement: string; at: Date }[];
  mayEdit: Answer;
}

/** The register of needs: those in play, most urgent first, and those put aside with the reason. */
export function RegisterPage(props: RegisterPageProps) {
  const { programmeId, lines, search, found, all, mayEdit } = props;
  const here = links.register(programmeId);
  const isNarrowed = search.words !== '' || search.priority !== '' || search.show !== '';
  const query = (page: number) =>
    `${here}?${new URLSearchParams({ ...search, page: String(page) }).toString()}`;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(programmeId), words: 'Needs' }]} />
      <Heading>Register of needs</Heading>
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newNeed(programmeId)}>Add a need</ButtonLink>
          <ButtonLink href={links.priorities(programmeId)} secondary>
            Weigh priorities
          </ButtonLink>
          <a className="govuk-link" href={links.importNeeds(programmeId)}>
            Bring needs in from a file
          </a>
        </div>
      ) : (
        <>
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
          <p className="govuk-body">
            <a className="govuk-link" href={links.priorities(programmeId)}>
              How priorities are weighed
            </a>
          </p>
        </>
      )}
      {all > 0 ? (
        <form method="get" action={here} className="tl-search" role="search">
          <TextField name="words" label="With the words" width={20} value={search.words} />
          <Select
            name="priority"
            label="Priority"
            value={search.priority}
            options={[
              { value: '', label: 'All' },
              ...PRIORITIES.map((value) => ({ value, label: PRIORITY_NAMES[value] })),
            ]}
          />
          <Select
            name="show"
            label="Show"
            value={search.show}
            options={Object.entries(SHOWS).map(([value, label]) => ({ value, label }))}
          />
          <Button kind="secondary">Find needs</Button>
        </form>
      ) : null}
      {isNarrowed ? (
        <p className="govuk-body" role="status">
          {many(found, 'need')} of {all} match.{' '}
          <a className="govuk-link" href={here}>
            Show all
          </a>
        </p>
      ) : null}
      <Lines programmeId={programmeId} lines={lines} isEmpty={all === 0} />
      <Pages page={props.page} pages={props.pages} href={query} />
      {all > 0 ? (
        <p className="govuk-body">
          Take the register away as{' '}
          <a className="govuk-link" href={links.exportNeeds(programmeId, 'xlsx')}>
            an Excel workbook
          </a>{' '}
          or{' '}
          <a className="govuk-link" href={links.exportNeeds(programmeId, 'csv')}>
            a CSV file
          </a>
          .
        </p>
      ) : null}
      <Removed {...props} />
    </>
  );
}

function Lines(props: { programmeId: string; lines: readonly RegisterLine[]; isEmpty: boolean }) {
  const { programmeId, lines, isEmpty } = props;
  return (
    <Table
      caption="Needs, most urgent first"
      rows={lines}
      rowKey={({ need }) => need.id}
      columns={[
        {
          header: 'Need',
          rowHeader: true,
          cell: ({ need }) => (
            <>
              <a className="govuk-link" href={links.need(programmeId, need.id)}>
                {need.statement}
              </a>
              {need.notNowBecause === '' ? null : (
                <p className="govuk-body-s govuk-!-margin-bottom-0">
                  <strong>Not now, because:</strong> {need.notNowBecause}
                </p>
              )}
            </>
          ),
        },
        { header: 'Who', cell: ({ need }) => need.who },
        { header: 'How many', cell: ({ need }) => need.howMany },
        { header: 'Priority', cell: ({ need }) => PRIORITY_NAMES[need.priority as Priority] },
        {
          header: 'Points',
          numeric: true,
          cell: ({ points }) => points ?? 'Not scored',
        },
        {
          header: 'Evidence',
          cell: ({ evidence, against }) =>
            evidence + against === 0
              ? 'None yet'
              : `${evidence} for${against === 0 ? '' : `, ${against} against`}`,
        },
        {
          header: 'What came of it',
          cell: ({ carried }) => (carried === 0 ? 'Nothing yet' : many(carried, 'tie')),
        },
      ]}
      empty={
        isEmpty ? (
          <p className="govuk-body">
            No need is written yet. Open the results of a survey and press “Make this a need” beside
            a figure, or add one from what you know: for example, “Hubs open when parents who work
            can come”.
          </p>
        ) : (
          <p className="govuk-body">No need matches. Take a word out, or show all.</p>
        )
      }
    />
  );
}

function Removed({ removed, mayEdit }: RegisterPageProps) {
  if (removed.length === 0 || !mayEdit.yes) return null;
  return (
    <details className="govuk-details tl-noprint">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {many(removed.length, 'need')} taken out
        </span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--spaced">
          {removed.map(({ needId, statement, at }) => (
            <li key={needId}>
              {statement}
              <br />
              Taken out {sayMoment(at)}
              <Form>
                <input type="hidden" name="needId" value={needId} />
                <Button kind="secondary">
                  Put it back<span className="govuk-visually-hidden">: {statement}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
