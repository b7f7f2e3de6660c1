import { GRADE_MEANS, GRADE_NAMES, type Grade } from './packs.ts';

export interface Source {
  heading: string;
  where: string;
  url: string | null;
  grade: Grade;
}

/** Where a requirement comes from, and how sure we are: a link only where there is an address. */
export function SourceWords({ source, short = false }: { source: Source; short?: boolean }) {
  return (
    <div className="tl-source">
      {source.heading}.{' '}
      {source.url === null ? (
        source.where
      ) : (
        <a className="govuk-link" href={source.url} rel="noreferrer">
          {source.where}
        </a>
      )}
      <span className="tl-under" title={GRADE_MEANS[source.grade]}>
        Grade {source.grade}: {short ? GRADE_NAMES[source.grade] : GRADE_MEANS[source.grade]}
      </span>
    </div>
  );
}
