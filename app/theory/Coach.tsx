import { coached, SEVERITY_WORDS } from './checks/coach.ts';
import type { Finding } from './checks/finding.ts';

/** The coach: one thing first, quietly, and the rest for whoever asks. */
export function Coach(props: {
  findings: readonly Finding[];
  /** Where a box or link can be changed; null where it cannot. */
  hrefOf: (id: string) => { href: string; words: string } | null;
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
        <Remark finding={first} hrefOf={props.hrefOf} whole />
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
                <Remark finding={finding} hrefOf={props.hrefOf} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Remark(props: {
  finding: Finding;
  hrefOf: (id: string) => { href: string; words: string } | null;
  whole?: boolean;
}) {
  const { finding } = props;
  const where = finding.targets.map(props.hrefOf).find((each) => each !== null) ?? null;
  return (
    <div className={`tl-remark tl-remark--${finding.severity}`}>
      <p className="tl-remark__weight">
        {SEVERITY_WORDS[finding.severity]} <span className="tl-remark__rule">{finding.id}</span>
      </p>
      <p className="govuk-body govuk-!-font-weight-bold">{finding.message}</p>
      {props.whole ? <p className="govuk-body">{finding.why}</p> : null}
      <p className="govuk-body">{finding.todo}</p>
      {where === null ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={where.href}>
            {where.words}
          </a>
        </p>
      )}
    </div>
  );
}
