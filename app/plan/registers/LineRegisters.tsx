import { links } from '#app/http/links.ts';
import type { OfLine } from './of-line.ts';

/** What a line of the plan needs to be shared, and what families are told about it. */
export function LineRegisters({ programmeId, found }: { programmeId: string; found: OfLine }) {
  const { agreements, communications } = found;
  if (agreements.length === 0 && communications.length === 0) return null;
  return (
    <section>
      {agreements.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Data sharing that it needs</h2>
          <ul className="govuk-list govuk-list--spaced">
            {agreements.map(({ id, title, words, blockedBy }) => (
              <li key={id}>
                <a className="govuk-link" href={links.agreement(programmeId, id)}>
                  {title}
                </a>
                <br />
                <span className="tl-reason">
                  {words}
                  {blockedBy === '' ? '' : `: ${blockedBy}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {communications.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">What families are told about it</h2>
          <ul className="govuk-list govuk-list--spaced">
            {communications.map(({ id, title, words }) => (
              <li key={id}>
                <a className="govuk-link" href={links.communication(programmeId, id)}>
                  {title}
                </a>
                <br />
                <span className="tl-reason">{words}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
