import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';
import { surveys } from './survey.ts';

const { table, text, whole, day, instant, index, uniqueIndex } = kit;

/** A speaker of a language has read our words in it for this authority, as an administrator says. */
export const languageChecks = table(
  'language_checks',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    language: text('language').notNull(),
    /** Who read it, as the administrator wrote it: "Amina, interpreter of the council". */
    checkedBy: text('checked_by').notNull(),
    checkedOn: day('checked_on').notNull(),
    /** Digest of the words as they stood: words that changed since need another look. */
    digest: text('digest').notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [uniqueIndex('language_checks_language').on(t.authorityId, t.language)],
);

/** A better wording that an authority's speaker gave for one of our texts. */
export const languageWordings = table(
  'language_wordings',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    language: text('language').notNull(),
    /** Which text: a key of app/survey/languages/words.ts. */
    name: text('name').notNull(),
    wording: text('wording').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [uniqueIndex('language_wordings_name').on(t.authorityId, t.language, t.name)],
);

/**
 * How many needed about how long for a survey, in steps of 15 seconds. Counts alone, joined to no
 * answers, so that the time anybody took is not kept.
 */
export const surveyPaces = table(
  'survey_paces',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    /** From this many times 15 seconds. */
    step: whole('step').notNull(),
    answers: whole('answers').notNull(),
  },
  (t) => [
    uniqueIndex('survey_paces_step').on(t.authorityId, t.surveyId, t.step),
    index('survey_paces_survey').on(t.authorityId, t.surveyId),
  ],
);
