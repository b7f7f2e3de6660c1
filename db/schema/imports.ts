import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { surveys } from './survey.ts';

const { table, text, whole, instant, day, json, index, primaryKey } = kit;

/**
 * A file of answers on its way in. The file itself waits in the data folder under this id; nothing
 * of it is among the answers until all of it is. Removed when the answers came in, when somebody
 * leaves it, or after a day.
 */
export const answerFiles = table(
  'answer_files',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** The survey that the answers belong to; null where the file makes a survey of its own. */
    surveyId: text('survey_id').references(() => surveys.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    /** csv or xlsx. */
    format: text('format').notNull(),
    /** SHA-256 of the bytes. */
    digest: text('digest').notNull(),
    bytes: whole('bytes').notNull(),
    /** reading, columns, checking, checked, storing, done, refused or stopped. */
    status: text('status').notNull(),
    /** How much of the running step is done, of a thousand. */
    progress: whole('progress').notNull(),
    /** How the file is laid out, once it was read: headings, guesses and a few examples. */
    layout: json<unknown>('layout'),
    /** What each column was said to hold. */
    mapping: json<unknown>('mapping'),
    /** What the last step found: problems, or what came in. */
    outcome: json<unknown>('outcome'),
    broughtBy: text('brought_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('answer_files_programme').on(t.authorityId, t.programmeId),
    index('answer_files_survey').on(t.authorityId, t.surveyId),
  ],
);

/**
 * Answers of a file that is being brought in, row by row, out of sight of every page. One statement
 * moves them all to `responses`, so that all of them are there or none.
 */
export const stagedAnswers = table(
  'staged_answers',
  {
    ...ofAuthority(),
    /** The import that brings them. */
    importId: text('import_id').notNull(),
    /** Which row, from 1. */
    n: whole('n').notNull(),
    id: text('id').notNull(),
    surveyId: text('survey_id').notNull(),
    versionId: text('version_id').notNull(),
    reference: text('reference').notNull(),
    submissionKey: text('submission_key').notNull(),
    channel: text('channel').notNull(),
    answeredOn: day('answered_on').notNull(),
    answers: json<Record<string, unknown>>('answers').notNull(),
    flag: text('flag').notNull(),
    /** See responses.ownWords. */
    ownWords: whole('own_words'),
  },
  (t) => [primaryKey({ name: 'staged_answers_row', columns: [t.authorityId, t.importId, t.n] })],
);
