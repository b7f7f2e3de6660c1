import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import surveyCss from 'survey-core/survey-core.fontless.min.css?url';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links as to } from '#app/http/links.ts';
import { Definition } from '#app/survey/definition.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

/** The one page of the survey's that runs script: it shows what other SurveyJS tools would show. */
export const handle = { script: true };
export const links = () => [{ rel: 'stylesheet', href: surveyCss }];
export const meta = () => titleOf('Preview');

// Half a megabyte of script that no other page pays for.
const SurveyPreview = lazy(() => import('#app/survey/SurveyPreview.tsx'));

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const survey = await surveyOf(theStore().read, programme, params.surveyId ?? '');
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title, code: survey.code, status: survey.status },
    definition: Definition.parse(survey.definition),
  };
});

export default function Preview() {
  const { programmeId, survey, definition } = useLoaderData<typeof loader>();
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: to.surveys(programmeId), words: 'Surveys' },
          { href: to.survey(programmeId, survey.id), words: survey.title },
        ]}
      />
      <Heading caption={survey.title}>Preview</Heading>
      <p className="govuk-body">
        Try every question: nothing is saved. This is how other tools that read SurveyJS show it.
        Families get{' '}
        <a className="govuk-link" href={to.surveyPages(programmeId, survey.id)}>
          their own, lighter pages
        </a>
        , one question a page.
      </p>
      {inBrowser ? (
        <Suspense fallback={<p className="govuk-body">The preview is loading.</p>}>
          <div className="tl-preview">
            <SurveyPreview definition={definition} />
          </div>
        </Suspense>
      ) : (
        <noscript>
          <p className="govuk-body">
            The preview needs JavaScript. The questions are listed on{' '}
            <a className="govuk-link" href={to.survey(programmeId, survey.id)}>
              the survey’s own page
            </a>
            .
          </p>
        </noscript>
      )}
    </>
  );
}
