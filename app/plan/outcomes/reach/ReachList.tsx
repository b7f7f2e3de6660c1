import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { breakdownName } from '#app/theory/measures/breakdowns.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { OutcomesNav } from '../OutcomesNav.tsx';
import { sayQuarter, sayShortQuarter, type Quarter } from '../quarters.ts';
import { whatName } from './counting.ts';
import { RateBars } from './RateBars.tsx';
import { ALL_SITES } from './reach.ts';
import { tenthName } from './say-reach.ts';
import type { SeenBreakdown } from './seen-breakdowns.ts';
import type { SeenReach, SeenTotals } from './seen-reach.ts';

export interface ReachListProps {
  programmeId: string;
  seen: SeenReach | null;
  quarters: {
    quarter: Quarter;
    isOver: boolean;
    number: number;
    submittedOn: string | null;
    sites: number;
  }[];
  mayEnter: Answer;
}

/** Who is reached, quarter by quarter: the returns, and what may be seen of them. */
export function ReachList(props: ReachListProps) {
  const { programmeId, seen, mayEnter } = props;
  return (
    <>
      <Heading>Who is reached</Heading>
      <PlanNav programmeId={programmeId} here="outcomes" />
      <OutcomesNav programmeId={programmeId} here="reach" />
      <p className="govuk-body tl-reading">
        Each quarter, sites count who came: people, children, families, attendances, and of whom. A
        return is checked against itself and against the quarter before, and is frozen when it is
        submitted.
      </p>
      {mayEnter.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.bringReach(programmeId)}>Bring a file of counts</ButtonLink>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEnter.reason}</p>
      )}
      <Quarters {...props} />
      {seen === null ? null : <Seen seen={seen} />}
    </>
  );
}

function Quarters({ programmeId, quarters, mayEnter }: ReachListProps) {
  return (
    <Table
      caption="Returns"
      rows={quarters}
      rowKey={({ quarter }) => quarter}
      empty={<p className="govuk-body">The programme has not begun: no return is due.</p>}
      columns={[
        {
          header: 'Quarter',
          rowHeader: true,
          cell: ({ quarter }) =>
            mayEnter.yes ? (
              <a className="govuk-link" href={links.reachReturn(programmeId, quarter)}>
                {sayQuarter(quarter)}
              </a>
            ) : (
              sayQuarter(quarter)
            ),
        },
        { header: 'State', cell: stateOf },
        {
          header: 'Counted at',
          cell: ({ sites }) => (sites === 0 ? 'Nothing yet' : many(sites, 'place')),
        },
      ]}
    />
  );
}

function stateOf({ isOver, number, submittedOn }: ReachListProps['quarters'][number]): string {
  if (submittedOn !== null) return `Version ${number} submitted on ${sayShortDay(submittedOn)}`;
  if (number > 1) return `Version ${number}, a correction that is not submitted yet`;
  if (number === 1) return 'A draft';
  return isOver ? 'Not begun' : 'Not over yet';
}

const figure = (shown: Shown | null) =>
  shown === null ? '–' : typeof shown === 'number' ? shown.toLocaleString('en-GB') : shown;

function Seen({ seen }: { seen: SeenReach }) {
  const newest = seen.quarters.at(-1);
  return (
    <>
      <h2 className="govuk-heading-l">What the counts say</h2>
      <p className="govuk-body-s">
        {HIDDEN} stands where a count would tell of fewer than five people, or would let such a
        count be worked out.
      </p>
      {seen.totals.map((totals) => (
        <Totals key={totals.what} totals={totals} quarters={seen.quarters} />
      ))}
      {newest === undefined || seen.breakdowns.length === 0 ? null : (
        <h2 className="govuk-heading-m">Who they were, {sayQuarter(newest.quarter)}</h2>
      )}
      {seen.breakdowns.map((breakdown) => (
        <Groups
          key={`${breakdown.what} ${breakdown.breakdown}`}
          of={breakdown}
          all={seen.totals.find(({ what }) => what === breakdown.what)?.all.at(-1) ?? null}
        />
      ))}
      <Rates {...seen} />
    </>
  );
}

function Groups({ of, all }: { of: SeenBreakdown; all: Shown | null }) {
  const { what, breakdown, groups, left } = of;
  const share = (count: Shown) =>
    typeof count === 'number' && typeof all === 'number' && all > 0
      ? `${Math.round((count / all) * 100)}%`
      : '–';
  return (
    <Table
      caption={`${whatName(what)} by ${breakdownName(breakdown).toLowerCase()}`}
      captionSize="s"
      rows={[...groups, ...(left === 0 ? [] : [{ group: 'In no group', count: left }])]}
      rowKey={({ group }) => group}
      columns={[
        { header: 'Group', rowHeader: true, cell: ({ group }) => group },
        { header: 'Count', numeric: true, cell: ({ count }) => figure(count) },
        { header: 'Of all', numeric: true, cell: ({ count }) => share(count) },
      ]}
    />
  );
}

function Totals({ totals, quarters }: { totals: SeenTotals; quarters: SeenReach['quarters'] }) {
  const rows = [...totals.sites, { name: ALL_SITES, counts: totals.all }];
  return (
    <>
      <Table
        caption={totals.name}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { header: 'Site', rowHeader: true, cell: ({ name }) => name },
          ...quarters.map(({ quarter, isDraft }, at) => ({
            header: `${sayShortQuarter(quarter)}${isDraft ? ' (draft)' : ''}`,
            numeric: true,
            cell: ({ counts }: { counts: (Shown | null)[] }) => figure(counts[at] ?? null),
          })),
        ]}
      />
      {totals.isSum ? (
        <p className="govuk-body-s">
          {ALL_SITES} is the sites added up: somebody who came to two of them is in it twice.
        </p>
      ) : null}
    </>
  );
}

function Rates({ rates, rateSource, noRates }: SeenReach) {
  if (rates.length === 0) return <p className="govuk-body tl-reading">{noRates}</p>;
  return (
    <>
      <h2 className="govuk-heading-m">Children reached, by deprivation of where they live</h2>
      <RateBars rates={rates} />
      <Table
        caption={`Of the children who live there (${rateSource})`}
        captionSize="s"
        rows={rates}
        rowKey={({ tenth }) => String(tenth)}
        columns={[
          {
            header: 'Tenth of deprivation (IDACI)',
            rowHeader: true,
            cell: ({ tenth }) => tenthName(tenth),
          },
          { header: 'Reached', numeric: true, cell: ({ reached }) => figure(reached) },
          { header: 'Live there', numeric: true, cell: ({ children }) => figure(children) },
          { header: 'Of each hundred', numeric: true, cell: ({ rate }) => rate.toFixed(1) },
          {
            header: 'By chance from',
            numeric: true,
            cell: ({ low, high }) => `${low.toFixed(1)} to ${high.toFixed(1)}`,
          },
        ]}
      />
    </>
  );
}
