import { links } from '#app/http/links.ts';
import { sayFigure } from '#app/theory/measures/units.ts';
import { Table } from '#app/ui/Table.tsx';
import type { FromFiles as Files } from './file-figures.ts';

/** Choosing a figure of elsewhere in a file that was brought in. */
export function FromFiles(props: {
  programmeId: string;
  measureId: string;
  unit: string;
  files: Files;
}) {
  const { programmeId, measureId, unit, files } = props;
  const { offered, chosen } = files;
  if (offered.length === 0) {
    return (
      <p className="govuk-body">
        No imported file has figures of England, regions or other authorities.{' '}
        <a className="govuk-link" href={links.importAreaFile(programmeId)}>
          Bring one in
        </a>
        , or type the figure.
      </p>
    );
  }
  return (
    <>
      <form method="get" action="#others" className="tl-inline-form">
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="from">
            From a file that was brought in
          </label>
          <select
            className="govuk-select"
            id="from"
            name="from"
            defaultValue={chosen === null ? '' : `${chosen.file} ${chosen.figure}`}
          >
            {offered.map((file) => (
              <optgroup key={file.id} label={file.title}>
                {file.figures.map(({ key, header }) => (
                  <option key={key} value={`${file.id} ${key}`}>
                    {header}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <button className="govuk-button govuk-button--secondary" type="submit">
          Show its areas
        </button>
      </form>
      {chosen === null ? null : (
        <Table
          caption={chosen.title}
          captionSize="s"
          rows={chosen.areas}
          rowKey={({ code }) => code}
          empty={<p className="govuk-body">The file has no such figure of a large area.</p>}
          columns={[
            { header: 'Where', rowHeader: true, cell: ({ name }) => name },
            { header: 'Figure', numeric: true, cell: ({ value }) => sayFigure(value, unit) },
            {
              header: 'Take it',
              cell: ({ code, name }) => (
                <a
                  className="govuk-link"
                  href={links.benchmarkFrom(programmeId, measureId, {
                    from: `${chosen.file} ${chosen.figure}`,
                    area: code,
                  })}
                >
                  Take it<span className="govuk-visually-hidden"> from {name}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
