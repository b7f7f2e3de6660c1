import type { ReactNode } from 'react';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { about, KINDS, kindOf, SEVERITY_WORDS, type Kind } from '../checks/coach.ts';
import { SEVERITIES, type Finding, type Severity } from '../checks/finding.ts';
import { NOTHING_FOUND, Remark, type Where } from '../Coach.tsx';
import type { Theory } from '../graph.ts';
import { Narrow } from './Narrow.tsx';
import { acceptHref } from './accept-href.ts';
import type { Sorted } from './accepted.ts';

type Answer = { problems: Problem[]; typed: Typed } | undefined;

/** Everything that the checks say of a theory, and what was let stand, by whom and why. */
export function ChecksPage(props: {
  programmeId: string;
  sorted: Sorted;
  /** The finding that is to be let stand now. */
  about: Finding | null;
  mayEdit: boolean;
  hrefOf: Where;
  theory: Theory;
  /** The box or link of which alone the page speaks; null for all. */
  only: string | null;
  /** The ways to put a finding right here; null for who may not. */
  fixes: ((finding: Finding, whole: boolean) => ReactNode) | null;
  answer: Answer;
}) {
  const { programmeId, sorted, mayEdit } = props;
  const letStand = mayEdit ? acceptHref(programmeId) : null;
  const open = props.only === null ? sorted.open : about(sorted.open, props.only);
  return (
    <>
      {props.about === null ? (
        <ReasonLeft answer={props.answer} />
      ) : (
        <AcceptForm finding={props.about} answer={props.answer} />
      )}
      {sorted.open.length === 0 ? <p className="govuk-body">{NOTHING_FOUND}</p> : null}
      <Narrow {...props} open={open} />
      <Numbers open={open} />
      {SEVERITIES.map((severity) => {
        const found = open.filter((finding) => finding.severity === severity);
        if (found.length === 0) return null;
        return (
          <section key={severity} aria-labelledby={`weight-${severity}`}>
            <h2 className="govuk-heading-m" id={`weight-${severity}`}>
              {SEVERITY_WORDS[severity]} ({found.length})
            </h2>
            {KIND_NAMES.map((kind) => (
              <OfKind key={kind} {...props} {...{ kind, severity, found, letStand }} />
            ))}
          </section>
        );
      })}
      <AcceptedList sorted={sorted} mayEdit={mayEdit} />
    </>
  );
}

const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** How many findings of each kind there are; no sum, because they do not weigh the same. */
function Numbers({ open }: { open: readonly Finding[] }) {
  const counts = KIND_NAMES.map((kind) => ({
    kind,
    count: open.filter((finding) => kindOf(finding) === kind).length,
  })).filter(({ count }) => count > 0);
  if (counts.length < 2) return null;
  return (
    <ul className="govuk-list tl-kinds">
      {counts.map(({ kind, count }) => (
        <li key={kind}>
          {KINDS[kind]}: {count}
        </li>
      ))}
    </ul>
  );
}

/** The findings of one weight and one kind. */
function OfKind(props: {
  programmeId: string;
  kind: Kind;
  severity: Severity;
  found: readonly Finding[];
  letStand: ((finding: Finding) => string | null) | null;
  hrefOf: Where;
  fixes: ((finding: Finding, whole: boolean) => ReactNode) | null;
}) {
  const { kind, severity } = props;
  const found = props.found.filter((finding) => kindOf(finding) === kind);
  if (found.length === 0) return null;
  const id = `weight-${severity}-${kind}`;
  return (
    <section aria-labelledby={id}>
      <h3 className="govuk-heading-s" id={id}>
        {KINDS[kind]} ({found.length})
      </h3>
      <ul className="tl-remarks">
        {found.map((finding) => (
          <li key={finding.key}>
            <Remark
              programmeId={props.programmeId}
              finding={finding}
              hrefOf={props.hrefOf}
              acceptHref={props.letStand}
              fixes={props.fixes === null ? null : (one) => props.fixes?.(one, false)}
              whole
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AcceptForm({ finding, answer }: { finding: Finding; answer: Answer }) {
  return (
    <section className="tl-plain-panel" id="accept" aria-labelledby="accept-title">
      <h2 className="govuk-heading-m" id="accept-title">
        Let this stand
      </h2>
      <p className="govuk-body govuk-!-font-weight-bold">{finding.message}</p>
      <p className="govuk-body">{finding.why}</p>
      <Form>
        <input type="hidden" name="key" value={finding.key} />
        <TextArea
          name="because"
          label="Why it may stay as it is"
          hint="Your name and today’s date are kept with it. When the words or boxes that it is about change, the check speaks again."
          rows={3}
          answer={answer}
        />
        <Button intent="accept">Let it stand</Button>
      </Form>
    </section>
  );
}

/** The reason that somebody typed for a finding that is not there any more: nothing typed is lost. */
function ReasonLeft({ answer }: { answer: Answer }) {
  const because = answer && typedOf(answer.typed, 'because');
  if (!because) return null;
  return (
    <div className="govuk-inset-text" id="because" tabIndex={-1}>
      <p className="govuk-body">Your reason was not kept:</p>
      <p className="govuk-body tl-lines">{because}</p>
    </div>
  );
}

function AcceptedList({ sorted, mayEdit }: { sorted: Sorted; mayEdit: boolean }) {
  if (sorted.accepted.length === 0) return null;
  return (
    <section aria-labelledby="accepted-title">
      <h2 className="govuk-heading-m" id="accepted-title">
        Accepted with a reason ({sorted.accepted.length})
      </h2>
      <ul className="tl-remarks">
        {sorted.accepted.map(({ finding, accepted }) => (
          <li key={finding.key}>
            <p className="govuk-body govuk-!-margin-bottom-1">
              {finding.message} <span className="tl-remark__rule">{finding.id}</span>
            </p>
            <p className="govuk-body tl-lines govuk-!-margin-bottom-1">
              <strong>Accepted, because:</strong> {accepted.because}
            </p>
            <p className="govuk-body-s tl-reason">
              {accepted.by}, {sayMoment(accepted.at)}
            </p>
            {mayEdit ? (
              <Form>
                <input type="hidden" name="key" value={finding.key} />
                <Button intent="ask-again" kind="secondary">
                  Ask again<span className="govuk-visually-hidden">: {finding.message}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
