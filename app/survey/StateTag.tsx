import { STATE_NAMES, type SurveyState } from './survey.ts';

const COLOURS: Readonly<Record<SurveyState, string>> = {
  draft: 'govuk-tag--grey',
  'not-yet-open': 'govuk-tag--yellow',
  open: 'govuk-tag--green',
  closed: 'govuk-tag--blue',
};

/** Where a survey stands, in a word; the colour only repeats it. */
export function StateTag({ state }: { state: SurveyState }) {
  return <strong className={`govuk-tag ${COLOURS[state]}`}>{STATE_NAMES[state]}</strong>;
}
