import type { MayOnWords } from '#app/care/care.ts';
import { LOOKED_AT, NOT_SHOWN } from '#app/care/hidden.ts';
import { WordLinks } from '#app/care/WordLinks.tsx';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { placeOfStatement } from './proposals.ts';

export interface ProposalRow {
  id: string;
  text: string;
  state: string;
  reason: string;
}

/** What members propose to ask: each waits for a decision that its writer reads. */
export function ProposalsPage(props: {
  programmeId: string;
  may: MayOnWords;
  waiting: readonly ProposalRow[];
  decided: readonly ProposalRow[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { waiting, decided, answer } = props;
  // One at a time: each deserves a decision of its own.
  const wanted = waiting.find(({ id }) => id === answer?.typed.statementId);
  const first = [wanted, ...waiting].find((one) => one && one.text !== LOOKED_AT);
  const others = waiting.filter((one) => one !== first);
  return (
    <>
      {waiting.length === 0 ? <p className="govuk-body">Nothing waits.</p> : null}
      {first ? <Decide {...props} proposal={first} /> : null}
      {others.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">{first ? 'After this one' : 'Not to be decided yet'}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {others.map((one) => (
              <li key={one.id}>
                <span dir="auto">{one.text}</span>
                <Links {...props} proposal={one} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {decided.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Not asked</h2>
          <ul className="govuk-list govuk-list--spaced">
            {decided.map((one) => (
              <li key={one.id}>
                <span dir="auto">{one.text}</span>
                <br />
                <span className="tl-reason">Because: {one.reason}</span>
                <Links {...props} proposal={one} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Links(props: { programmeId: string; may: MayOnWords; proposal: ProposalRow }) {
  const { programmeId, may, proposal } = props;
  return (
    <WordLinks
      {...{ programmeId, may }}
      place={placeOfStatement(proposal.id)}
      words={proposal.text}
    />
  );
}

function Decide(props: {
  programmeId: string;
  may: MayOnWords;
  proposal: ProposalRow;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { proposal, answer } = props;
  const intent = answer?.typed.intent;
  const open = (name: string) => (intent === name ? { open: true } : {});
  const of = (name: string) => (intent === name ? answer : undefined);
  const id = <input type="hidden" name="statementId" value={proposal.id} />;
  return (
    <section className="tl-option-edit">
      <h2 className="govuk-heading-m" dir="auto">
        {proposal.text}
      </h2>
      {proposal.text === NOT_SHOWN ? null : (
        <Form>
          {id}
          <Button intent="accept">Ask everybody as it is written</Button>
        </Form>
      )}
      <details className="govuk-details" {...open('reword')}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Ask it in other words</span>
        </summary>
        <Form className="govuk-details__text">
          {id}
          <TextArea
            name="text"
            label="In these words"
            rows={2}
            value={proposal.text === NOT_SHOWN ? '' : proposal.text}
            answer={of('reword')}
          />
          <TextArea
            name="reason"
            label="Why the words are changed"
            hint="The writer reads this, beside their own words and yours."
            rows={2}
            answer={of('reword')}
          />
          <Button intent="reword" kind="secondary">
            Ask it in these words
          </Button>
        </Form>
      </details>
      <details className="govuk-details" {...open('refuse')}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Do not ask it</span>
        </summary>
        <Form className="govuk-details__text">
          {id}
          <TextArea
            name="refusal"
            label="Why it is not asked"
            hint="The writer reads this. Be kind: “We ask this already, as statement 3.”"
            rows={2}
            answer={of('refuse')}
          />
          <Button intent="refuse" kind="secondary">
            Do not ask it
          </Button>
        </Form>
      </details>
      <Links {...props} />
    </section>
  );
}
