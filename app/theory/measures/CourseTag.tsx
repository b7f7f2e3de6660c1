import { COURSE_WORDS, type Course } from './course.ts';

const COLOURS: Readonly<Record<Course, string>> = {
  reached: 'govuk-tag--green',
  onCourse: 'govuk-tag--green',
  near: 'govuk-tag--yellow',
  behind: 'govuk-tag--orange',
  away: 'govuk-tag--red',
  cannotSay: 'govuk-tag--grey',
};

/** How a measure stands against its target: in words first, the colour only repeats them. */
export function CourseTag({ course }: { course: Course }) {
  return <strong className={`govuk-tag ${COLOURS[course]}`}>{COURSE_WORDS[course]}</strong>;
}
