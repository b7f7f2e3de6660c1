import { Model } from 'survey-core';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { insertSurveyVersion, updateSurvey } from '#db/survey.ts';
import { dislikedWordsOf } from '#db/survey-edits.ts';
import { councilJargon } from '#templates/words/index.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import type { Definition } from '#app/survey/definition.ts';
import { checkSurvey, type Checked } from './checks.ts';
import { draftOf, type Draft } from './edit-questions.server.ts';
import { sayCheck, type Check } from './finding.ts';
import { isSame } from './merge.ts';

/** A draft with everything that stands against publishing it. */
export async function checkedDraft(
  db: Reader,
  programme: Programme,
  surveyId: string,
  today: string,
): Promise<Checked & { draft: Draft }> {
  const draft = await draftOf(db, programme, surveyId);
  const { survey, definition } = draft;
  const disliked = await dislikedWordsOf(db, programme.authorityId);
  const checked = checkSurvey({
    definition,
    survey: {
      ...survey,
      languages: survey.languages ?? [],
      translations: survey.translations ?? {},
    },
    jargon: councilJargon.words,
    disliked,
    today,
    coreErrors: coreErrorsIn(definition),
  });
  return { ...checked, draft };
}

/** What survey-core itself complains of: properties and types that it does not know. */
function coreErrorsIn(definition: Definition): string[] {
  return (new Model(definition).jsonErrors ?? []).map(({ message }) => message);
}

export type Published =
  | { outcome: 'published'; number: number }
  | { outcome: 'obstacles'; checks: Check[] }
  /** There are warnings that were not shown to whoever publishes. */
  | { outcome: 'warnings'; checks: Check[] };

/**
 * Makes the draft a version that never changes, and opens the survey on it. Answers that are under way
 * are finished on the version with which they began; every answer keeps its own.
 *
 * @param seen the number of the draft that was checked
 * @param accepted the sentences of the warnings that were shown and accepted
 */
export async function publishSurvey(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
  accepted: readonly string[],
  today: string,
): Promise<Published> {
  allow(by, 'survey.edit', programme);
  const now = new Date();
  // Judged before the write, which keeps every family waiting while it lasts.
  const checked = await checkedDraft(theStore().read, programme, surveyId, today);
  const { checks } = checked;
  return theStore().write(`survey:${surveyId}`, async (tx): Promise<Published> => {
    const draft = await draftOf(tx, programme, surveyId);
    const { survey, definition, published } = draft;
    if (draft.number !== seen || !isSame(draft.survey, checked.draft.survey)) {
      const who = draft.last?.byName ?? 'Somebody';
      throw new Conflict(`${who} changed the survey since you checked it. Check it again.`);
    }
    if (checks.some(({ level }) => level === 'obstacle')) return { outcome: 'obstacles', checks };
    const warnings = checks.filter(({ level }) => level === 'warning').map(sayCheck);
    if (!warnings.every((warning) => accepted.includes(warning))) {
      return { outcome: 'warnings', checks };
    }
    const languages = survey.languages ?? [];
    const asBefore =
      isSame(published?.definition, definition) && isSame(published?.languages ?? [], languages);
    const number = (published?.number ?? 0) + (asBefore ? 0 : 1);
    if (!asBefore) {
      await insertSurveyVersion(tx, {
        id: newId(now),
        authorityId: programme.authorityId,
        surveyId,
        number,
        definition,
        publishedAt: now,
        publishedBy: by.name,
        languages,
        accepted: warnings,
      });
      const details = { number, title: survey.title };
      await record(tx, by, 'survey.published', { kind: 'survey', id: surveyId }, details);
    }
    if (survey.status !== 'open') await open(tx, by, draft, today);
    return { outcome: 'published', number };
  });
}

async function open(
  tx: Parameters<typeof updateSurvey>[0],
  by: Person,
  { survey }: Draft,
  today: string,
): Promise<void> {
  const { authorityId, id, title, version } = survey;
  const closesOn = survey.closesOn !== null && survey.closesOn < today ? null : survey.closesOn;
  const opensOn = survey.opensOn ?? today;
  const saved = await updateSurvey(tx, authorityId, id, version, {
    status: 'open',
    opensOn,
    closesOn,
  });
  if (!saved) throw new Conflict('Somebody else changed this survey in the meantime. Look again.');
  await record(tx, by, 'survey.opened', { kind: 'survey', id }, { title });
}
