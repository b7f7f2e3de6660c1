import { links, type TheoryLook } from '#app/http/links.ts';
import { momentWords, ONLY_READ, type Moment } from './moment.ts';

/** Says on every view that it shows an earlier theory, and how to go on from there. */
export function MomentShown(props: {
  programmeId: string;
  view: string | null;
  look?: TheoryLook;
  moment: Moment;
}) {
  const { programmeId, moment } = props;
  const at = String(moment.sequence);
  return (
    <div className="tl-moment" role="region" aria-label="An earlier theory">
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong>You see the theory {momentWords(moment)}.</strong> {ONLY_READ}
      </p>
      <p className="govuk-body govuk-!-margin-bottom-0 tl-history__ways tl-noprint">
        <a className="govuk-link" href={links.theoryView(programmeId, 'picture')}>
          The theory as it is now
        </a>
        <a className="govuk-link" href={links.compareTheory(programmeId, at, 'now')}>
          What has changed since
        </a>
        <a className="govuk-link" href={links.theoryHistory(programmeId)}>
          History and versions
        </a>
      </p>
    </div>
  );
}
