import { LostLink } from '../LostLink.tsx';

/**
 * What a page of a personal link shows where the link does not work: used, expired, replaced, altered
 * or made up get one and the same answer, and a way to a new one.
 */
export function LinkEnded() {
  return (
    <>
      <h1 className="govuk-heading-l">This link does not open anything any more</h1>
      <p className="govuk-body">
        It may have been used, have ended, been replaced by a newer one, or not be complete. Look
        for a newer e-mail, text message or letter. If you typed the address, check it letter by
        letter.
      </p>
      <LostLink />
    </>
  );
}
