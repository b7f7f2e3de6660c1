import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import {
  insertSurveyVersion,
  latestVersion,
  surveyById,
  updateSurvey,
  type Survey,
} from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { obstaclesTo } from './editor/checks.ts';
import { readDefinition } from './read-definition.ts';
import type { SurveyFields } from './survey.ts';

/** A survey of this programme, or not found: also the answer for one of another authority. */
export async function surveyOf(
  db: Reader,
  programme: Programme,
  surveyId: string,
): Promise<Survey> {
  const survey = await surveyById(db, programme.authorityId, programme.id, surveyId);
  if (!survey) throw new NotFound('survey');
  return survey;
}

/** Changes what stands around the questions. `seen` is the version of the survey that was shown. */
export async function changeSurvey(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
  change: SurveyFields,
): Promise<void> {
  allow(by, 'survey.edit', programme);
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    await surveyOf(tx, programme, surveyId);
    const { lawfulBasis, specialCondition, minutes, ...rest } = change;
    await saveUnlessChanged(tx, programme, surveyId, seen, {
      ...rest,
      ...(lawfulBasis === undefined ? {} : { lawfulBasis }),
      ...(specialCondition === undefined ? {} : { specialCondition }),
      ...(minutes === undefined ? {} : { minutes }),
    });
    await record(tx, by, 'survey.changed', thing(surveyId), { title: change.title });
  });
}

/**
 * Opens a survey on its public address. What is asked becomes a version that never changes again;
 * opened a second time, it goes on with its last version: a changed draft is published on its own.
 *
 * @param today YYYY-MM-DD: the day on which it opens when none was set
 */
export async function openSurvey(
  by: Person,
  programme: Programme,
  surveyId: string,
  today: string,
): Promise<void> {
  allow(by, 'survey.edit', programme);
  const now = new Date();
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    if (survey.status === 'open') return;
    const read = readDefinition(survey.definition);
    if (!read.ok) throw new Conflict(read.problems.map(({ message }) => message).join(' '));
    const { languages, translations } = survey;
    const around = { ...survey, languages: languages ?? [], translations: translations ?? {} };
    const obstacles = obstaclesTo({ definition: read.definition, survey: around, today });
    if (obstacles.length > 0) throw new Conflict(obstacles.join(' '));
    const before = await latestVersion(tx, programme.authorityId, surveyId);
    if (!before) {
      await insertSurveyVersion(tx, {
        id: newId(now),
        authorityId: programme.authorityId,
        surveyId,
        number: 1,
        definition: read.definition,
        publishedAt: now,
        publishedBy: by.name,
        languages: survey.languages,
        accepted: null,
      });
    }
    const closesOn = survey.closesOn !== null && survey.closesOn < today ? null : survey.closesOn;
    const opensOn = survey.opensOn ?? today;
    await saveUnlessChanged(tx, programme, surveyId, survey.version, {
      status: 'open',
      opensOn,
      closesOn,
    });
    await record(tx, by, 'survey.opened', thing(surveyId), { title: survey.title });
  });
}

/** Closes a survey: its address says so from now on, and its answers stay. */
export async function closeSurvey(
  by: Person,
  programme: Programme,
  surveyId: string,
): Promise<void> {
  allow(by, 'survey.edit', programme);
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    if (survey.status !== 'open') return;
    await saveUnlessChanged(tx, programme, surveyId, survey.version, { status: 'closed' });
    await record(tx, by, 'survey.closed', thing(surveyId), { title: survey.title });
  });
}

async function saveUnlessChanged(
  tx: Writer,
  programme: Programme,
  surveyId: string,
  seen: number,
  change: Parameters<typeof updateSurvey>[4],
): Promise<void> {
  if (await updateSurvey(tx, programme.authorityId, surveyId, seen, change)) return;
  throw new Conflict('Somebody else changed this survey in the meantime. Look at it again first.');
}

const thing = (id: string) => ({ kind: 'survey', id });
