/** Previous and next, for lists longer than a page. `page` counts from 0. */
export function Pages(props: { page: number; pages: number; href: (page: number) => string }) {
  const { page, pages, href } = props;
  if (pages < 2) return null;
  return (
    <nav className="govuk-pagination" aria-label="Pages">
      {page > 0 ? (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={href(page - 1)} rel="prev">
            <span className="govuk-pagination__link-title">Previous page</span>
          </a>
        </div>
      ) : null}
      <p className="govuk-body govuk-!-margin-bottom-0 govuk-!-margin-right-4">
        Page {page + 1} of {pages}
      </p>
      {page + 1 < pages ? (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={href(page + 1)} rel="next">
            <span className="govuk-pagination__link-title">Next page</span>
          </a>
        </div>
      ) : null}
    </nav>
  );
}
