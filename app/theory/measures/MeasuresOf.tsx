import { links } from '#app/http/links.ts';
import { CourseTag } from './CourseTag.tsx';
import type { SeenMeasure } from './seen.ts';

/** The measures of one box or link with their newest figures, and the way to add one. */
export function MeasuresOf(props: {
  programmeId: string;
  /** The box or link. */
  on: string;
  measures: readonly SeenMeasure[];
  mayEdit: boolean;
}) {
  const mine = props.measures.filter(({ measure }) => measure.on === props.on);
  return (
    <section aria-labelledby="measures-title">
      <h2 className="govuk-heading-m" id="measures-title">
        Measures
      </h2>
      {mine.length === 0 ? (
        <p className="govuk-body">Nothing measures it yet.</p>
      ) : (
        <ul className="govuk-list">
          {mine.map(({ measure, newest, missing, standing }) => (
            <li key={measure.id}>
              <a className="govuk-link" href={links.measure(props.programmeId, measure.id)}>
                {measure.label}
              </a>{' '}
              <CourseTag {...standing} />
              <p className="govuk-body-s govuk-!-margin-bottom-2">
                {newest === '' ? 'No figure yet.' : `${newest}.`}
                {missing === '' ? '' : ` Missing: ${missing}.`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {props.mayEdit ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.addMeasure(props.programmeId, props.on)}>
            Add a measure
          </a>
        </p>
      ) : null}
    </section>
  );
}
