import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { latestVersion, type Survey } from '#db/survey.ts';
import { marginsOf, type PopulationMargin } from '#db/weights.ts';
import { NotFound } from '#app/people/errors.ts';
import { Definition, questionsOf, titleOf, type Question } from '#app/survey/definition.ts';
import { optionsOf, PREFER_NOT_TO_SAY } from '#app/survey/options.ts';
import { keptRules } from '#app/survey/rules.server.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { canBeCompared } from './margin.ts';

/** A survey, what it asks now, and what is known of the population by its questions. */
export interface Population {
  survey: Survey;
  definition: Definition;
  rows: PopulationMargin[];
}

export async function populationOf(programme: Programme, surveyId: string): Promise<Population> {
  const { read } = theStore();
  const survey = await surveyOf(read, programme, surveyId);
  const version = await latestVersion(read, programme.authorityId, surveyId);
  // A survey that families are answering has been read already.
  const known = version && keptRules(version.id)?.definition;
  const definition = known ?? Definition.parse(version?.definition ?? survey.definition);
  const rows = await marginsOf(read, programme.authorityId, surveyId);
  return { survey, definition, rows };
}

/** The questions of a survey that part families into groups, with the answers that can be grouped. */
export function comparable(definition: Definition) {
  return questionsOf(definition)
    .filter(canBeCompared)
    .map((question) => ({
      name: question.name,
      title: titleOf(question),
      options: groupableOptions(question),
    }));
}

/** One such question by its name, or not found. */
export function comparableQuestion(definition: Definition, name: string) {
  const question = comparable(definition).find((each) => each.name === name);
  if (!question) throw new NotFound('question to compare');
  return question;
}

/** "Prefer not to say" says no group. */
function groupableOptions(question: Question) {
  return optionsOf(question).filter(({ value }) => value !== PREFER_NOT_TO_SAY);
}
