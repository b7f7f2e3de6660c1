import type { FileProblem } from '#app/survey/csv.ts';

/** What is wrong with a file, line by line, and what it holds where a name was not found. */
export function FileProblems(props: {
  file: string;
  lines: readonly FileProblem[];
  authorities?: readonly string[];
}) {
  const { file, lines, authorities = [] } = props;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">Nothing was brought in from “{file}”.</p>
      {lines.length > 1 ? (
        <ul className="govuk-list govuk-list--bullet">
          {lines.map(({ line, message }, at) => (
            <li key={`${line} ${at}`}>{message}</li>
          ))}
        </ul>
      ) : null}
      {authorities.length > 0 ? (
        <details className="govuk-details govuk-!-margin-bottom-0">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              The {authorities.length} local authorities in the file
            </span>
          </summary>
          <div className="govuk-details__text">{authorities.join(', ')}</div>
        </details>
      ) : null}
    </div>
  );
}
