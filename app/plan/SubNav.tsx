export interface SubPage {
  id: string;
  words: string;
  href: (programmeId: string) => string;
}

/** Pages that stand beside one another under a part of a programme. */
export function SubNav(props: {
  label: string;
  pages: readonly SubPage[];
  programmeId: string;
  here: string;
  /** Under another row of pages. */
  second?: boolean;
}) {
  const second = props.second === true ? ' tl-subnav--second' : '';
  return (
    <nav className={`tl-subnav${second} tl-noprint`} aria-label={props.label}>
      <ul>
        {props.pages.map(({ id, words, href }) => (
          <li key={id}>
            <a
              className="govuk-link govuk-link--no-visited-state"
              href={href(props.programmeId)}
              aria-current={id === props.here ? 'page' : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
