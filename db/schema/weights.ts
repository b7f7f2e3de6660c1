import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { responses, surveys } from './survey.ts';

const { table, text, whole, real, instant, day, json, bool, index, uniqueIndex } = kit;

/** What the population of families looks like by one question of a survey. */
export const populationMargins = table(
  'population_margins',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    /** The name of the question whose answers are compared. */
    question: text('question').notNull(),
    /** people or percent: what the figures of the groups are. */
    unit: text('unit').notNull(),
    /** Each group of the population with the answers that count as it, and its figure. */
    groups: json<{ label: string; options: string[]; figure: number }[]>('groups').notNull(),
    /** Where the figures come from, and the day they speak of. */
    source: text('source').notNull(),
    asAt: day('as_at').notNull(),
    /** Nobody counted it: it stands until a figure with a source does. */
    assumed: bool('assumed').notNull(),
    version: whole('version').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (t) => [uniqueIndex('population_margins_question').on(t.authorityId, t.surveyId, t.question)],
);

/** How the answers to a survey are weighted. No row, or one that is off: they are not. */
export const weightings = table(
  'weightings',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    on: bool('is_on').notNull(),
    questions: json<string[]>('questions').notNull(),
    /** The least and the most that one answer may count, the mean being 1. */
    lowest: real('lowest').notNull(),
    highest: real('highest').notNull(),
    /** own-group or left-out: what becomes of answers that do not say a group. */
    missing: text('missing').notNull(),
    version: whole('version').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (t) => [uniqueIndex('weightings_survey').on(t.authorityId, t.surveyId)],
);

/** What was decided about a set of answers that something marks: never deleted, only set aside. */
export const answerReviews = table(
  'answer_reviews',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    responseId: text('response_id')
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    /** set-aside or keep. */
    decision: text('decision').notNull(),
    reason: text('reason').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: text('decided_by').notNull(),
  },
  (t) => [
    uniqueIndex('answer_reviews_response').on(t.authorityId, t.surveyId, t.responseId),
    index('answer_reviews_of').on(t.responseId),
  ],
);

/** Two answers that hardly go together, as the survey's author sees it: marked, not forbidden. */
export const implausiblePairs = table(
  'implausible_pairs',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    question: text('question').notNull(),
    option: text('option').notNull(),
    otherQuestion: text('other_question').notNull(),
    otherOption: text('other_option').notNull(),
    why: text('why').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (t) => [index('implausible_pairs_survey').on(t.authorityId, t.surveyId)],
);

/** What was done to reach families who are missing from the answers, day by day. */
export const reachNotes = table(
  'reach_notes',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    /** The label of the group that it was for. */
    group: text('group_label').notNull(),
    doneOn: day('done_on').notNull(),
    words: text('words').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    /** Taken out, and can still be put back. */
    removedAt: instant('removed_at'),
  },
  (t) => [index('reach_notes_survey').on(t.authorityId, t.surveyId, t.doneOn)],
);

/** An authority's own words on where a group of families is found, beside the shipped ones. */
export const findingWords = table(
  'finding_words',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** The kind of group in templates/missing, such as fathers. */
    kind: text('kind').notNull(),
    words: text('words').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('finding_words_programme').on(t.authorityId, t.programmeId, t.kind)],
);
