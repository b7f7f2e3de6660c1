import { responsesByDay, responsesByKind } from '#db/answer-counts.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { answerImportsOf } from '#db/answer-imports.ts';
import { latestVersion } from '#db/survey.ts';
import { maskCounts } from '#app/statistics/small-numbers.ts';
import { CHANNEL_NAMES, CHANNELS } from './channels.ts';
import { Definition } from './definition.ts';
import { languageStates } from './languages/check-language.server.ts';
import { offeredIn } from './languages/choose.ts';
import { languageOf } from './languages/languages.ts';
import { surveyOf } from './run-survey.server.ts';
import { stateOn } from './survey.ts';
import { everyDay } from './survey-page.ts';

/**
 * A survey and how it goes: what its page shows. Who answered is not counted here: the results and who is
 * missing have one count and one mask, and a second one beside it would give away what that hides.
 *
 * @param today YYYY-MM-DD in England
 */
export async function surveyOverview(programme: Programme, surveyId: string, today: string) {
  const { read } = theStore();
  const { authorityId } = programme;
  const survey = await surveyOf(read, programme, surveyId);
  const version = await latestVersion(read, authorityId, surveyId);
  const kinds = await responsesByKind(read, authorityId, surveyId);
  const definition = Definition.parse(version?.definition ?? survey.definition);
  const offered = offeredIn(definition, version ? version.languages : survey.languages);
  const states = await languageStates(read, authorityId, offered);
  // The language counts as an answer: small groups are hidden.
  const spoken = maskCounts(
    offered.map((code) => sumOf(kinds.filter(({ language }) => language === code))),
  );
  return {
    survey,
    languages: offered.map((code, at) => ({
      code,
      name: languageOf(code).name,
      checked: states.every(({ language, check }) => language.code !== code || check !== null),
      answers: spoken.counts[at] ?? 0,
    })),
    state: stateOn(survey, today),
    definition,
    everOpened: version !== undefined,
    answers: sumOf(kinds),
    flagged: kinds.reduce((sum, { flagged }) => sum + flagged, 0),
    channels: CHANNELS.map((channel) => ({
      name: CHANNEL_NAMES[channel],
      answers: sumOf(kinds.filter((kind) => kind.channel === channel)),
    })).filter(({ answers }) => answers > 0),
    days: everyDay(await responsesByDay(read, authorityId, surveyId)),
    imports: (await answerImportsOf(read, authorityId, surveyId)).map(
      ({ id, fileName, rows: count, importedAt }) => ({ id, fileName, rows: count, importedAt }),
    ),
  };
}

const sumOf = (kinds: readonly { answers: number }[]) =>
  kinds.reduce((sum, { answers }) => sum + answers, 0);
