import { links } from '#app/http/links.ts';
import type { CoverageRow } from './coverage-page.ts';

/** A requirement in a row: its id leads to its page. */
export function RequirementCell({ programmeId, row }: { programmeId: string; row: CoverageRow }) {
  return (
    <div className="tl-requirement">
      <a className="govuk-link" href={links.requirement(programmeId, row.packId, row.id)}>
        {row.id}
      </a>{' '}
      <span className="tl-requirement__text">{row.text}</span>
      <span className="tl-under">
        {row.strand} · {row.kind}
        {row.corrected === null ? '' : ` · put right by ${row.corrected.byName}`}
      </span>
    </div>
  );
}

/** What is tied to a requirement, and what records show about it; a dash where there are none. */
export function CoveredBy({ programmeId, row }: { programmeId: string; row: CoverageRow }) {
  if (row.by.length + row.shown.length === 0) return '–';
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0 tl-cover">
      {row.by.map((cover) => (
        <li key={cover.id}>
          <a
            className="govuk-link"
            href={
              cover.kind === 'plan-line'
                ? links.planLine(programmeId, cover.id)
                : links.thread(programmeId, 'box', cover.id)
            }
          >
            {cover.title}
          </a>
        </li>
      ))}
      {row.shown.map(({ because, href }) => (
        <li key={because}>
          <a className="govuk-link" href={href}>
            {because}
          </a>
        </li>
      ))}
    </ul>
  );
}
