import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { SEVERITY_WORDS } from '../checks/coach.ts';
import { SEVERITIES, type Finding } from '../checks/finding.ts';
import { Remark, type Where } from '../Coach.tsx';
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
  answer: Answer;
}) {
  const { programmeId, sorted, mayEdit } = props;
  const letStand = mayEdit ? acceptHref(programmeId) : null;
  return (
    <>
      {props.about === null ? (
        <ReasonLeft answer={props.answer} />
      ) : (
        <AcceptForm finding={props.about} answer={props.answer} />
      )}
      {sorted.open.length === 0 ? (
        <p className="govuk-body">
          No check finds fault with this theory. Read it aloud to a parent: that is the next test.
        </p>
      ) : null}
      {SEVERITIES.map((severity) => {
        const found = sorted.open.filter((finding) => finding.severity === severity);
        if (found.length === 0) return null;
        return (
          <section key={severity} aria-labelledby={`weight-${severity}`}>
            <h2 className="govuk-heading-m" id={`weight-${severity}`}>
              {SEVERITY_WORDS[severity]} ({found.length})
            </h2>
            <ul className="tl-remarks">
              {found.map((finding, index) => (
                <li key={`${finding.key} ${index}`}>
                  <Remark finding={finding} hrefOf={props.hrefOf} acceptHref={letStand} whole />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <AcceptedList sorted={sorted} mayEdit={mayEdit} />
    </>
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
