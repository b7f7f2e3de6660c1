import { links } from '#app/http/links.ts';
import { typedOf, type Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { STANDING_NAMES, standingOf, type State } from './consultation.ts';
import { ConsultationResults } from './ConsultationResults.tsx';
import { DraftConsultation, type DraftProps } from './DraftConsultation.tsx';
import type { Results } from './results.ts';

/** One consultation as staff see it: drafted, open or closed. */
export function ConsultationPage(
  props: Omit<DraftProps, 'consultationId'> & {
    consultation: {
      id: string;
      title: string;
      purpose: string;
      standing: string;
      opensOn: string | null;
      closesOn: string | null;
    };
    state: State;
    people: number | null;
    /** Null while it is too early for this person to see them. */
    results: Results | null;
    mayManage: Answer;
  },
) {
  const { programmeId, consultation, state, mayManage, answer, results } = props;
  const drafting = state === 'draft' && mayManage.yes;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.consultations(programmeId), words: 'Consultations' },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={STANDING_NAMES[standingOf(consultation.standing)]}>
          {consultation.title}
        </Heading>
        {state === 'draft' ? null : <NotKept typed={answer?.typed} />}
        <p className="govuk-body tl-lines">{consultation.purpose}</p>
        <When {...props} />
        {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
        {drafting ? (
          <>
            <ButtonLink href={links.editConsultation(programmeId, consultation.id)} secondary>
              Change title and purpose
            </ButtonLink>
            <DraftConsultation {...props} consultationId={consultation.id} />
          </>
        ) : (
          <StatementsOnly {...props} />
        )}
        {state === 'open' && mayManage.yes ? <CloseNow /> : null}
      </div>
      {results ? (
        <>
          <p className="govuk-body">
            <a
              className="govuk-link"
              href={links.consultationOpinion(programmeId, consultation.id)}
            >
              What unites and what divides, and who thinks alike
            </a>
          </p>
          <ConsultationResults results={results} />
        </>
      ) : null}
    </>
  );
}

/** What was typed into a draft that somebody else has opened meanwhile: to copy, not lost. */
function NotKept({ typed }: { typed: Typed | undefined }) {
  const words = typedOf(typed ?? {}, 'text') || typedOf(typed ?? {}, 'changedText');
  if (words === '') return null;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">You typed:</p>
      <p className="govuk-body tl-lines">{words}</p>
    </div>
  );
}

function When(props: Parameters<typeof ConsultationPage>[0]) {
  const { state, consultation, people, members } = props;
  const answered = people === null ? '' : ` ${many(people, 'person has', 'people have')} answered`;
  switch (state) {
    case 'draft':
      return <p className="govuk-body">A draft: nobody has been asked yet.</p>;
    case 'open':
      return (
        <p className="govuk-body">
          <strong>Open</strong> since {sayDay(consultation.opensOn)}, to the end of{' '}
          {sayDay(consultation.closesOn)}.
          {answered ? `${answered}, of ${members} on the panel.` : ''}
        </p>
      );
    case 'closed':
      return (
        <p className="govuk-body">
          <strong>Closed</strong> on {sayDay(consultation.closesOn)}.
          {answered ? `${answered}.` : ''}
        </p>
      );
  }
}

/** For those who see the statements before they may see results, or may not change a draft. */
function StatementsOnly(props: Parameters<typeof ConsultationPage>[0]) {
  if (props.results) return null;
  return (
    <>
      {props.state === 'open' ? (
        <p className="govuk-body">The results can be seen here once it has closed.</p>
      ) : null}
      <h2 className="govuk-heading-m">Statements</h2>
      <ol className="govuk-list govuk-list--number">
        {props.statements.map((statement) => (
          <li key={statement.id}>{statement.text}</li>
        ))}
      </ol>
    </>
  );
}

function CloseNow() {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Close it before its day</span>
      </summary>
      <div className="govuk-details__text">
        <p>
          Members who have not answered will not be able to any more. It cannot be opened again.
        </p>
        <Form>
          <Button intent="close" kind="warning">
            Close the consultation now
          </Button>
        </Form>
      </div>
    </details>
  );
}
