import { links } from '#app/http/links.ts';
import { Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import {
  COVERAGE_STATES,
  STATE_NAMES,
  type CoverageState,
  type CoverageTotals,
} from './coverage.ts';
import type { CoverageModel, CoverageRow } from './coverage-page.ts';
import { CoverageNav } from './CoverageNav.tsx';
import { CoveredBy, RequirementCell } from './CoverCells.tsx';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { SourceWords } from './SourceWords.tsx';
import { StateMark } from './StateMark.tsx';

/** One row a requirement: state as shape and word, what covers it, why, and where it comes from. */
export function CoveragePage({ programmeId, page }: { programmeId: string; page: CoverageModel }) {
  return (
    <>
      <Heading size="xl">Coverage of guidance</Heading>
      <PlanNav programmeId={programmeId} here="coverage" />
      <CoverageNav programmeId={programmeId} here="coverage" />
      {page.pack === null ? (
        <p className="govuk-body-l">
          This programme follows no guidance pack yet. Choose one on{' '}
          <a className="govuk-link" href={links.editProgramme(programmeId)}>
            the page of the programme
          </a>
          .
        </p>
      ) : (
        <Pack {...{ programmeId, page, pack: page.pack }} />
      )}
    </>
  );
}

function Pack(props: {
  programmeId: string;
  page: CoverageModel;
  pack: NonNullable<CoverageModel['pack']>;
}) {
  const { programmeId, page, pack } = props;
  return (
    <>
      {page.packs.length < 2 ? null : (
        <ul className="tl-nav govuk-!-margin-bottom-4">
          {page.packs.map(({ id, title }) => (
            <li key={id}>
              <a
                className="govuk-link"
                href={links.coverage(programmeId, id)}
                aria-current={id === pack.id ? 'page' : undefined}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      <h2 className="govuk-heading-m">{pack.title}</h2>
      <Totals {...{ programmeId, packId: pack.id, totals: page.totals }} />
      <p className="govuk-body tl-reason">
        {pack.publisher}. {pack.statusNote}. {pack.readExtent}
      </p>
      <Changed {...{ programmeId, page }} />
      <Missing {...{ programmeId, rows: page.missing }} />
      <Filter {...{ page, packId: pack.id }} />
      <Table
        caption={`${many(page.rows.length, 'requirement')}${page.rows.length === page.of ? '' : ` of ${page.of}`}`}
        rows={page.rows}
        rowKey={(row) => row.id}
        columns={columns(programmeId)}
        empty={
          <p className="govuk-body">
            No requirement is of this strand, of this kind and in this state together.
          </p>
        }
      />
      {page.unread.length === 0 ? null : <Unread {...{ programmeId, rows: page.unread }} />}
    </>
  );
}

/** What is different from the guidance before, where that is known. */
function Changed({ programmeId, page }: { programmeId: string; page: CoverageModel }) {
  return page.follows.map(({ from, to, title, counts }) => (
    <div className="govuk-inset-text" key={from}>
      {counts === null
        ? null
        : `Against “${title}”, ${counts.new} are new, ${counts.changed} changed and ${counts.gone} gone; of the new and changed, ${counts.missing} ${counts.missing === 1 ? 'is' : 'are'} not covered whole. `}
      <a className="govuk-link" href={links.packChanges(programmeId, from, to)}>
        What changed against “{title}”
      </a>
    </div>
  ));
}

function Totals(props: { programmeId: string; packId: string; totals: CoverageTotals }) {
  const { totals } = props;
  return (
    <ul className="tl-totals">
      {COVERAGE_STATES.filter((state) => totals[state] > 0).map((state) => (
        <li key={state}>
          <a
            className="govuk-link govuk-link--no-visited-state"
            href={`${links.coverage(props.programmeId, props.packId)}&state=${state}#requirements`}
          >
            <span className="tl-totals__count tl-numbers">{totals[state]}</span>{' '}
            <StateMark state={state} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Missing({ programmeId, rows }: { programmeId: string; rows: readonly CoverageRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">What is missing first</h2>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        {rows.map((row) => (
          <li key={row.id}>
            <a className="govuk-link" href={links.requirement(programmeId, row.packId, row.id)}>
              {row.text}
            </a>{' '}
            <span className="tl-reason">
              {row.kind}. {row.because}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Filter({ page, packId }: { page: CoverageModel; packId: string }) {
  return (
    <form method="get" className="tl-filter tl-noprint" id="requirements">
      <input type="hidden" name="pack" value={packId} />
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="strand">
          Strand
        </label>
        <select className="govuk-select" id="strand" name="strand" defaultValue={page.strand}>
          <option value="">All strands</option>
          {page.strands.map((strand) => (
            <option key={strand}>{strand}</option>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="kind">
          Kind
        </label>
        <select className="govuk-select" id="kind" name="kind" defaultValue={page.kind}>
          <option value="">All kinds</option>
          {page.kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="state">
          State
        </label>
        <select className="govuk-select" id="state" name="state" defaultValue={page.state}>
          <option value="">All states</option>
          {COVERAGE_STATES.map((state: CoverageState) => (
            <option key={state} value={state}>
              {STATE_NAMES[state]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Show these
      </button>
    </form>
  );
}

const columns = (programmeId: string): Column<CoverageRow>[] => [
  {
    header: 'Requirement',
    rowHeader: true,
    cell: (row) => <RequirementCell {...{ programmeId, row }} />,
  },
  { header: 'State', cell: (row) => <StateMark state={row.state} /> },
  {
    header: 'What covers it',
    cell: (row) => <CoveredBy {...{ programmeId, row }} />,
  },
  {
    header: 'Why',
    cell: (row) => (
      <>
        {row.because}
        {row.decidedBy === null ? null : (
          <span className="tl-under">
            Decided by {row.decidedBy}. Computed: {STATE_NAMES[row.computed].toLowerCase()}.
          </span>
        )}
      </>
    ),
  },
  { header: 'Source and grade', cell: (row) => <SourceWords source={row.source} short /> },
];

function Unread({ programmeId, rows }: { programmeId: string; rows: readonly CoverageRow[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">To be confirmed by the authority</h2>
      <p className="govuk-body">
        These items were recalled and not read, and are not given as guidance. Check each against
        the official copy and record what you decide.
      </p>
      <Table
        caption={many(rows.length, 'item')}
        captionSize="s"
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns(programmeId)}
      />
    </section>
  );
}
