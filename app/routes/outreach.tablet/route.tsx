import { lazy, Suspense, useEffect, useState } from 'react';
import surveyCss from 'survey-core/survey-core.fontless.min.css?url';
import { publicStyles } from '#app/ui/styles.ts';
import tabletCss from '#app/ui/styles/tablet.scss?url';
import { titleOf } from '#app/ui/Page.tsx';

/**
 * The page that a tablet keeps for a day without a network. It needs script, has no data of its own
 * and asks nobody to sign in: what it shows is in the tablet's own store.
 */
export const handle = { script: true };
export const meta = () => titleOf('Survey on a tablet');
export const links = () => [
  { rel: 'stylesheet', href: surveyCss },
  ...publicStyles(),
  { rel: 'stylesheet', href: tabletCss },
];

// SurveyJS is half a megabyte that no other page pays for.
const Tablet = lazy(() => import('#app/survey/outreach/Tablet.tsx'));

export default function TabletPage() {
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  if (inBrowser) {
    return (
      <Suspense fallback={null}>
        <Tablet />
      </Suspense>
    );
  }
  return (
    <noscript>
      <main className="govuk-width-container govuk-main-wrapper" id="main">
        <h1 className="govuk-heading-l">This page needs JavaScript</h1>
        <p className="govuk-body">
          Only the tablet that works without a network does. On a phone or computer, families answer
          at the survey’s own address.
        </p>
      </main>
    </noscript>
  );
}
