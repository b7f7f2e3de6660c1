import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { STATION_COLOURS } from '#app/ui/stations.ts';
import { Table, type Column } from '#app/ui/Table.tsx';
import { sayDay, sayShortDay } from '#app/ui/words.ts';
import { Lacks } from './LinesTable.tsx';
import { pounds, poundsOrUnknown, sumInWords, type Accounts, type StreamAccount } from './money.ts';
import type { PlanLine } from './plan.ts';
import { PlanNav } from './PlanNav.tsx';

/** What each stream holds, what is promised from it, what is left, and what falls when it ends. */
export function Money(props: { programmeId: string; accounts: Accounts; mayEdit: Answer }) {
  const { programmeId, accounts } = props;
  const { total, streams } = accounts;
  return (
    <>
      <Heading size="xl">Money</Heading>
      <PlanNav programmeId={programmeId} here="money" />
      <p className="govuk-body-l">
        {streams.length === 0
          ? 'No funding stream is recorded yet. Begin with the largest: its name, what it holds and when it ends.'
          : `The streams hold ${pounds(total.amountPence)}. The plan promises ${sumInWords(total.committed)}. ${leftInWords(total.leftPence)}`}
      </p>
      {streams.length === 0 ? null : (
        <>
          <StreamBars accounts={accounts} />
          <StreamTable {...props} />
        </>
      )}
      <Warnings {...props} />
    </>
  );
}

function leftInWords(pence: number): string {
  return pence < 0 ? `That is ${pounds(-pence)} too much.` : `${pounds(pence)} is left.`;
}

function StreamBars({ accounts }: { accounts: Accounts }) {
  const most = Math.max(
    ...accounts.streams.map(({ stream, committed }) =>
      Math.max(stream?.amountPence ?? 0, committed.pence),
    ),
  );
  return (
    <Bars
      title="Promised from each funding stream"
      colour={STATION_COLOURS.plan}
      max={most}
      bars={accounts.streams.map(({ stream, committed }) => ({
        label: stream?.name ?? '',
        value: committed.pence,
        words: `${pounds(committed.pence)} of ${pounds(stream?.amountPence ?? 0)}`,
      }))}
    />
  );
}

function StreamTable(props: { programmeId: string; accounts: Accounts; mayEdit: Answer }) {
  const { accounts } = props;
  const every = [...accounts.streams, ...(accounts.unfunded ? [accounts.unfunded] : [])];
  return (
    <Table
      caption="Funding streams"
      rows={every}
      rowKey={({ stream }) => stream?.id ?? ''}
      columns={columns(props)}
    />
  );
}

const columns = (props: { programmeId: string; mayEdit: Answer }): Column<StreamAccount>[] => [
  {
    header: 'Stream',
    rowHeader: true,
    cell: ({ stream }) =>
      stream === null ? (
        <Lacks words="No stream yet" />
      ) : (
        <>
          {props.mayEdit.yes ? (
            <a className="govuk-link" href={links.fundingStream(props.programmeId, stream.id)}>
              {stream.name}
            </a>
          ) : (
            stream.name
          )}
          {stream.ringFence === '' ? null : (
            <span className="tl-under">Only for: {stream.ringFence}</span>
          )}
        </>
      ),
  },
  { header: 'Pays until', cell: ({ stream }) => sayShortDay(stream?.endsOn) },
  { header: 'Lines', numeric: true, cell: ({ lines }) => lines.length },
  {
    header: 'Holds',
    numeric: true,
    cell: ({ stream }) => (stream === null ? '–' : pounds(stream.amountPence)),
  },
  { header: 'Promised', numeric: true, cell: ({ committed }) => sumInWords(committed) },
  {
    header: 'Left',
    numeric: true,
    cell: ({ leftPence }) =>
      leftPence === null ? (
        '–'
      ) : leftPence < 0 ? (
        <Lacks words={`${pounds(-leftPence)} too much`} />
      ) : (
        poundsOrUnknown(leftPence)
      ),
  },
];

function Warnings({ programmeId, accounts }: { programmeId: string; accounts: Accounts }) {
  const running = [...accounts.streams, ...(accounts.unfunded ? [accounts.unfunded] : [])];
  const unknown = running.flatMap(({ lines }) => lines).filter((line) => line.costPence === null);
  return (
    <>
      {accounts.streams
        .filter(({ outlive }) => outlive.length > 0)
        .map(({ stream, outlive }) => (
          <LineList
            key={stream?.id}
            heading={`When ${stream?.name ?? ''} ends on ${sayDay(stream?.endsOn)}`}
            says="These lines go on after it, and need other money from then:"
            {...{ lines: outlive, programmeId }}
          />
        ))}
      <LineList
        heading="Costs that are not known"
        says="They are counted in no total above:"
        {...{ lines: unknown, programmeId }}
      />
      <LineList
        heading="Lines with no stream"
        says="Choose which stream pays for each:"
        {...{ lines: accounts.unfunded?.lines ?? [], programmeId }}
      />
      <LineList
        heading="Stopped lines"
        says="Nothing is promised to them any more:"
        {...{ lines: accounts.stopped, programmeId }}
      />
    </>
  );
}

function LineList(props: {
  heading: string;
  says: string;
  lines: readonly PlanLine[];
  programmeId: string;
}) {
  if (props.lines.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{props.heading}</h2>
      <p className="govuk-body">{props.says}</p>
      <ul className="govuk-list govuk-list--bullet">
        {props.lines.map((line) => (
          <li key={line.id}>
            <a className="govuk-link" href={links.planLine(props.programmeId, line.id)}>
              {line.title}
            </a>
            {line.costPence === null ? '' : ` (${pounds(line.costPence)})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
