import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { surveyById, type Survey } from '#db/survey.ts';
import type { SurveyResults } from '#app/survey/results.ts';
import { loadCounting } from './crosstabs/load-variables.server.ts';

/**
 * A survey with its results, small numbers hidden, answers that were set aside left out; null when there
 * is none or it was never opened.
 */
export async function surveyResults(
  programme: Programme,
  surveyId: string,
): Promise<{ survey: Survey; results: SurveyResults } | null> {
  const { authorityId } = programme;
  const survey = await surveyById(theStore().read, authorityId, programme.id, surveyId);
  const counting = survey && (await loadCounting(authorityId, surveyId));
  return survey && counting ? { survey, results: counting.variables.results } : null;
}
