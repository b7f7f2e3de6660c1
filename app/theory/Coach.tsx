import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import type { Stage } from '#app/people/programme.ts';
import { coached, KINDS, SEVERITY_WORDS, type Step } from './checks/coach.ts';
import type { Finding } from './checks/finding.ts';
import { typeName, type Theory } from './graph.ts';
import { placeOf } from './accept/place-of.ts';

/** The coach: one thing first, quietly, and the rest by kind for whoever asks. */
export function Coach(props: {
  programmeId: string;
  theory: Theory;
  stage: Stage;
  findings: readonly Finding[];
  hrefOf: Where;
  /** Where a finding can be let stand, with a reason; null for who may not. */
  acceptHref: ((finding: Finding) => string | null) | null;
  /** The ways to put a finding right here and now; null for who may not. */
  fixes: ((finding: Finding, whole: boolean) => ReactNode) | null;
  /** How many findings were accepted. */
  accepted: number;
}) {
  const { theory, programmeId } = props;
  const { first, step, rest, more } = coached(props.findings, theory, props.stage);
  return (
    <section className="tl-coach" aria-labelledby="coach-title">
      <h2 className="govuk-heading-m" id="coach-title" tabIndex={-1}>
        What to look at next
      </h2>
      {step === null ? null : (
        <NextStep step={step} {...{ theory, programmeId }} mayEdit={props.fixes !== null} />
      )}
      {first === null ? null : <Remark {...props} finding={first} whole />}
      {first !== null || step !== null ? null : (
        <p className="govuk-body">
          {theory.boxes.length === 0
            ? 'Add the first box. The checks begin when there is something to check.'
            : NOTHING_FOUND}
        </p>
      )}
      {more === 0 ? null : (
        <p className="govuk-body govuk-!-margin-bottom-2">
          {first === null ? 'For later' : 'After that'}:
        </p>
      )}
      {rest.map(({ kind, findings }) => (
        <details className="govuk-details govuk-!-margin-bottom-2" key={kind}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {KINDS[kind]} ({findings.length})
            </span>
          </summary>
          <ul className="tl-remarks">
            {findings.map((finding) => (
              <li key={finding.key}>
                <Remark {...props} finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p className="govuk-body govuk-!-margin-top-4">
        <a className="govuk-link" href={links.theoryChecks(programmeId)}>
          {props.accepted === 0
            ? 'All that the checks say'
            : `All that the checks say, and ${props.accepted} accepted with a reason`}
        </a>
      </p>
    </section>
  );
}

export const NOTHING_FOUND =
  'No check finds fault with this theory. Read it aloud to a parent: that is the next test.';

function NextStep(props: { step: Step; theory: Theory; programmeId: string; mayEdit: boolean }) {
  const { step, programmeId } = props;
  const name = typeName(props.theory, step.type).one.toLowerCase();
  return (
    <div className="tl-remark">
      <p className="govuk-body govuk-!-font-weight-bold">{step.message}</p>
      <p className="govuk-body">{step.why}</p>
      <p className="govuk-body">{step.todo}</p>
      {props.mayEdit ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.addToTheory(programmeId, step.type)}>
            Add {/^[aeiou]/.test(name) ? 'an' : 'a'} {name}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** Where a box or link can be seen or changed; null where it cannot. */
export type Where = (id: string) => { href: string; words: string } | null;

/** One finding: how much it weighs, what it says, how to put it right, and how to let it stand. */
export function Remark(props: {
  programmeId: string;
  finding: Finding;
  hrefOf: Where;
  acceptHref: ((finding: Finding) => string | null) | null;
  fixes: ((finding: Finding, whole: boolean) => ReactNode) | null;
  whole?: boolean;
}) {
  const { finding, whole = false } = props;
  const accept = props.acceptHref?.(finding) ?? null;
  const where = finding.targets.map(props.hrefOf).find((each) => each !== null) ?? null;
  const place =
    finding.place === undefined ? null : placeOf(props.programmeId, finding.place, accept !== null);
  const shown = [where, place].flatMap((each) => each ?? []);
  return (
    <div className={`tl-remark tl-remark--${finding.severity}`}>
      <p className="tl-remark__weight">
        {SEVERITY_WORDS[finding.severity]} <span className="tl-remark__rule">{finding.id}</span>
      </p>
      <p className="govuk-body govuk-!-font-weight-bold">{finding.message}</p>
      {whole ? <p className="govuk-body">{finding.why}</p> : null}
      <p className="govuk-body">{finding.todo}</p>
      {props.fixes?.(finding, whole) ?? null}
      {shown.length === 0 && accept === null ? null : (
        <p className="govuk-body tl-links">
          {shown.map(({ href, words }) => (
            <span key={href}>
              <a className="govuk-link" href={href}>
                {words}
                <span className="govuk-visually-hidden"> ({finding.message})</span>
              </a>{' '}
            </span>
          ))}
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
