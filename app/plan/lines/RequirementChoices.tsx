import type { Problem, Typed } from '#app/http/problems.ts';
import { many } from '#app/ui/words.ts';
import type { Tags } from './line-page.ts';

/** The requirements of each pack that the programme follows, to be ticked, folded by section. */
export function RequirementChoices(props: {
  tags: Tags;
  values: Typed;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { tags, values, answer } = props;
  const ticked = new Set([(answer?.typed ?? values)['requirements'] ?? []].flat());
  const problem = answer?.problems.find(({ field }) => field === 'requirements')?.message;
  return (
    <div
      className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}
      id="requirements"
      tabIndex={-1}
    >
      <h3 className="govuk-heading-s govuk-!-margin-bottom-2">
        Requirements that it helps to cover
      </h3>
      {problem ? (
        <p className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      ) : null}
      {tags.packs.length === 0 ? (
        <p className="govuk-body tl-reason">This programme follows no guidance pack yet.</p>
      ) : null}
      {tags.packs.map((pack) => (
        <div key={pack.title}>
          <p className="govuk-body">{pack.title}</p>
          {pack.sections.map((section) => (
            <Section key={section.title} {...{ section, ticked }} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Section(props: {
  section: Tags['packs'][number]['sections'][number];
  ticked: ReadonlySet<string>;
}) {
  const { section, ticked } = props;
  const count = section.requirements.filter(({ key }) => ticked.has(key)).length;
  return (
    <details className="govuk-details govuk-!-margin-bottom-3" open={count > 0}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {section.title} ({count > 0 ? `${count} of ` : ''}
          {many(section.requirements.length, 'requirement')})
        </span>
      </summary>
      <fieldset className="govuk-fieldset govuk-details__text">
        <legend className="govuk-visually-hidden">{section.title}</legend>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {section.requirements.map(({ key, id, text }) => (
            <div className="govuk-checkboxes__item" key={key}>
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                id={`requirement-${key}`}
                name="requirements"
                value={key}
                defaultChecked={ticked.has(key)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`requirement-${key}`}>
                <strong>{id}</strong> {text}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
