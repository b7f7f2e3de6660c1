import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';

interface Shown {
  programmeId: string;
  files: readonly {
    id: string;
    title: string;
    level: string;
    areas: number;
    figures: number;
    importedAt: Date;
    isOwnCount: boolean;
  }[];
  boundaries: readonly {
    id: string;
    title: string;
    areas: number;
    tolerance: number;
    importedAt: Date;
  }[];
  settings: { codes: readonly string[]; reachMetres: number };
  mayEdit: Answer;
}

/** Every file of figures, lookups and boundaries that is here. */
export function AreaFilesView({ programmeId, files, boundaries, settings, mayEdit }: Shown) {
  return (
    <>
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.importAreaFile(programmeId)}>Bring a file in</ButtonLink>
          <ButtonLink href={links.areaSettings(programmeId)} secondary>
            Set your areas
          </ButtonLink>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <p className="govuk-body">
        {settings.codes.length === 0
          ? 'It is not set yet which local authority is yours, so a file of all of England cannot be cut to it.'
          : `Files of a larger area are cut to ${settings.codes.join(', ')}.`}{' '}
        A hub counts as within reach up to {settings.reachMetres / 1000} km.
      </p>
      <Table
        caption="Files brought in"
        rows={files}
        rowKey={(file) => file.id}
        columns={[
          {
            header: 'File',
            rowHeader: true,
            cell: (file) => (
              <a className="govuk-link" href={links.areaFile(programmeId, file.id)}>
                {file.title}
              </a>
            ),
          },
          {
            header: 'What it holds',
            cell: (file) =>
              file.figures === 0
                ? 'Codes and what they belong to'
                : file.isOwnCount
                  ? 'Your own counts'
                  : 'Published figures',
          },
          { header: 'Level', cell: (file) => file.level },
          { header: 'Areas', numeric: true, cell: (file) => file.areas.toLocaleString('en-GB') },
          { header: 'Figures an area', numeric: true, cell: (file) => file.figures },
          { header: 'Brought in', cell: (file) => sayMoment(file.importedAt) },
        ]}
        empty={
          <p className="govuk-body">
            No file yet. Begin with the English indices of deprivation: “File 7” on GOV.UK holds
            every small area with its rank and decile, and how many children live there.
          </p>
        }
      />
      <Table
        caption="Boundaries"
        rows={boundaries}
        rowKey={(each) => each.id}
        columns={[
          {
            header: 'Boundaries',
            rowHeader: true,
            cell: (each) => (
              <a className="govuk-link" href={links.areaBoundaries(programmeId, each.id)}>
                {each.title}
              </a>
            ),
          },
          { header: 'Areas', numeric: true, cell: (each) => each.areas.toLocaleString('en-GB') },
          {
            header: 'Lines moved at most',
            numeric: true,
            cell: (each) => `${each.tolerance.toLocaleString('en-GB')} m`,
          },
          { header: 'Brought in', cell: (each) => sayMoment(each.importedAt) },
        ]}
        empty={
          <p className="govuk-body">
            None yet. Bring in boundaries of small areas (LSOA 2021) as GeoJSON to draw maps; those
            of wards are laid over them.
          </p>
        }
      />
    </>
  );
}
