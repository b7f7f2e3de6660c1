import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { latestVersion, responsesTo, surveyById, type Survey } from '#db/survey.ts';
import { resultsOf, type SurveyResults } from '#app/survey/results.ts';
import { rulesOf } from '#app/survey/rules.server.ts';

/** A survey with its results, small numbers hidden; null when there is none or it was never opened. */
export async function surveyResults(
  programme: Programme,
  surveyId: string,
): Promise<{ survey: Survey; results: SurveyResults } | null> {
  const { read } = theStore();
  const { authorityId } = programme;
  const survey = await surveyById(read, authorityId, programme.id, surveyId);
  if (!survey) return null;
  const version = await latestVersion(read, authorityId, surveyId);
  if (!version) return null;
  const responses = await responsesTo(read, authorityId, surveyId);
  const answers = responses.map((response) => response.answers);
  return { survey, results: resultsOf(rulesOf(version).definition, answers) };
}
