import { links } from '#app/http/links.ts';
import { SITE_TYPES } from '#app/needs/registers/choices.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { pounds } from '#app/plan/money/money.ts';
import { Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { sayCovered } from './blocks.ts';
import { CoverageNav } from './CoverageNav.tsx';
import {
  NUMBERED_POINTS,
  POINT_NAMES,
  POINT_SHAPES,
  type HubTest,
  type Hubs,
  type StrandRow,
} from './hubs.ts';
import { Mark } from './Mark.tsx';
import { ServiceTable } from './ServiceTable.tsx';

interface Props {
  programmeId: string;
  hubs: Hubs;
}

/** Each site against the definition of a hub, each core service at each site, strand by strand. */
export function HubsPage({ programmeId, hubs }: Props) {
  return (
    <>
      <Heading size="xl">Hubs and services</Heading>
      <PlanNav programmeId={programmeId} here="coverage" />
      <CoverageNav programmeId={programmeId} here="hubs" />
      <Tests programmeId={programmeId} hubs={hubs} />
      <Services programmeId={programmeId} hubs={hubs} />
      <h2 className="govuk-heading-m" id="strands">
        Strand by strand
      </h2>
      <p className="govuk-body">
        A plan line stands once: in the strand that it says, or else in that of the first
        requirement that it is tied to.
      </p>
      <Table
        caption={many(hubs.strands.length, 'strand')}
        captionSize="s"
        rows={hubs.strands}
        rowKey={({ id }) => id ?? 'none'}
        columns={strandColumns(programmeId)}
        empty={
          <p className="govuk-body">
            No requirement, line or site belongs to a strand yet.{' '}
            <a className="govuk-link" href={links.plan(programmeId)}>
              Begin with the plan lines
            </a>
          </p>
        }
      />
    </>
  );
}

function Tests({ programmeId, hubs: { tests } }: Props) {
  const whole = tests.filter(({ met }) => met === NUMBERED_POINTS.length).length;
  return (
    <section>
      <h2 className="govuk-heading-m" id="test">
        The twelve points of the definition of a hub
      </h2>
      {tests.length === 0 ? (
        <p className="govuk-body">
          No hub and no site working towards one is recorded yet.{' '}
          <a className="govuk-link" href={links.placeRegister(programmeId, 'sites')}>
            Add the sites
          </a>
        </p>
      ) : (
        <>
          <p className="govuk-body-l">
            {`${whole} of ${many(tests.length, 'site')} ${whole === 1 ? 'meets' : 'meet'} every point.`}
          </p>
          <Table
            caption="Sites against the twelve points"
            captionSize="s"
            rows={tests}
            rowKey={({ id }) => id}
            columns={testColumns(programmeId)}
          />
          <details className="govuk-details" open>
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">What the twelve points ask for</span>
            </summary>
            <ol className="govuk-details__text govuk-list govuk-list--number">
              {NUMBERED_POINTS.map(({ value, label }) => (
                <li key={value}>{label}</li>
              ))}
            </ol>
          </details>
          <p className="govuk-body tl-reason">
            After the definition in the guidance of 2026, which was read as the government’s
            reporting service restates it: check it against the official copy. Point 6 is asked of
            authorities that receive Healthy Babies money.
          </p>
        </>
      )}
    </section>
  );
}

const testColumns = (programmeId: string): Column<HubTest>[] => [
  {
    header: 'Site',
    rowHeader: true,
    cell: ({ id, name, type }) => (
      <>
        <a className="govuk-link" href={links.placeRow(programmeId, 'sites', id)}>
          {name}
        </a>
        <span className="tl-under">{SITE_TYPES.find(({ value }) => value === type)?.label}</span>
      </>
    ),
  },
  ...NUMBERED_POINTS.map(({ number, label, value }): Column<HubTest> => ({
    header: <abbr title={label}>{number}</abbr>,
    cell: ({ points }) => {
      const state = points.find(({ id }) => id === value)?.state ?? 'unknown';
      return <Mark shape={POINT_SHAPES[state]} name={POINT_NAMES[state]} tone={state} quiet />;
    },
  })),
  { header: 'Met', numeric: true, cell: ({ met }) => `${met} of ${NUMBERED_POINTS.length}` },
  { header: 'What to do', cell: ({ todo }) => (todo === '' ? 'Nothing' : todo) },
];

function Services({ programmeId, hubs: { services } }: Props) {
  const open = services.rows.filter(({ confirmed }) => !confirmed).length;
  return (
    <section>
      <h2 className="govuk-heading-m" id="services">
        Core services at each site
      </h2>
      {services.rows.length === 0 ? (
        <p className="govuk-body">
          The guidance that this programme follows names no core services.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            A service is named at a site when an organisation of the{' '}
            <a className="govuk-link" href={links.placeRegister(programmeId, 'assets')}>
              asset audit
            </a>{' '}
            with its name is inside it. Where only its strand is offered, ask what that means.
            {open === 0
              ? ''
              : ` ${many(open, 'name')} of services ${open === 1 ? 'was' : 'were'} recalled and not read: to be confirmed by the authority.`}
          </p>
          <ServiceTable programmeId={programmeId} services={services} />
        </>
      )}
    </section>
  );
}

const strandColumns = (programmeId: string): Column<StrandRow>[] => [
  { header: 'Strand', rowHeader: true, cell: ({ label }) => label },
  {
    header: 'Requirements covered',
    cell: sayCovered,
  },
  {
    header: 'Plan lines',
    cell: ({ lines }) =>
      lines.length === 0 ? (
        '–'
      ) : (
        <ul className="govuk-list govuk-!-margin-bottom-0 tl-cover">
          {lines.map(({ id, title }) => (
            <li key={id}>
              <a className="govuk-link" href={links.planLine(programmeId, id)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      ),
  },
  {
    header: 'Money',
    numeric: true,
    cell: (row) => (
      <>
        {row.knownPence === null ? '–' : pounds(row.knownPence)}
        {row.unknownCosts === 0 ? null : (
          <span className="tl-under">{many(row.unknownCosts, 'cost')} not known</span>
        )}
      </>
    ),
  },
  { header: 'Sites', cell: ({ sites }) => (sites.length === 0 ? '–' : sites.join(', ')) },
  {
    header: 'Measures',
    cell: ({ measures }) => (measures.length === 0 ? '–' : measures.join('; ')),
  },
];
