import { PickButton } from '#app/ui/Form.tsx';
import { links } from '#app/http/links.ts';
import { sourceQuery } from '#app/needs/finding-source.ts';
import type { Answer } from '#app/people/can.ts';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { AreaMap } from './area-map.server.ts';
import { MapFigure } from './MapFigure.tsx';
import { NoBoundaries } from './NoBoundaries.tsx';

interface Shown {
  programmeId: string;
  map: AreaMap | null;
  withSites: boolean;
  source: string;
  mayEdit: Answer;
}

/** What to show, the map with its key, and the same area by area. */
export function AreaMapView(props: Shown) {
  const { programmeId, map, withSites, source, mayEdit } = props;
  if (!map) return <NoBoundaries programmeId={programmeId} mayEdit={mayEdit} />;
  return (
    <>
      <Ask {...props} map={map} />
      <MapFigure
        svg={map.svg}
        title={map.title}
        legend={map.legend}
        withoutFigure={map.chosen ? map.withoutFigure : 0}
        hidden={map.hidden}
        sites={withSites ? map.sites : []}
        source={source}
      >
        {map.sites.length === 0 && map.outside.length === 0 ? (
          <p className="govuk-body">
            No site is on the map yet.{' '}
            <a className="govuk-link" href={links.placeRegister(programmeId, 'sites')}>
              Record your hubs and sites
            </a>
          </p>
        ) : null}
        {map.outside.length > 0 ? (
          <p className="govuk-body-s">Beyond the edge of the map: {map.outside.join(', ')}.</p>
        ) : null}
        {map.unplaced.length > 0 ? (
          <p className="govuk-body-s">
            Not on the map, because it is not recorded where they stand: {map.unplaced.join(', ')}.
          </p>
        ) : null}
      </MapFigure>
      {map.sentences.length > 0 ? (
        <div className="govuk-inset-text">
          {map.sentences.map((sentence) => (
            <p className="govuk-body" key={sentence}>
              {sentence}
            </p>
          ))}
        </div>
      ) : null}
      <AsEvidence {...props} map={map} />
      <AreaByArea map={map} />
    </>
  );
}

function Ask({ programmeId, map, withSites }: Shown & { map: AreaMap }) {
  if (map.choices.length === 0) {
    return (
      <p className="govuk-body">
        There are boundaries and no figures for them yet.{' '}
        <a className="govuk-link" href={links.importAreaFile(programmeId)}>
          Bring the indices of deprivation in
        </a>
      </p>
    );
  }
  const chosen = map.chosen ? `${map.chosen.file}:${map.chosen.measure}` : '';
  return (
    <form method="get" action={links.areaMap(programmeId)} className="tl-pick tl-noprint">
      <div className="govuk-form-group tl-pick__most">
        <label className="govuk-label govuk-label--s" htmlFor="show">
          What to show
        </label>
        <select className="govuk-select" id="show" name="show" defaultValue={chosen}>
          {map.choices.map(({ file, title, measures }) => (
            <optgroup key={file} label={title}>
              {measures.map(({ key, name }) => (
                <option key={key} value={`${file}:${key}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label govuk-label--s" htmlFor="sites">
          Sites
        </label>
        <select
          className="govuk-select"
          id="sites"
          name="sites"
          defaultValue={withSites ? 'yes' : 'no'}
        >
          <option value="yes">Shown</option>
          <option value="no">Not shown</option>
        </select>
      </div>
      <PickButton>Draw the map</PickButton>
    </form>
  );
}

const TENTHS = [
  { upTo: '1', words: 'tenth' },
  { upTo: '2', words: 'fifth' },
  { upTo: '3', words: 'three tenths' },
] as const;

function AsEvidence({ programmeId, map, mayEdit }: Shown & { map: AreaMap }) {
  const { chosen } = map;
  if (!chosen || !mayEdit.yes) return null;
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Use as evidence</h2>
      {map.isDecile ? (
        <ul className="govuk-list">
          {TENTHS.map(({ upTo, words }) => (
            <li key={upTo}>
              <a
                className="govuk-link"
                href={links.newNeedFrom(
                  programmeId,
                  sourceQuery({ from: 'deciles', ...chosen, upTo }),
                )}
              >
                Make a need of how many areas are in the most deprived {words} of England
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={links.areaFile(programmeId, chosen.file)}>
          Take the figure of one area, from the file
        </a>
      </p>
    </section>
  );
}

function AreaByArea({ map }: { map: AreaMap }) {
  if (map.rows.length === 0) return null;
  const isBridged = map.rows.some(({ note }) => note !== '');
  return (
    <Table
      caption={`${map.title}, area by area: ${many(map.rows.length, 'area')}`}
      rows={map.rows}
      rowKey={(row) => row.code}
      columns={[
        { header: 'Area', rowHeader: true, cell: (row) => row.name },
        { header: 'Code', cell: (row) => row.code },
        { header: 'Figure', numeric: true, cell: (row) => row.figure },
        ...(isBridged
          ? [{ header: 'How it came', cell: (row: AreaMap['rows'][number]) => row.note }]
          : []),
      ]}
    />
  );
}
