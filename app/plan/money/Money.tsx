import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Lacks } from '#app/plan/lines/LinesTable.tsx';
import { Select } from '#app/ui/Field.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { LinkList } from '#app/ui/LinkList.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { CutTable } from './CutTable.tsx';
import { MoneyNav } from './MoneyNav.tsx';
import { CUT_NAMES, CUTS, STREAM_KIND_NAMES } from './cuts.ts';
import type { FoundAt, MoneyPage } from './money-page.ts';
import { pounds, poundsOrUnknown, sumInWords } from './money.ts';

/** What each stream holds, what is promised from it, what does not hold, and every cut of the costs. */
export function Money({ page, mayEdit }: { page: MoneyPage; mayEdit: Answer }) {
  const { programmeId, total, streams } = page;
  const none = streams.every(({ stream }) => stream === null);
  return (
    <>
      <Heading size="xl">Money</Heading>
      <MoneyNav programmeId={programmeId} here="money" />
      <p className="govuk-body-l">
        {none
          ? 'No funding stream is recorded yet. Begin with the largest: its name, what it holds and when it ends.'
          : `The streams hold ${pounds(total.amountPence)}. The plan promises ${sumInWords(total.committed)}. ${leftInWords(total.leftPence)}`}
      </p>
      <Found
        heading="What does not hold"
        says="Settle these before the plan is signed:"
        found={page.mustBeSettled}
      />
      {none ? null : <StreamTable page={page} mayEdit={mayEdit} />}
      <Costs page={page} mayEdit={mayEdit} />
      <Found
        heading="Worth a look"
        says="These do not stand in the way, and a board may ask about them:"
        found={page.worthALook}
      />
      <LinksUnder
        heading="Costs that are not known"
        says="They are counted in no total above:"
        items={page.unknown}
      />
      <LinksUnder
        heading="Stopped lines"
        says="Nothing is promised to them any more:"
        items={page.stopped}
      />
    </>
  );
}

function leftInWords(pence: number): string {
  return pence < 0 ? `That is ${pounds(-pence)} too much.` : `${pounds(pence)} is left.`;
}

function Found(props: { heading: string; says: string; found: readonly FoundAt[] }) {
  if (props.found.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{props.heading}</h2>
      <p className="govuk-body">{props.says}</p>
      <ul className="govuk-list govuk-list--bullet tl-found">
        {props.found.map(({ says, todo, href }) => (
          <li key={says}>
            {says}{' '}
            <a className="govuk-link" href={href}>
              {todo}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StreamTable({ page, mayEdit }: { page: MoneyPage; mayEdit: Answer }) {
  return (
    <Table
      caption="Funding streams"
      rows={page.streams}
      rowKey={({ stream }) => stream?.id ?? ''}
      columns={streamColumns(page.programmeId, mayEdit)}
    />
  );
}

type StreamRow = MoneyPage['streams'][number];

function streamColumns(programmeId: string, mayEdit: Answer): Column<StreamRow>[] {
  return [
    {
      header: 'Stream',
      rowHeader: true,
      cell: ({ stream }) =>
        stream === null ? (
          'No stream yet'
        ) : (
          <>
            {mayEdit.yes ? (
              <a className="govuk-link" href={links.fundingStream(programmeId, stream.id)}>
                {stream.name}
              </a>
            ) : (
              stream.name
            )}
            <span className="tl-under">
              {STREAM_KIND_NAMES[stream.kind]}
              {stream.ringFence === '' ? '' : `. Only for ${stream.ringFence}`}
            </span>
          </>
        ),
    },
    {
      header: 'Pays',
      cell: ({ stream, outlive }) =>
        stream === null ? (
          '–'
        ) : (
          <>
            {stream.startsOn === null ? '' : `from ${sayShortDay(stream.startsOn)} `}
            {stream.endsOn === null ? 'with no end' : `until ${sayShortDay(stream.endsOn)}`}
            <span className="tl-under">
              <a className="govuk-link" href={links.streamEnds(programmeId, stream.id)}>
                What falls when it ends
                <span className="govuk-visually-hidden">: {stream.name}</span>
              </a>
              {outlive === 0 ? '' : `: ${many(outlive, 'line goes', 'lines go')} on after it`}
            </span>
          </>
        ),
    },
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
}

function Costs({ page, mayEdit }: { page: MoneyPage; mayEdit: Answer }) {
  const { programmeId, rows, columns, table, picture } = page;
  const options = CUTS.map((cut) => ({ value: cut, label: CUT_NAMES[cut] }));
  if (table.rows.length === 0) {
    return (
      <section id="costs">
        <h2 className="govuk-heading-m">What the plan costs</h2>
        <p className="govuk-body">
          No cost is recorded yet. Type an estimate on a plan line, or add its costs one by one.
        </p>
        {mayEdit.yes ? <ButtonLink href={links.newCost(programmeId)}>Add a cost</ButtonLink> : null}
      </section>
    );
  }
  return (
    <section id="costs">
      <h2 className="govuk-heading-m">What the plan costs</h2>
      <form
        method="get"
        action={`${links.money(programmeId)}#costs`}
        className="tl-noprint tl-cuts"
      >
        <Select name="rows" label="A row for each" value={rows} options={options} />
        <Select name="columns" label="A column for each" value={columns} options={options} />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show
        </button>
      </form>
      {picture === null ? null : (
        <div
          className="tl-money-picture"
          role="region"
          aria-label="Picture of the costs: it scrolls sideways"
          tabIndex={0}
          dangerouslySetInnerHTML={{ __html: picture }}
        />
      )}
      <CutTable table={table} rows={rows} columns={columns} letters={picture !== null} />
      <p className="govuk-body">
        <a className="govuk-link" href={links.costs(programmeId)}>
          {page.costs === 0 ? 'Break the estimates down' : `All ${many(page.costs, 'cost')}`}
        </a>
        {mayEdit.yes ? (
          <>
            {' '}
            or{' '}
            <a className="govuk-link" href={links.newCost(programmeId)}>
              add a cost
            </a>
          </>
        ) : null}
      </p>
    </section>
  );
}

function LinksUnder(props: {
  heading: string;
  says: string;
  items: readonly { href: string; words: string }[];
}) {
  if (props.items.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{props.heading}</h2>
      <p className="govuk-body">{props.says}</p>
      <LinkList className="govuk-list govuk-list--bullet" items={props.items} />
    </section>
  );
}
