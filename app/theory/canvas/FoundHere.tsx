import type { ReactNode } from 'react';
import type { Finding } from '../checks/finding.ts';
import { Remark, type Where } from '../Coach.tsx';

/** What the checks say of the selected box or link, beneath its fields. */
export function FoundHere(props: {
  programmeId: string;
  findings: readonly Finding[];
  hrefOf: Where;
  acceptHref: ((finding: Finding) => string | null) | null;
  fixes: ((finding: Finding, whole: boolean) => ReactNode) | null;
}) {
  const { findings } = props;
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="found-here">
      <h3 className="govuk-heading-s" id="found-here">
        What the checks say of it ({findings.length})
      </h3>
      <ul className="tl-remarks">
        {findings.map((finding) => (
          <li key={finding.key}>
            {/* Its own fields stand above: no second way to fill them. */}
            <Remark {...props} finding={finding} hrefOf={() => null} />
          </li>
        ))}
      </ul>
    </section>
  );
}
