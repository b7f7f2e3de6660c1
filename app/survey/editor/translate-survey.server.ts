import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { saveDraft } from '#db/survey-edits.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { isLanguageCode } from '#app/survey/languages/languages.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { editQuestions, type Draft, type Edited } from './edit-questions.server.ts';
import { textsOf, type Text } from './texts.ts';

/** The texts around the questions: they belong to the survey and are translated beside them. */
const AROUND = ['title', 'privacyNotice'] as const;

/** Every text of a survey that families read in the author's words, what stands around it first. */
export function surveyTexts({ survey, definition }: Pick<Draft, 'survey' | 'definition'>): Text[] {
  const translations = survey.translations ?? {};
  const around = AROUND.map((key): Text => ({
    key: `survey/${key}`,
    where: key === 'title' ? 'Title of the survey' : 'Privacy notice: keep {keepUntil} as it is',
    english: survey[key],
    words: Object.fromEntries(
      Object.entries(translations).map(([code, words]) => [code, words[key] ?? '']),
    ),
    long: key === 'privacyNotice',
  }));
  return [...around, ...textsOf(definition)];
}

/** Chooses the languages besides English in which the next version is asked. */
export async function chooseLanguages(
  by: Person,
  programme: Programme,
  surveyId: string,
  codes: readonly string[],
): Promise<void> {
  allow(by, 'survey.edit', programme);
  const languages = [...new Set(codes.filter((code) => isLanguageCode(code) && code !== 'en'))];
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    await saveDraft(tx, programme.authorityId, surveyId, { languages });
    const thing = { kind: 'survey', id: surveyId };
    await record(tx, by, 'survey.languages-changed', thing, { title: survey.title });
  });
}

/** Saves texts in one language; those around the questions hold at once, the others when published. */
export async function saveTexts(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
  language: string,
  texts: Readonly<Record<string, string>>,
): Promise<Edited> {
  allow(by, 'survey.edit', programme);
  const own = Object.entries(texts).filter(([key]) => key.startsWith('survey/'));
  const inside = Object.entries(texts).filter(([key]) => !key.startsWith('survey/'));
  let edited: Edited = { outcome: 'saved', number: seen, what: '' };
  if (inside.length > 0) {
    const operation = { kind: 'translate', language, texts: Object.fromEntries(inside) } as const;
    edited = await editQuestions(by, programme, surveyId, seen, operation);
    if (edited.outcome !== 'saved') return edited;
  }
  if (own.length > 0) {
    await theStore().write(`survey:${surveyId}`, async (tx) => {
      const survey = await surveyOf(tx, programme, surveyId);
      const before = survey.translations ?? {};
      const words = { ...before[language] };
      for (const [key, text] of own) {
        if (key === 'survey/title') words.title = text;
        if (key === 'survey/privacyNotice') words.privacyNotice = text;
      }
      const translations = { ...before, [language]: words };
      await saveDraft(tx, programme.authorityId, surveyId, { translations });
      const thing = { kind: 'survey', id: surveyId };
      await record(tx, by, 'survey.changed', thing, { title: survey.title });
    });
  }
  return edited;
}
