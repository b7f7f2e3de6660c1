import { links } from '#app/http/links.ts';
import { evidenceWords, type SeenEvidence } from './evidence.ts';

/** Where the words of a source are shown: an address is a link. */
function Source({ words }: { words: string }) {
  const address = /https?:\/\/[^\s,]+/.exec(words)?.[0];
  if (address === undefined) return <>{words}</>;
  const [before, after] = words.split(address);
  return (
    <>
      {before}
      <a className="govuk-link" href={address} rel="noreferrer">
        {address}
      </a>
      {after}
    </>
  );
}

/** One piece of evidence in two lines: what it says, and how much it weighs. */
export function EvidenceWords({ programmeId, seen }: { programmeId: string; seen: SeenEvidence }) {
  const { tied } = seen;
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong className={seen.against ? 'tl-lacks' : 'tl-holds'}>
          {seen.against ? 'Against' : 'For'}
        </strong>{' '}
        {evidenceWords(seen)}
      </p>
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        {seen.facts.join(', ')}
        {seen.source === '' ? null : (
          <>
            {seen.facts.length === 0 ? '' : '. '}
            <Source words={seen.source} />
          </>
        )}
      </p>
      {tied === null ? null : (
        <p className="govuk-body-s govuk-!-margin-bottom-1">
          {tied === 'gone' ? (
            <span className="tl-lacks">What it was tied to is not there any more.</span>
          ) : (
            <>
              {tied.what}:{' '}
              <a className="govuk-link" href={links.thread(programmeId, tied.kind, tied.id)}>
                {tied.title}
              </a>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** What is known for and against one box or link, with the way to add to it. */
export function EvidenceList(props: {
  programmeId: string;
  /** The box or link. */
  on: string;
  evidence: readonly SeenEvidence[];
  mayEdit: boolean;
}) {
  const mine = props.evidence.filter(({ on }) => on === props.on);
  return (
    <section aria-labelledby="evidence-title">
      <h2 className="govuk-heading-m" id="evidence-title">
        Evidence
      </h2>
      {mine.length === 0 ? (
        <p className="govuk-body">Nothing is written down for or against it yet.</p>
      ) : (
        <ul className="govuk-list tl-evidence">
          {mine.map((seen) => (
            <li key={seen.id}>
              <EvidenceWords programmeId={props.programmeId} seen={seen} />
              {props.mayEdit ? (
                <p className="govuk-body-s">
                  <a className="govuk-link" href={links.theoryEvidence(props.programmeId, seen.id)}>
                    Change
                    <span className="govuk-visually-hidden">
                      {' '}
                      the evidence “{evidenceWords(seen)}”
                    </span>
                  </a>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {props.mayEdit ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.addTheoryEvidence(props.programmeId, props.on)}>
            Add evidence for or against
          </a>
        </p>
      ) : null}
    </section>
  );
}
