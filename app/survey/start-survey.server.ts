import { randomBytes } from 'node:crypto';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { insertSurvey } from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { beginningNamed } from './editor/beginning.ts';
import { questionnaireFor } from './from-template.ts';
import { surveyCodeFrom } from './reference.ts';
import type { SurveyFields } from './survey.ts';

/** Drafts a survey from a shipped questionnaire; nobody can answer it until it is opened. */
export async function startSurvey(
  by: Person,
  programme: Programme,
  input: SurveyFields & { templateId: string },
): Promise<string> {
  allow(by, 'survey.edit', programme);
  const template = beginningNamed(input.templateId);
  if (!template) throw new NotFound('questionnaire');
  const now = new Date();
  const id = newId(now);
  const { title, opensOn, closesOn, privacyNotice, keepUntil } = input;
  await theStore().write(null, async (tx) => {
    await insertSurvey(tx, {
      id,
      authorityId: programme.authorityId,
      programmeId: programme.id,
      title,
      code: surveyCodeFrom(randomBytes(16)),
      status: 'draft',
      opensOn,
      closesOn,
      privacyNotice,
      keepUntil,
      minutes: input.minutes ?? template.minutes,
      // What an authority's survey of needs nearly always stands on; the form asks, and so does the
      // page of checks before publishing.
      lawfulBasis: input.lawfulBasis ?? 'public-task',
      specialCondition: input.specialCondition ?? null,
      languages: null,
      translations: null,
      definition: questionnaireFor(template, programme),
      version: 1,
      createdAt: now,
    });
    await record(tx, by, 'survey.started', { kind: 'survey', id }, { title });
  });
  return id;
}
