import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { WhatWentWrong } from '#app/ui/WentWrong.tsx';

export { publicStyles as links };
export const meta = () => titleOf('Survey');

export default function SurveyAddress() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const unknown = isRouteErrorResponse(error) && error.status === 404;
  return <PublicFrame>{unknown ? <UnknownSurvey /> : <WhatWentWrong error={error} />}</PublicFrame>;
}

function UnknownSurvey() {
  return (
    <>
      <h1 className="govuk-heading-l">We cannot find this survey</h1>
      <p className="govuk-body">
        Look at the address again on the poster, letter or message. Its last part has six letters
        and numbers; it never has the letters O, I or L or the numbers 0 and 1.
      </p>
      <p className="govuk-body">If it is right and still does not work, tell the council.</p>
    </>
  );
}
