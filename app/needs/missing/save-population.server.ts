import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { deleteMargin, insertMargin, marginsOf, updateMargin } from '#db/weights.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import type { Margin } from './margin.ts';
import { comparableQuestion, populationOf } from './population-of.server.ts';

/**
 * Saves what the population looks like by one question. `seen` is the version that was shown, 0 where
 * there was none: a figure that somebody else saved meanwhile is not written over unseen.
 */
export async function savePopulation(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
  margin: Margin,
): Promise<void> {
  allow(by, 'weights.edit', programme);
  const { survey, definition } = await populationOf(programme, surveyId);
  const { title } = comparableQuestion(definition, margin.question);
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    await put(tx, by, surveyId, margin, seen);
    const details = { question: title, title: survey.title };
    await record(tx, by, 'population.saved', { kind: 'survey', id: surveyId }, details);
  });
}

/** Saves several at once, from a file or from another survey: all of them or none. */
export async function savePopulations(
  by: Person,
  programme: Programme,
  surveyId: string,
  margins: readonly Margin[],
): Promise<void> {
  allow(by, 'weights.edit', programme);
  const { survey, definition } = await populationOf(programme, surveyId);
  for (const { question } of margins) comparableQuestion(definition, question);
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    for (const margin of margins) await put(tx, by, surveyId, margin, null);
    const details = { count: margins.length, title: survey.title };
    await record(tx, by, 'population.imported', { kind: 'survey', id: surveyId }, details);
  });
}

/** Takes out what the population looks like by one question. Weights by it stop with it. */
export async function removePopulation(
  by: Person,
  programme: Programme,
  surveyId: string,
  question: string,
): Promise<void> {
  allow(by, 'weights.edit', programme);
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    const rows = await marginsOf(tx, programme.authorityId, surveyId);
    const row = rows.find((each) => each.question === question);
    if (!row) throw new NotFound('figure');
    await deleteMargin(tx, programme.authorityId, row.id);
    const details = { question, title: survey.title };
    await record(tx, by, 'population.removed', { kind: 'survey', id: surveyId }, details);
  });
}

/** @param seen null: whatever stands there is replaced */
async function put(tx: Writer, by: Person, surveyId: string, margin: Margin, seen: number | null) {
  const { question, groups, ...rest } = margin;
  const rows = await marginsOf(tx, by.authorityId, surveyId);
  const before = rows.find((row) => row.question === question);
  const saved = { ...rest, groups: [...groups], savedAt: new Date(), savedBy: by.name };
  if (!before && (seen === null || seen === 0)) {
    const about = { id: newId(), authorityId: by.authorityId, surveyId, question, version: 1 };
    return insertMargin(tx, { ...about, ...saved });
  }
  const version = seen ?? before?.version ?? 0;
  if (!before || !(await updateMargin(tx, by.authorityId, before.id, version, saved))) {
    throw new Conflict(
      'Somebody else changed these figures while you had them open. What they saved is shown beside what you typed: look at both and save again.',
    );
  }
}
