import { PickButton } from '#app/ui/Form.tsx';
import { links } from '#app/http/links.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { sayMeasure, type Measure } from './area-headers.ts';
import type { AreaFigures } from './area-file.ts';
import type { AreaPage } from './area-page.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { sayCount, sayShare } from '#app/needs/finding.ts';
import { sayFigure } from '#app/needs/printed-table.ts';

interface FilePage {
  programmeId: string;
  file: { id: string; title: string; measures: Measure[]; areas: number };
  page: AreaPage;
  search: string;
  /** "code key" of each figure that is too small to be shown. */
  hidden: ReadonlySet<string>;
  /** The authority itself and the country, where the file holds them. */
  beside: readonly AreaFigures[];
}

/** Areas by decile as a chart and a table, then the areas themselves. */
export function AreaFileView(props: FilePage) {
  const { page } = props;
  return (
    <>
      {page.deciles && page.measure ? <Deciles {...props} measure={page.measure} /> : null}
      <h2 className="govuk-heading-m">Area by area</h2>
      <Filter {...props} />
      <Beside {...props} />
      <Areas {...props} />
    </>
  );
}

const TENTHS = ['most deprived tenth', '', '', '', '', '', '', '', '', 'least deprived tenth'];

const decileLabel = (at: number) => `${at + 1}${TENTHS[at] ? ` (${TENTHS[at] ?? ''})` : ''}`;

function Deciles({ page, measure, file }: FilePage & { measure: Measure }) {
  const deciles = page.deciles ?? { counts: [], withFigure: 0, withoutFigure: 0 };
  const rows = deciles.counts.map((count, at) => ({
    label: decileLabel(at),
    count,
    share: deciles.withFigure === 0 ? 0 : count / deciles.withFigure,
  }));
  // The longest bar fills the line: the ten are to be compared with one another.
  const title = `Areas by ${sayMeasure(measure)}`;
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">
        Each tenth of England’s areas, from the most deprived on. {many(deciles.withFigure, 'area')}{' '}
        of {sayCount(file.areas)} have a figure
        {deciles.withoutFigure > 0
          ? `; ${sayCount(deciles.withoutFigure)} have none and are counted in no bar`
          : ''}
        .
      </p>
      <Bars
        title={title}
        bars={rows.map(({ label, count, share }) => ({
          label,
          value: share,
          words: `${sayCount(count)} (${sayShare(share)})`,
        }))}
      />
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">The same as a table</span>
        </summary>
        <div className="govuk-details__text">
          <Table
            caption={title}
            captionSize="s"
            rows={rows}
            rowKey={(row) => row.label}
            columns={[
              { header: 'Decile', rowHeader: true, cell: (row) => row.label },
              { header: 'Areas', numeric: true, cell: (row) => sayCount(row.count) },
              { header: 'Share', numeric: true, cell: (row) => sayShare(row.share) },
            ]}
          />
        </div>
      </details>
    </>
  );
}

function Filter({ programmeId, file, page, search }: FilePage) {
  return (
    <form method="get" action={links.areaFile(programmeId, file.id)} className="tl-pick tl-noprint">
      {page.levels.length > 1 ? (
        <Select
          name="level"
          label="Kind of area"
          value={page.level}
          options={page.levels.map(({ level, areas }) => ({
            value: level,
            label: `${level} (${sayCount(areas)})`,
          }))}
        />
      ) : null}
      {page.narrowing.length > 0 ? (
        page.narrowing.map(({ key, label, values, chosen }) => (
          <Select
            key={key}
            name={`at-${key}`}
            label={label}
            value={chosen}
            options={values.map((value) => ({ value, label: value }))}
          />
        ))
      ) : (
        <Select
          name="measure"
          label="Sorted by"
          value={page.measure?.key}
          options={file.measures.map((each) => ({ value: each.key, label: sayMeasure(each) }))}
        />
      )}
      <TextField name="search" label="Name or code" optional value={search} width={10} />
      <PickButton>Show</PickButton>
    </form>
  );
}

/** The authority's own figure and that of the country, before the hundred others. */
function Beside({ beside, page, hidden }: FilePage) {
  const { measure } = page;
  if (!measure || beside.length === 0) return null;
  return (
    <p className="govuk-body">
      {sayMeasure(measure)}:{' '}
      {beside
        .map(({ code, name, figures }) => {
          const figure = hidden.has(`${code} ${measure.key}`)
            ? HIDDEN
            : sayOr(figures[measure.key] ?? null);
          return `${name} ${figure}`;
        })
        .join('; ')}
      .
    </p>
  );
}

function Areas({ programmeId, file, page, search, hidden }: FilePage) {
  const columns: Column<AreaFigures>[] = [
    { header: 'Area', rowHeader: true, cell: (area) => area.name },
    { header: 'Code', cell: (area) => area.code },
    ...page.columns.map((measure): Column<AreaFigures> => ({
      header: sayMeasure(measure),
      numeric: true,
      cell: ({ code, figures }) =>
        hidden.has(`${code} ${measure.key}`) ? HIDDEN : sayOr(figures[measure.key] ?? null),
    })),
  ];
  const to = (number: number) => {
    const query = new URLSearchParams({
      measure: page.measure?.key ?? '',
      level: page.level,
      search,
      page: String(number),
    });
    return `${links.areaFile(programmeId, file.id)}?${query.toString()}`;
  };
  return (
    <>
      <Table
        caption={
          search === '' ? `${many(page.found, 'area')}` : `${many(page.found, 'area')} found`
        }
        captionSize="s"
        rows={page.areas}
        rowKey={(area) => `${area.code} ${area.level ?? ''}`}
        columns={columns}
        empty={
          <p className="govuk-body">No area is called so. Search for part of a name or code.</p>
        }
      />
      {page.pages > 1 ? (
        <nav className="govuk-pagination tl-noprint" aria-label="Pages of areas">
          {page.page > 1 ? (
            <div className="govuk-pagination__prev">
              <a className="govuk-link govuk-pagination__link" href={to(page.page - 1)} rel="prev">
                <span className="govuk-pagination__link-title">Previous page</span>
              </a>
            </div>
          ) : null}
          <span className="govuk-body govuk-!-margin-right-4">
            Page {page.page} of {page.pages}
          </span>
          {page.page < page.pages ? (
            <div className="govuk-pagination__next">
              <a className="govuk-link govuk-pagination__link" href={to(page.page + 1)} rel="next">
                <span className="govuk-pagination__link-title">Next page</span>
              </a>
            </div>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

/** A missing figure is said, never shown as a zero or an empty cell. */
const sayOr = (figure: number | null) => (figure === null ? 'none' : sayFigure(figure));
