interface Held {
  what: string;
  rows: { name: string; value: string }[][];
}

/** What is held of somebody, as words to read. */
export function HeldTables({ held }: { held: readonly Held[] }) {
  return (
    <>
      {held.map(({ what, rows }) => (
        <section key={what}>
          <h2 className="govuk-heading-m">{what}</h2>
          {rows.map((row, at) => (
            <dl className="govuk-summary-list" key={at}>
              {row.map(({ name, value }) => (
                <div className="govuk-summary-list__row" key={name}>
                  <dt className="govuk-summary-list__key">{name}</dt>
                  <dd className="govuk-summary-list__value" dir="auto">
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
          ))}
        </section>
      ))}
    </>
  );
}
