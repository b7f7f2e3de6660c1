/** Says to staff, above a family's page, that this is a preview, and leads to the other pages. */
export function PreviewStrip(props: {
  when: string;
  number: number;
  steps: { name: string; heading: string; here: boolean; href: string }[];
  editor: string;
}) {
  const { when, number, steps, editor } = props;
  return (
    <aside className="govuk-inset-text" lang="en" dir="ltr" aria-label="Preview">
      <p className="govuk-body">
        <strong>Preview of the draft.</strong> Nothing is saved. Page {number} of {steps.length}
        {when === '' ? '' : `, shown only when ${when}`}.{' '}
        <a className="govuk-link" href={editor}>
          Back to the questions
        </a>
      </p>
      <details className="govuk-details govuk-!-margin-bottom-0">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">All pages</span>
        </summary>
        <ol className="govuk-list govuk-list--number">
          {steps.map(({ name, heading, here, href }) => (
            <li key={name}>
              {here ? (
                heading
              ) : (
                <a className="govuk-link" href={href}>
                  {heading}
                </a>
              )}
            </li>
          ))}
        </ol>
      </details>
    </aside>
  );
}
