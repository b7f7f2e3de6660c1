/** What is wrong with a file, line by line; the first fifty. */
export function FileProblemsList(props: {
  problems: readonly { line: number; message: string }[];
}) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {props.problems.slice(0, 50).map(({ line, message }, at) => (
        <li key={at}>
          {line > 0 ? `Line ${line}: ` : ''}
          {message}
        </li>
      ))}
    </ul>
  );
}
