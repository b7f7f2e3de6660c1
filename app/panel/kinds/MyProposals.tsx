import { links } from '#app/http/links.ts';
import type { MyProposal } from './proposals.ts';

export type { MyProposal };

const BECAME: Readonly<Record<MyProposal['state'], string>> = {
  proposed: 'Somebody who runs the panel reads it first. You will see here what becomes of it.',
  asked: 'Everybody on the panel is asked this now.',
  refused: 'We did not ask this.',
};

/** What a member proposed to ask, with what became of it, and where to propose. */
export function MyProposals(props: {
  mine: readonly MyProposal[];
  mayPropose: boolean;
  consultationId: string;
}) {
  const { mine, mayPropose, consultationId } = props;
  if (mine.length === 0 && !mayPropose) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Your own statements</h2>
      {mine.map((one) => (
        <article key={one.id} className="tl-became">
          <blockquote className="tl-quote">
            <p className="govuk-body tl-lines" dir="auto">
              {one.wrote}
            </p>
          </blockquote>
          <p className="govuk-body">
            {one.askedAs === null ? (
              BECAME[one.state]
            ) : (
              <>
                We ask it in these words: <strong>“{one.askedAs}”</strong>
              </>
            )}
          </p>
          {one.reason === '' ? null : <p className="govuk-body tl-lines">Why: {one.reason}</p>}
        </article>
      ))}
      {mayPropose ? (
        <p className="govuk-body">
          Is something missing?{' '}
          <a className="govuk-link" href={links.memberProposal(consultationId)}>
            Write a statement for the others
          </a>
        </p>
      ) : null}
    </>
  );
}
