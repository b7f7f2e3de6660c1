/** A list of links, each on a line of its own. */
export function LinkList(props: {
  items: readonly { href: string; words: string }[];
  className: string;
}) {
  return (
    <ul className={props.className}>
      {props.items.map(({ href, words }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
