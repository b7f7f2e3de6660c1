import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { languageKept } from '#app/http/visit-cookies.server.ts';
import { chooseLanguage, languagesOfHeader } from '#app/survey/languages/choose.ts';
import { LANGUAGE_CODES, languageOf, type LanguageCode } from '#app/survey/languages/languages.ts';
import { speakerIn } from '#app/survey/languages/words.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { WhatWentWrong } from '#app/ui/WentWrong.tsx';

export { publicStyles as links };
export const meta = () => titleOf('Survey');

/** The language for a page that cannot be shown: as chosen before, else as the phone is set. */
export function loader({ request }: LoaderFunctionArgs) {
  const kept = languageKept(request);
  const browser = languagesOfHeader(request.headers.get('accept-language'));
  const lang = chooseLanguage(LANGUAGE_CODES, { chosen: [kept], browser }, null);
  return { frame: { lang, dir: languageOf(lang).dir } };
}

export default function SurveyAddress() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<{ frame: { lang: LanguageCode } }>('routes/s.$code');
  const { words } = speakerIn(data?.frame.lang ?? 'en');
  const said = saidOf(isRouteErrorResponse(error) ? error.status : 500);
  const framed = {
    skip: words.skip,
    accessibility: words.accessibility,
    demonstration: words.demonstration,
    fictional: '',
    done: words.done,
  };
  return (
    <PublicFrame words={framed}>
      {said === null ? (
        <WhatWentWrong error={error} />
      ) : (
        <>
          <h1 className="govuk-heading-l">{words[said.heading]}</h1>
          <p className="govuk-body">{words[said.text]}</p>
        </>
      )}
    </PublicFrame>
  );
}

/** What a family reads instead of the page, in its own language; null where we have no words for it. */
function saidOf(status: number) {
  switch (status) {
    case 404:
      return { heading: 'unknownHeading', text: 'unknown' } as const;
    case 403:
      return { heading: 'staleHeading', text: 'stale' } as const;
    case 500:
      return { heading: 'failedHeading', text: 'failed' } as const;
    default:
      return null;
  }
}
