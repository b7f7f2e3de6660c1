/** A short list of what is known: name and value. */
export function Facts({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div className="govuk-summary-list__row" key={name}>
          <dt className="govuk-summary-list__key">{name}</dt>
          <dd className="govuk-summary-list__value tl-lines" dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
