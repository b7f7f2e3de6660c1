import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { answerImportsOf, latestVersion, responsesByDay, responsesTo } from '#db/survey.ts';
import { CHANNEL_NAMES, CHANNELS } from './channels.ts';
import { Definition } from './definition.ts';
import { resultsOf } from './results.ts';
import { surveyOf } from './run-survey.server.ts';
import { stateOn } from './survey.ts';
import { everyDay, WHO_QUESTION } from './survey-page.ts';

/**
 * A survey and how it goes: what its page shows. Who answered is counted by the same read model as
 * the results, so that the two pages can never be laid side by side to work out what one hides.
 *
 * @param today YYYY-MM-DD in England
 */
export async function surveyOverview(programme: Programme, surveyId: string, today: string) {
  const { read } = theStore();
  const { authorityId } = programme;
  const survey = await surveyOf(read, programme, surveyId);
  const version = await latestVersion(read, authorityId, surveyId);
  const rows = version ? await responsesTo(read, authorityId, surveyId) : [];
  const definition = Definition.parse(version?.definition ?? survey.definition);
  const results = resultsOf(
    definition,
    rows.map(({ answers }) => answers),
  );
  const who = results.questions.find(({ name }) => name === WHO_QUESTION);
  return {
    survey,
    state: stateOn(survey, today),
    definition,
    everOpened: version !== undefined,
    answers: rows.length,
    flagged: rows.filter(({ flag }) => flag !== '').length,
    channels: CHANNELS.map((channel) => ({
      name: CHANNEL_NAMES[channel],
      answers: rows.filter((row) => row.channel === channel).length,
    })).filter(({ answers }) => answers > 0),
    days: everyDay(await responsesByDay(read, authorityId, surveyId)),
    who: who ?? null,
    imports: (await answerImportsOf(read, authorityId, surveyId)).map(
      ({ id, fileName, rows: count, importedAt }) => ({ id, fileName, rows: count, importedAt }),
    ),
  };
}
