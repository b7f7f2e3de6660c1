import { links } from '#app/http/links.ts';
import { sourceQuery } from '#app/needs/finding-source.ts';
import { sayShare } from '#app/needs/finding.ts';
import type { Answer } from '#app/people/can.ts';
import type { Shown as Count } from '#app/statistics/small-numbers.ts';
import { Select } from '#app/ui/Field.tsx';
import { ButtonLink, PickButton } from '#app/ui/Form.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { MapFigure } from './MapFigure.tsx';
import type { ReachMap } from './reach-map.server.ts';
import type { ReachPage } from './reach.server.ts';
import type { Reach, ReachBand, ShownArea } from './reach.ts';

interface ShownPage {
  programmeId: string;
  page: ReachPage;
  map: ReachMap | null;
  sentence: string | null;
  source: string;
  mayEdit: Answer;
}

/** Who is reached beside where deprivation is highest. */
export function ReachView(props: ShownPage) {
  const { programmeId, page, map, sentence, source, mayEdit } = props;
  if (page.needs.length === 0 || page.reaches.length === 0) {
    return <NotYet {...props} />;
  }
  const { reach } = page;
  return (
    <>
      <Ask {...props} />
      {page.notes.map((note) => (
        <p className="govuk-inset-text" key={note}>
          {note}
        </p>
      ))}
      {sentence === null ? null : <p className="govuk-body-l">{sentence}</p>}
      {reach && map ? (
        <MapFigure
          svg={map.svg}
          title="Reach against need"
          legend={map.legend}
          withoutFigure={map.withoutFigure}
          hidden={map.hidden}
          sites={map.sites}
          source={source}
        >
          {sentence !== null && mayEdit.yes ? (
            <ButtonLink
              secondary
              href={links.newNeedFrom(programmeId, sourceQuery({ from: 'reach', ...page.chosen }))}
            >
              Make this a need
            </ButtonLink>
          ) : null}
        </MapFigure>
      ) : null}
      {reach ? <Bands reach={reach} /> : null}
      {reach ? <Areas reach={reach} /> : null}
    </>
  );
}

function NotYet({ programmeId, page, mayEdit }: ShownPage) {
  return (
    <>
      <p className="govuk-inset-text">
        {page.needs.length === 0
          ? 'Reach is laid beside deprivation by small area. Bring in the indices of deprivation first. '
          : ''}
        {page.reaches.length === 0
          ? 'Bring in your own counts of registered or attending children: a CSV file with a column of small area or ward codes (LSOA21CD or WD24CD) and one of counts. Tick that they are your own, and counts from 1 to 4 are never shown.'
          : ''}
      </p>
      {mayEdit.yes ? (
        <ButtonLink href={links.importAreaFile(programmeId)}>Bring a file in</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}

function Ask({ programmeId, page }: ShownPage) {
  return (
    <form method="get" action={links.areaReach(programmeId)} className="tl-pick tl-noprint">
      <Select
        name="reach"
        label="Who was reached"
        value={page.chosen.reach}
        options={page.reaches}
      />
      <Select name="need" label="Need" value={page.chosen.need} options={page.needs} />
      <PickButton>Compare</PickButton>
    </form>
  );
}

const sayCount = (count: Count | number | null) =>
  typeof count === 'number' ? count.toLocaleString('en-GB') : (count ?? 'not known');
const sayRate = (share: number | null) => (share === null ? '–' : (share * 100).toFixed(0));

function Bands({ reach }: { reach: Reach }) {
  const columns: Column<ReachBand>[] = [
    { header: 'Areas by deprivation', rowHeader: true, cell: (band) => band.label },
    { header: 'Areas', numeric: true, cell: (band) => band.areas },
    { header: 'Reached', numeric: true, cell: (band) => sayCount(band.reached) },
    {
      header: 'Of all reached',
      numeric: true,
      cell: (band) => (band.ofAll === null ? '–' : sayShare(band.ofAll)),
    },
    { header: 'Children', numeric: true, cell: (band) => sayCount(band.children) },
    {
      header: 'For each hundred children',
      numeric: true,
      cell: (band) => sayRate(band.share),
    },
  ];
  return (
    <>
      <Table
        caption="Reach by deprivation"
        rows={reach.bands.filter((band) => band.areas > 0)}
        rowKey={(band) => band.label}
        columns={columns}
      />
      <p className="govuk-body">
        {sayCount(reach.total)} reached in all
        {reach.whole === null
          ? ''
          : `; ${sayRate(reach.whole)} for each hundred children over the areas whose count is shown`}
        . [c] stands for counts too small to be shown, and for those that would give them away.
        {reach.notCounted > 0
          ? ` ${many(reach.notCounted, 'area has', 'areas have')} no count.`
          : ''}
      </p>
    </>
  );
}

function Areas({ reach }: { reach: Reach }) {
  const rows = [...reach.areas].sort(
    (a, b) =>
      Number(b.first) - Number(a.first) ||
      (a.decile ?? 11) - (b.decile ?? 11) ||
      (a.share ?? 9) - (b.share ?? 9),
  );
  const columns: Column<ShownArea>[] = [
    { header: 'Area', rowHeader: true, cell: (area) => area.name },
    { header: 'Tenth', numeric: true, cell: (area) => area.decile ?? 'none' },
    { header: 'Reached', numeric: true, cell: (area) => sayCount(area.reached) },
    { header: 'Children', numeric: true, cell: (area) => sayCount(area.children) },
    { header: 'For each hundred', numeric: true, cell: (area) => sayRate(area.share) },
    {
      header: 'Go there first',
      cell: (area) => (area.first ? 'Yes: deprived, and reached less than the whole' : ''),
    },
  ];
  return (
    <Table
      caption={`Area by area: ${many(rows.length, 'area')}`}
      rows={rows}
      rowKey={(area) => area.code}
      columns={columns}
    />
  );
}
