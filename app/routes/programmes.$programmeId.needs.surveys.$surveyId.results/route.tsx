import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { Doubtful, HowToRead, ResultsOf } from '#app/needs/ResultsOf.tsx';
import { surveyResults } from '#app/needs/survey-results.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { THRESHOLD } from '#app/statistics/small-numbers.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { surveyById } from '#db/survey.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const surveyId = params['surveyId'] ?? '';
  const survey = await surveyById(theStore().read, programme.authorityId, programme.id, surveyId);
  if (!survey) throw new NotFound('survey');
  const found = await surveyResults(programme, surveyId);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    results: found?.results ?? null,
    weighted: found?.weighted ?? null,
    marked: found?.marked ?? 0,
    mayTake: can(person, 'needs.edit', programme),
  };
});

export const meta = () => titleOf('Results');

export default function Results() {
  const { programmeId, survey, results, weighted, marked, mayTake } =
    useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
        ]}
      />
      <Heading caption={survey.title}>Results</Heading>
      {results === null || results.answers === 0 ? (
        <p className="govuk-body">
          Nobody has answered yet.{' '}
          <a className="govuk-link" href={links.survey(programmeId, survey.id)}>
            Open the survey or bring answers in
          </a>
          .
        </p>
      ) : (
        <>
          <p className="govuk-body-l">{many(results.answers, 'answer')} so far.</p>
          <p className="govuk-body tl-noprint">
            <a className="govuk-button" role="button" href={links.crosstab(programmeId, survey.id)}>
              Compare groups
            </a>{' '}
            <a className="govuk-link" href={links.toldTables(programmeId, survey.id)}>
              Tables told so far
            </a>
          </p>
          <HowToRead threshold={THRESHOLD} />
          <Doubtful
            marked={marked}
            answers={results.answers}
            href={links.markedAnswers(programmeId, survey.id)}
          />
          {mayTake.yes ? null : <p className="govuk-body tl-reason">{mayTake.reason}</p>}
          <ResultsOf
            programmeId={programmeId}
            surveyId={survey.id}
            results={results}
            weighted={weighted}
            mayTake={mayTake.yes}
          />
        </>
      )}
    </>
  );
}
