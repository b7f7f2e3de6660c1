import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import {
  answersToMark,
  deletePair,
  deleteReviews,
  insertPair,
  insertReviews,
} from '#db/weights.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { populationOf } from '../missing/population-of.server.ts';
import { pairable } from './pair-form.ts';

export type Decision = 'set-aside' | 'keep' | 'undo';

/**
 * Decides on marked answers: set aside with a reason, looked at and kept, or the decision taken back.
 * Answers that are set aside stay: every result can be shown with them and without.
 */
export async function reviewAnswers(
  by: Person,
  programme: Programme,
  surveyId: string,
  ids: readonly string[],
  decision: Decision,
  reason: string,
): Promise<void> {
  allow(by, 'answers.review', programme);
  const { authorityId } = programme;
  const survey = await surveyOf(theStore().read, programme, surveyId);
  const there = new Set(
    (await answersToMark(theStore().read, authorityId, surveyId)).map(({ id }) => id),
  );
  const chosen = [...new Set(ids)].filter((id) => there.has(id));
  if (chosen.length === 0) {
    throw new Conflict('These answers are gone: their families had them deleted.');
  }
  const at = new Date();
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    await deleteReviews(tx, authorityId, surveyId, chosen);
    if (decision !== 'undo') {
      const rows = chosen.map((responseId) => ({
        id: newId(at),
        authorityId,
        surveyId,
        responseId,
        decision,
        reason,
        decidedAt: at,
        decidedBy: by.name,
      }));
      await insertReviews(tx, rows);
    }
    const details = { count: chosen.length, title: survey.title };
    await record(tx, by, ACTIONS[decision], { kind: 'survey', id: surveyId }, details);
  });
}

const ACTIONS = {
  'set-aside': 'answers.set-aside',
  keep: 'answers.kept',
  undo: 'answers.unreviewed',
} as const;

/** Names two answers that hardly go together. */
export async function addPair(
  by: Person,
  programme: Programme,
  surveyId: string,
  pair: {
    question: string;
    option: string;
    otherQuestion: string;
    otherOption: string;
    why: string;
  },
): Promise<void> {
  allow(by, 'answers.review', programme);
  const { authorityId } = programme;
  const { survey, definition } = await populationOf(programme, surveyId);
  const choices = pairable(definition);
  const isThere = (name: string, option: string) =>
    choices.some((one) => one.name === name && one.options.some(({ value }) => value === option));
  if (!isThere(pair.question, pair.option) || !isThere(pair.otherQuestion, pair.otherOption)) {
    throw new NotFound('answer');
  }
  await theStore().write(null, async (tx) => {
    const about = { id: newId(), authorityId, surveyId, savedAt: new Date(), savedBy: by.name };
    await insertPair(tx, { ...about, ...pair });
    const thing = { kind: 'survey', id: surveyId };
    await record(tx, by, 'implausible-pair.added', thing, { title: survey.title });
  });
}

export async function removePair(
  by: Person,
  programme: Programme,
  surveyId: string,
  id: string,
): Promise<void> {
  allow(by, 'answers.review', programme);
  const { authorityId } = programme;
  await theStore().write(null, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    if (!(await deletePair(tx, authorityId, surveyId, id))) throw new NotFound('pair');
    const thing = { kind: 'survey', id: surveyId };
    await record(tx, by, 'implausible-pair.removed', thing, { title: survey.title });
  });
}
