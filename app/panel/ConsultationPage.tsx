import { links } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { STANDING_NAMES, standingOf, type State } from './consultation.ts';
import { DraftConsultation, type DraftProps } from './DraftConsultation.tsx';
import { DraftItems } from './kinds/DraftItems.tsx';
import { itemTypeOf, TYPES } from './kinds/items.ts';
import { KIND_OF, type Kind } from './kinds/kinds.ts';
import type { ShownItem } from './kinds/shown-item.ts';
import { WhatWeHeard, type HeardProps } from './kinds/WhatWeHeard.tsx';

/** One consultation as staff see it: drafted, open or closed. */
export function ConsultationPage(
  props: Omit<DraftProps, 'consultationId' | 'kind'> &
    Pick<HeardProps, 'results' | 'answers' | 'practitioners' | 'mayTake' | 'mayOnWords'> & {
      consultation: {
        id: string;
        title: string;
        purpose: string;
        standing: string;
        kind: Kind;
        opensOn: string | null;
        closesOn: string | null;
      };
      state: State;
      people: number | null;
      /** How often an answer was changed; null for those who may not read single answers. */
      changes: number | null;
      items: ShownItem[];
      proposals: { open: boolean; waiting: number };
      /** The code of a poll's address. */
      poll: string | null;
      mayManage: Answer;
    },
) {
  const { programmeId, consultation, state, mayManage, answer } = props;
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
        <ErrorSummary problems={answer?.problems.map(withPlace(programmeId, consultation.id))} />
        <Heading
          caption={`${STANDING_NAMES[standingOf(consultation.standing)]}: ${KIND_OF[consultation.kind].name.toLowerCase()}`}
        >
          {consultation.title}
        </Heading>
        {state === 'draft' ? null : <NotKept typed={answer?.typed} />}
        <p className="govuk-body tl-lines">{consultation.purpose}</p>
        <When {...props} />
        {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
        <BesideIt {...props} />
        {drafting ? (
          <>
            <ButtonLink href={links.editConsultation(programmeId, consultation.id)} secondary>
              Change title and purpose
            </ButtonLink>
            {consultation.kind === 'statements' ? null : (
              <DraftItems
                {...{ programmeId, kind: consultation.kind, items: props.items }}
                consultationId={consultation.id}
              />
            )}
            <DraftConsultation
              {...props}
              consultationId={consultation.id}
              kind={consultation.kind}
            />
          </>
        ) : (
          <StatementsOnly {...props} />
        )}
        {state === 'open' && mayManage.yes ? <CloseNow /> : null}
      </div>
      <WhatWeHeard {...props} />
    </>
  );
}

/** What a formal consultation lacks is put right on a page of its own. */
const withPlace = (programmeId: string, id: string) => (problem: Problem) => {
  const part = /^formal-(\w+)$/.exec(problem.field)?.[1];
  return part === undefined
    ? problem
    : { ...problem, href: links.formalPart(programmeId, id, part) };
};

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
          {answered === ''
            ? null
            : props.poll
              ? `${answered}.`
              : `${answered}, of ${members} on the panel.`}
        </p>
      );
    case 'closed':
      return (
        <p className="govuk-body">
          <strong>Closed</strong> on {sayDay(consultation.closesOn)}.
          {answered ? `${answered}.` : ''}
          {props.changes
            ? ` Answers were changed ${many(props.changes, 'time')}: the last counts.`
            : ''}
        </p>
      );
  }
}

/** Where a poll is answered, and what members propose to ask. */
function BesideIt(props: Parameters<typeof ConsultationPage>[0]) {
  const { programmeId, consultation, proposals, poll, mayManage, state } = props;
  return (
    <>
      {consultation.standing === 'formal' ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.formal(programmeId, consultation.id)}>
            What a formal consultation has to show: the four tests, and the decision
          </a>
        </p>
      ) : null}
      {consultation.kind === 'walk' ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.walk(programmeId, consultation.id)}>
            {state === 'draft' ? 'Read and change the words' : 'The answers beside the theory'}
          </a>
        </p>
      ) : null}
      {poll ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.poll(programmeId, consultation.id)}>
            Address, poster and screen of the poll
          </a>
        </p>
      ) : null}
      {proposals.open && mayManage.yes && state !== 'draft' ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.proposals(programmeId, consultation.id)}>
            What members propose to ask
          </a>{' '}
          {proposals.waiting > 0 ? (
            <strong>{many(proposals.waiting, 'waits', 'wait')} for you</strong>
          ) : (
            '(nothing waits)'
          )}
        </p>
      ) : null}
    </>
  );
}

/** For those who see the statements before they may see results, or may not change a draft. */
function StatementsOnly(props: Parameters<typeof ConsultationPage>[0]) {
  if (props.results || props.answers) return null;
  const [first] = KIND_OF[props.consultation.kind].items;
  const { many: called } = TYPES[itemTypeOf(first ?? '')].called;
  return (
    <>
      {props.state === 'open' ? (
        <p className="govuk-body">The results can be seen here once it has closed.</p>
      ) : null}
      <h2 className="govuk-heading-m">{called.charAt(0).toUpperCase() + called.slice(1)}</h2>
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
