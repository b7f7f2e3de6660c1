import { links } from '#app/http/links.ts';

const PAGES = [
  { id: 'framework', words: 'Outcomes framework', href: links.outcomes },
  { id: 'board', words: 'One page for a board', href: links.outcomesBoard },
  { id: 'reach', words: 'Who is reached', href: links.reach },
  { id: 'change', words: 'Before and after', href: links.change },
] as const;

/** The pages about outcomes, beside one another. */
export function OutcomesNav(props: { programmeId: string; here: (typeof PAGES)[number]['id'] }) {
  return (
    <nav className="tl-noprint tl-outcomes-nav" aria-label="Outcomes">
      <ul className="govuk-list tl-inline-list">
        {PAGES.map(({ id, words, href }) => (
          <li key={id}>
            {id === props.here ? (
              <strong aria-current="page">{words}</strong>
            ) : (
              <a className="govuk-link" href={href(props.programmeId)}>
                {words}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
