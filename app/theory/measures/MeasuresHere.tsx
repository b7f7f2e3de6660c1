import { links } from '#app/http/links.ts';
import type { Theory } from '../graph.ts';
import { CourseTag } from './CourseTag.tsx';
import type { Course } from './course.ts';
import { measuresOn } from './measure.ts';

/** The measures of a selected box with how each stood when the page was opened. */
export function MeasuresHere(props: {
  programmeId: string;
  theory: Theory;
  on: string;
  courses: readonly { measureId: string; course: Course; because: string }[];
}) {
  const mine = measuresOn(props.theory, props.on);
  if (mine.length === 0) return null;
  return (
    <section className="tl-inspector" aria-labelledby="measures-here">
      <h3 className="govuk-heading-s" id="measures-here">
        Measures
      </h3>
      <ul className="govuk-list">
        {mine.map(({ id, label }) => {
          const stands = props.courses.find(({ measureId }) => measureId === id);
          return (
            <li key={id}>
              <a className="govuk-link" href={links.measure(props.programmeId, id)}>
                {label === '' ? 'A measure without a name' : label}
              </a>
              {stands === undefined ? null : (
                <p className="govuk-body-s govuk-!-margin-bottom-1">
                  <CourseTag course={stands.course} /> {stands.because}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
