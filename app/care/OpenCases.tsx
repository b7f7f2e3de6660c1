import { links } from '#app/http/links.ts';
import { sayOpenCases } from './care.ts';

/** First thing where somebody can act: that a case is open, and nothing of what. */
export function OpenCases({ programmeId, open }: { programmeId: string; open: number }) {
  if (open === 0) return null;
  return (
    <p className="govuk-inset-text">
      <a className="govuk-link" href={links.care(programmeId)}>
        {sayOpenCases(open)}
      </a>
    </p>
  );
}
