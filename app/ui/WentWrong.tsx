import { isRouteErrorResponse } from '@remix-run/react';
import { useContext } from 'react';
import { links } from '#app/http/links.ts';
import { PublicFrame } from './Page.tsx';
import { RequestNumber } from './request-number.ts';

const HEADINGS: Readonly<Record<number, string>> = {
  403: 'You cannot do this',
  404: 'Page not found',
  409: 'Somebody else changed this first',
  413: 'That is too large to send',
  429: 'Too many at once',
};

/** What a person reads when a page cannot be shown: what is wrong and what to do, never a trace. */
export function WhatWentWrong({ error }: { error: unknown }) {
  const number = useContext(RequestNumber);
  if (isRouteErrorResponse(error)) {
    const said = typeof error.data === 'string' && error.data !== '' ? error.data : null;
    return (
      <>
        <h1 className="govuk-heading-l">{HEADINGS[error.status] ?? 'Sorry, this did not work'}</h1>
        <p className="govuk-body">
          {said ?? 'Check the address, or go back to the page that you came from.'}
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={links.front()}>
            Go to the start page
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className="govuk-heading-l">Sorry, this did not work</h1>
      <p className="govuk-body">
        The fault is ours and has been logged. What was saved before is safe. Go back and try again
        in a minute; if it fails again, tell your administrator what you were doing and at what
        time.
      </p>
      {number === '' ? null : (
        <p className="govuk-body">
          Say this number when you ask for help: <strong>{number}</strong>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={links.front()}>
          Go to the start page
        </a>
      </p>
    </>
  );
}

/** The whole page, for where no layout of ours is left. */
export function WentWrong({ error }: { error: unknown }) {
  return (
    <PublicFrame>
      <WhatWentWrong error={error} />
    </PublicFrame>
  );
}
