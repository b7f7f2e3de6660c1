import { links } from '#app/http/links.ts';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { SERVICE_NAMES, SERVICE_SHAPES, type ServiceList, type ServiceRow } from './hubs.ts';
import { Mark } from './Mark.tsx';

/** So many sites have a column each; more are counted and named, since nobody reads forty columns. */
const COLUMNS = 8;

export function ServiceTable(props: { programmeId: string; services: ServiceList }) {
  const { programmeId, services } = props;
  return (
    <Table
      caption={`${many(services.rows.length, 'core service')}, ${many(services.sites.length, 'site')}`}
      captionSize="s"
      rows={services.rows}
      rowKey={({ key }) => key}
      columns={[
        {
          header: 'Service',
          rowHeader: true,
          cell: (row) => <Service {...{ programmeId, row }} />,
        },
        { header: 'Who provides it', cell: (row) => <Providers row={row} /> },
        ...(services.sites.length > COLUMNS ? [counted(services)] : siteColumns(services)),
      ]}
    />
  );
}

function Service({ programmeId, row }: { programmeId: string; row: ServiceRow }) {
  return (
    <>
      <a
        className="govuk-link"
        href={links.requirement(programmeId, row.packId, row.requirementId)}
      >
        {row.name}
      </a>
      {row.confirmed ? null : <span className="tl-under">To be confirmed</span>}
    </>
  );
}

function Providers({ row }: { row: ServiceRow }) {
  if (row.providers.length === 0) return 'Nobody is named yet';
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0 tl-cover">
      {row.providers.map(({ name, provider, where }) => (
        <li key={name}>
          {name}
          <span className="tl-under">
            {[provider, where].filter((part) => part !== '').join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function siteColumns({ sites }: ServiceList): Column<ServiceRow>[] {
  return sites.map((site) => ({
    header: site.name,
    cell: (row) => {
      const at = row.sites.find(({ siteId }) => siteId === site.id)?.at ?? 'none';
      return <Mark shape={SERVICE_SHAPES[at]} name={SERVICE_NAMES[at]} tone={`service-${at}`} />;
    },
  }));
}

function counted({ sites }: ServiceList): Column<ServiceRow> {
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? '';
  return {
    header: 'Where it is missing',
    cell: (row) => {
      const gaps = row.sites.filter(({ at }) => at === 'none');
      if (gaps.length === 0) return 'Nowhere';
      return (
        <details className="govuk-details govuk-!-margin-bottom-0">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {`${gaps.length} of ${many(sites.length, 'site')}`}
            </span>
          </summary>
          <div className="govuk-details__text">
            {gaps.map(({ siteId }) => nameOf(siteId)).join(', ')}
          </div>
        </details>
      );
    },
  };
}
