import { links } from '#app/http/links.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { CourseTag } from './CourseTag.tsx';
import type { SeenMeasure } from './seen.ts';

interface Bare {
  id: string;
  label: string;
}

/** Every measure of a theory by what it measures, with what each lacks; and outcomes without one. */
export function MeasuresList(props: {
  programmeId: string;
  measures: readonly SeenMeasure[];
  /** Outcomes that nothing measures. */
  bare: readonly Bare[];
  /** Names of shared outcomes by id. */
  shared: Readonly<Record<string, string>>;
  mayEdit: boolean;
  mayEnter: boolean;
}) {
  const { programmeId, measures, bare, mayEdit } = props;
  const lacking = measures.filter(({ missing }) => missing !== '').length;
  return (
    <>
      <p className="govuk-body">
        {many(measures.length, 'measure')}, {lacking} of which {lacking === 1 ? 'lacks' : 'lack'}{' '}
        something. {many(bare.length, 'outcome has', 'outcomes have')} none.
      </p>
      <div className="govuk-button-group">
        {mayEdit ? (
          <ButtonLink href={links.addMeasure(programmeId)}>Add a measure</ButtonLink>
        ) : null}
        {props.mayEnter && measures.length > 0 ? (
          <a className="govuk-link" href={links.bringFigures(programmeId)}>
            Bring in figures
          </a>
        ) : null}
        {measures.length > 0 ? (
          <a className="govuk-link" href={links.exportMeasures(programmeId)}>
            Export all figures (CSV)
          </a>
        ) : null}
      </div>
      <Table
        caption="Measures by what they measure"
        rows={measures}
        rowKey={({ measure }) => measure.id}
        empty={<p className="govuk-body">Nothing is measured yet.</p>}
        columns={[
          {
            header: 'Measure',
            rowHeader: true,
            cell: ({ measure }) => (
              <a className="govuk-link" href={links.measure(programmeId, measure.id)}>
                {measure.label === '' ? 'A measure without a name' : measure.label}
              </a>
            ),
          },
          {
            header: 'What it measures',
            cell: ({ about }) =>
              about === '' ? <span className="tl-missing">Nothing in this theory</span> : about,
          },
          { header: 'Newest figure', cell: ({ newest }) => newest || '–' },
          { header: 'Against its target', cell: ({ standing }) => <CourseTag {...standing} /> },
          { header: 'Shared outcome', cell: ({ measure }) => sharedWords(measure.shared, props) },
          {
            header: 'What is missing',
            cell: ({ missing }) =>
              missing === '' ? 'Nothing' : <span className="tl-missing">{missing}</span>,
          },
        ]}
      />
      {bare.length === 0 ? null : <BareOutcomes {...props} />}
    </>
  );
}

function sharedWords(id: string, { shared }: { shared: Readonly<Record<string, string>> }) {
  if (id === '') return <span className="tl-missing">Nobody has said</span>;
  return id === 'local' ? 'Local' : (shared[id] ?? 'Local');
}

function BareOutcomes(props: { programmeId: string; bare: readonly Bare[]; mayEdit: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">Outcomes that nothing measures</h2>
      <ul className="govuk-list govuk-list--bullet">
        {props.bare.map(({ id, label }) => (
          <li key={id}>
            {label}{' '}
            {props.mayEdit ? (
              <a className="govuk-link" href={links.addMeasure(props.programmeId, id)}>
                Add a measure<span className="govuk-visually-hidden"> of {label}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
