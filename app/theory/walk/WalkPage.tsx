import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink, ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay, sayShortDay } from '#app/ui/words.ts';
import { STATE_NAMES, type State } from '#app/panel/consultation.ts';
import { DraftWalk } from './DraftWalk.tsx';
import { AGREEMENT_LOOKS } from './agreement.ts';
import type { Doubt } from './doubts.ts';
import { WalkResults } from './WalkResults.tsx';
import type { WalkPageModel } from './walk-page.ts';

/** One walk through the theory as staff see it: drafted, open or closed. */
export function WalkPage(props: {
  page: WalkPageModel;
  mayManage: Answer;
  mayTake: boolean;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { page, mayManage, mayTake, answer } = props;
  const { programmeId, consultation, state, results } = page;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.theory(programmeId), words: 'Theory of change' },
          { href: links.walks(programmeId), words: 'Walks with the panel' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Walk through the theory">{consultation.title}</Heading>
      {state === 'draft' && mayManage.yes ? <DraftWalk page={page} answer={answer} /> : null}
      {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
      {state === 'draft' ? null : <When page={page} />}
      {results ? (
        <WalkResults
          programmeId={programmeId}
          consultationId={consultation.id}
          results={results}
          mayTake={mayTake}
        />
      ) : null}
    </>
  );
}

function When({ page }: { page: WalkPageModel }) {
  const { programmeId, consultation, state, people, members, results } = page;
  return (
    <>
      <p className="govuk-body">
        <strong>{STATE_NAMES[state]}</strong>
        {state === 'open' ? ', to the end of ' : ' on '}
        {sayDay(consultation.closesOn)}.
        {people === null
          ? null
          : ` ${many(people, 'person has', 'people have')} answered, of ${members} on the panel.`}
        {results === null ? ' What came of it can be seen here once it has closed.' : null}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.consultation(programmeId, consultation.id)}>
          {state === 'open' ? 'Close it, or see it as a consultation' : 'See it as a consultation'}
        </a>
      </p>
    </>
  );
}

/** Every walk of a programme, and the way to draft another. */
export function WalksPage(props: {
  programmeId: string;
  walks: { id: string; title: string; state: State; closesOn: string | null }[];
  doubts: Doubt[];
  mayManage: Answer;
}) {
  const { programmeId, walks, doubts, mayManage } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.theory(programmeId), words: 'Theory of change' }]} />
      <Heading>Walks with the panel</Heading>
      <div className="tl-reading">
        <p className="govuk-body">
          Members of the panel go through the theory one step at a time, in plain words. For each
          they say whether they agree, what is missing, and what would stop it.
        </p>
        {mayManage.yes ? (
          <ButtonLink href={links.newWalk(programmeId)}>Draft a walk</ButtonLink>
        ) : (
          <p className="govuk-body tl-reason">{mayManage.reason}</p>
        )}
      </div>
      <Table
        caption="Walks"
        rows={walks}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">Nobody has been asked about the theory yet.</p>}
        columns={[
          {
            header: 'Walk',
            rowHeader: true,
            cell: ({ id, title }) => (
              <a className="govuk-link" href={links.walk(programmeId, id)}>
                {title}
              </a>
            ),
          },
          { header: 'State', cell: ({ state }) => STATE_NAMES[state] },
          { header: 'Closes', cell: ({ closesOn }) => sayShortDay(closesOn) },
        ]}
      />
      {doubts.length > 0 ? <Doubts programmeId={programmeId} doubts={doubts} /> : null}
    </>
  );
}

/** What to look at again in the theory: what members doubted or were divided about when last asked. */
function Doubts({ programmeId, doubts }: { programmeId: string; doubts: readonly Doubt[] }) {
  return (
    <section aria-labelledby="doubts" className="tl-reading">
      <h2 className="govuk-heading-m" id="doubts">
        Look at these again
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {doubts.map(({ about, agreement, text, consultationId, title }) => (
          <li key={about.id}>
            <strong>{AGREEMENT_LOOKS[agreement].name}.</strong> {text} (
            <a className="govuk-link" href={links.walk(programmeId, consultationId)}>
              {title}
            </a>
            )
          </li>
        ))}
      </ul>
    </section>
  );
}
