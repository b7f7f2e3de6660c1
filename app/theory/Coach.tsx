import { coached, SEVERITY_WORDS } from './checks/coach.ts';
import type { Finding } from './checks/finding.ts';

/** The coach: one thing first, quietly, and the rest for whoever asks. */
export function Coach(props: {
  findings: readonly Finding[];
  hrefOf: Where;
  /** Where a finding can be let stand, with a reason; null for who may not. */
  acceptHref: ((finding: Finding) => string | null) | null;
  /** The page with everything that the checks say. */
  allHref: string;
  /** How many findings were accepted. */
  accepted: number;
  empty?: boolean;
}) {
  const { first, rest } = coached(props.findings);
  return (
    <section className="tl-coach" aria-labelledby="coach-title">
      <h2 className="govuk-heading-m" id="coach-title">
        What to look at next
      </h2>
      {first === null ? (
        <p className="govuk-body">
          {props.empty
            ? 'Add the first box. The checks begin when there is something to check.'
            : 'No check finds fault with this theory. Read it aloud to a parent: that is the next test.'}
        </p>
      ) : (
        <Remark {...props} finding={first} whole />
      )}
      {rest.length === 0 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {rest.length === 1 ? 'One more thing' : `${rest.length} more things`}
            </span>
          </summary>
          <ul className="tl-remarks">
            {rest.map((finding, index) => (
              <li key={`${finding.key} ${index}`}>
                <Remark {...props} finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={props.allHref}>
          {props.accepted === 0
            ? 'All that the checks say'
            : `All that the checks say, and ${props.accepted} accepted with a reason`}
        </a>
      </p>
    </section>
  );
}

/** Where a box or link can be seen or changed; null where it cannot. */
export type Where = (id: string) => { href: string; words: string } | null;

/** One finding: how much it weighs, what it says, and the way to the place and to letting it stand. */
export function Remark(props: {
  finding: Finding;
  hrefOf: Where;
  acceptHref: ((finding: Finding) => string | null) | null;
  whole?: boolean;
}) {
  const { finding } = props;
  const accept = props.acceptHref?.(finding) ?? null;
  const where = finding.targets.map(props.hrefOf).find((each) => each !== null) ?? null;
  return (
    <div className={`tl-remark tl-remark--${finding.severity}`}>
      <p className="tl-remark__weight">
        {SEVERITY_WORDS[finding.severity]} <span className="tl-remark__rule">{finding.id}</span>
      </p>
      <p className="govuk-body govuk-!-font-weight-bold">{finding.message}</p>
      {props.whole ? <p className="govuk-body">{finding.why}</p> : null}
      <p className="govuk-body">{finding.todo}</p>
      {where === null && accept === null ? null : (
        <p className="govuk-body tl-links">
          {where === null ? null : (
            <a className="govuk-link" href={where.href}>
              {where.words}
            </a>
          )}{' '}
          {accept === null ? null : (
            <a className="govuk-link" href={accept}>
              Let it stand, because…
              <span className="govuk-visually-hidden"> ({finding.message})</span>
            </a>
          )}
        </p>
      )}
    </div>
  );
}
