import { links } from '#app/http/links.ts';
import { Select } from '#app/ui/Field.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import {
  KINDS_OF_MESSAGE,
  queryOf,
  STATE_NAMES,
  STATES,
  type OutboxCounts,
  type State,
} from './outbox.ts';

export interface OutboxLine {
  id: string;
  kind: string;
  name: string;
  channel: string;
  state: State;
  says: string;
  queued: string;
}

interface Asked {
  kind: string;
  state: string;
  page: number;
}

/** Everything that was, will be or could not be sent to the people of the panel. */
export function Outbox(props: {
  programmeId: string;
  rows: readonly OutboxLine[];
  found: number;
  asked: Asked;
  pages: number;
  counts: OutboxCounts;
  /** What each way out of the house is called. */
  ways: readonly string[];
  mayManage: boolean;
}) {
  const { programmeId, rows, found, asked, pages, counts, ways, mayManage } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading size="xl">Messages</Heading>
      <HowTheyLeave ways={ways} />
      <ToDo {...{ programmeId, counts, mayManage }} />
      <Filter {...{ programmeId, asked }} />
      <Table
        caption={`${many(found, 'message')}, newest first`}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            header: 'Message',
            rowHeader: true,
            cell: (row) => (
              <>
                <a className="govuk-link" href={links.message(programmeId, row.id)}>
                  {row.kind}
                </a>
                <br />
                <span className="govuk-!-font-weight-regular">{row.queued}</span>
              </>
            ),
          },
          {
            header: 'To',
            cell: (row) => (
              <>
                <bdi>{row.name}</bdi>
                <br />
                {row.channel}
              </>
            ),
          },
          {
            header: 'How it stands',
            cell: (row) => (
              <>
                <strong>{STATE_NAMES[row.state]}.</strong> {row.says}
              </>
            ),
          },
        ]}
        empty={
          <p className="govuk-body">
            {asked.kind === '' && asked.state === ''
              ? 'There is no message yet. Invitations, reminders, answers and new links come here before they go.'
              : 'No message is like that.'}
          </p>
        }
      />
      <Pages
        page={asked.page}
        pages={pages}
        href={(page) => links.outbox(programmeId, queryOf({ ...asked, page }))}
      />
    </>
  );
}

function HowTheyLeave({ ways }: { ways: readonly string[] }) {
  if (ways.length > 0) {
    return <p className="govuk-body">Messages go by themselves: {ways.join(' and ')}.</p>;
  }
  return (
    <div className="govuk-inset-text">
      No mail server and no GOV.UK Notify is set up here, so no message leaves by itself. Each waits
      on this page: open it to read it with its link and to pass it on. Whoever runs the server
      finds in “Running Throughline” what to set.
    </div>
  );
}

function ToDo(props: { programmeId: string; counts: OutboxCounts; mayManage: boolean }) {
  const { programmeId, counts, mayManage } = props;
  const filtered = (state: string) =>
    links.outbox(programmeId, queryOf({ kind: '', state, page: 0 }));
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        <li>{many(counts.waiting, 'message')} waiting to go</li>
        <li>{many(counts.letters, 'letter')} to print and post</li>
        <li>{many(counts.calls, 'person', 'people')} to call or to tell when you see them</li>
        <li>
          {counts.failed === 0 ? (
            'Nothing has failed'
          ) : (
            <a className="govuk-link" href={filtered('failed')}>
              {many(counts.failed, 'message')} failed
            </a>
          )}
        </li>
      </ul>
      {mayManage ? (
        <ButtonLink href={links.letters(programmeId)} secondary>
          Letters with personal links
        </ButtonLink>
      ) : null}
    </>
  );
}

function Filter({ programmeId, asked }: { programmeId: string; asked: Asked }) {
  return (
    <form method="get" action={links.outbox(programmeId)} className="tl-filter">
      <Select
        name="state"
        label="How it stands"
        value={asked.state}
        options={[
          { value: '', label: 'All' },
          ...STATES.map((value) => ({ value, label: STATE_NAMES[value] })),
        ]}
        answer={undefined}
      />
      <Select
        name="kind"
        label="Kind"
        value={asked.kind}
        options={[{ value: '', label: 'All' }, ...KINDS_OF_MESSAGE]}
        answer={undefined}
      />
      <button className="govuk-button govuk-button--secondary" data-module="govuk-button">
        Show
      </button>
    </form>
  );
}
