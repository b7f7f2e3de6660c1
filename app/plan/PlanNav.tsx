import { links } from '#app/http/links.ts';

const PAGES = [
  { id: 'lines', words: 'Plan lines', href: links.plan },
  { id: 'money', words: 'Money', href: links.money },
  { id: 'coverage', words: 'Coverage of guidance', href: links.coverage },
  { id: 'sign-off', words: 'Sign-off', href: links.signOff },
  { id: 'export', words: 'Export', href: links.exportPlan },
] as const;

/** The pages of the plan, beside one another. */
export function PlanNav(props: { programmeId: string; here: (typeof PAGES)[number]['id'] }) {
  return (
    <nav className="tl-subnav tl-noprint" aria-label="Delivery plan">
      <ul>
        {PAGES.map(({ id, words, href }) => (
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
