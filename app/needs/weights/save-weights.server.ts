import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { insertWeighting, marginsOf, updateWeighting, weightingOf } from '#db/weights.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import type { Settings } from './weigh.ts';

const CHANGED =
  'Somebody else changed how this survey is weighted while you had the page open. Look at what they set, then set yours again.';

/**
 * Sets how the answers to a survey are weighted from now on. An assumption is no population: only
 * margins with figures that somebody entered can be weighted to.
 *
 * @param seen the version that was shown, 0 where there was none
 */
export async function saveWeights(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
  settings: Settings,
): Promise<void> {
  allow(by, 'weights.edit', programme);
  const { authorityId } = programme;
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    const known = (await marginsOf(tx, authorityId, surveyId)).map(({ question }) => question);
    const questions = settings.questions.filter((name) => known.includes(name));
    if (questions.length === 0) {
      throw new Conflict('The figures of these questions are gone. Choose others.');
    }
    const change = {
      on: true,
      questions,
      lowest: settings.lowest,
      highest: settings.highest,
      missing: settings.missing,
      savedAt: new Date(),
      savedBy: by.name,
    };
    const before = await weightingOf(tx, authorityId, surveyId);
    if (before === undefined && seen === 0) {
      await insertWeighting(tx, { id: newId(), authorityId, surveyId, version: 1, ...change });
    } else if (!before || !(await updateWeighting(tx, authorityId, before.id, seen, change))) {
      throw new Conflict(CHANGED);
    }
    const thing = { kind: 'survey', id: surveyId };
    await record(tx, by, 'weights.saved', thing, { title: survey.title });
  });
}

/** Stops weighting. The settings are kept, so that it can be put on again as it was. */
export async function stopWeighting(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
): Promise<void> {
  allow(by, 'weights.edit', programme);
  const { authorityId } = programme;
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    const before = await weightingOf(tx, authorityId, surveyId);
    const change = { on: false, savedAt: new Date(), savedBy: by.name };
    if (!before || !(await updateWeighting(tx, authorityId, before.id, seen, change))) {
      throw new Conflict(CHANGED);
    }
    const thing = { kind: 'survey', id: surveyId };
    await record(tx, by, 'weights.off', thing, { title: survey.title });
  });
}
