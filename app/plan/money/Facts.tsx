/** What is known of one thing, as pairs of words. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className="govuk-summary-list">
      {facts.map(([label, value]) => (
        <div className="govuk-summary-list__row" key={label}>
          <dt className="govuk-summary-list__key">{label}</dt>
          <dd className="govuk-summary-list__value">{value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
