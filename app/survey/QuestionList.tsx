import { questionsOf, titleOf, type Definition } from './definition.ts';
import { optionsOf } from './options.ts';
import { sayExpression } from './say-condition.ts';

/** What a question asks for, by its type. */
export const QUESTION_KINDS: Readonly<Record<string, string>> = {
  text: 'A short answer in words',
  comment: 'An answer in their own words',
  radiogroup: 'One answer of a list',
  dropdown: 'One answer of a list',
  checkbox: 'Several answers of a list',
  rating: 'A scale',
  boolean: 'Yes or no',
};

/** Where a question comes from, by its name. */
export type Origins = Readonly<Record<string, { from: string; note: string }>>;

/** Every question of a survey for staff to read: what is asked, of whom, and where it comes from. */
export function QuestionList(props: { definition: Definition; origins: Origins }) {
  const byName = new Map(questionsOf(props.definition).map((one) => [one.name, one]));
  return (
    <ol className="govuk-list govuk-list--number govuk-list--spaced">
      {questionsOf(props.definition).map((question) => {
        const options = optionsOf(question).map(({ text }) => text);
        const origin = props.origins[question.name];
        return (
          <li key={question.name}>
            <strong>{titleOf(question)}</strong>
            {question.isRequired ? null : ' (optional)'}
            <br />
            <span className="govuk-hint govuk-!-margin-bottom-1">
              {QUESTION_KINDS[question.type]}
              {options.length === 0 ? '' : `: ${options.join(' · ')}`}
            </span>
            {question.visibleIf === undefined ? null : (
              <span className="govuk-body-s">
                Asked only when {sayExpression(question.visibleIf, byName)}.{' '}
              </span>
            )}
            {origin === undefined ? null : (
              <span className="govuk-body-s">
                From: {origin.from}. {origin.note}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
