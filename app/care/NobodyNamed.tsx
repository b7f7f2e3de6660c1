import { links } from '#app/http/links.ts';

/** Where families are about to be asked, and nobody is named whom staff tell: a warning, no bar. */
export function NobodyNamed({ programmeId, named }: { programmeId: string; named: boolean }) {
  if (named) return null;
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span>
        Nobody is named yet whom staff tell when a family’s words worry them.{' '}
        <a className="govuk-link" href={links.care(programmeId)}>
          Name whom to tell
        </a>
      </strong>
    </div>
  );
}
