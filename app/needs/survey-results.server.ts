import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { surveyById, type Survey } from '#db/survey.ts';
import type { SurveyResults } from '#app/survey/results.ts';
import { loadCounting } from './crosstabs/load-variables.server.ts';

export interface ResultsFound {
  survey: Survey;
  results: SurveyResults;
  /** Weighted shares by question and answer; null where the survey is not weighted. */
  weighted: Record<string, Record<string, number>> | null;
  /** How many answers are marked as doubtful and still counted. */
  marked: number;
}

/**
 * A survey with its results, small numbers hidden, answers that were set aside left out; null when there
 * is none or it was never opened.
 */
export async function surveyResults(
  programme: Programme,
  surveyId: string,
): Promise<ResultsFound | null> {
  const { authorityId } = programme;
  const survey = await surveyById(theStore().read, authorityId, programme.id, surveyId);
  const counting = survey && (await loadCounting(authorityId, surveyId));
  if (!survey || !counting) return null;
  const { variables, weighted, marked } = counting;
  return { survey, results: variables.results, weighted, marked };
}
