import { sql } from 'drizzle-orm';
import { kit } from '../dialect.ts';
import { MAY_HOLD_WORDS } from './may-hold-words.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, instant, day, json, index, uniqueIndex } = kit;

/** A questionnaire's life: drafted, opened on a public address, closed. */
export const surveys = table(
  'surveys',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    title: text('title').notNull(),
    /** The short word in the public address /s/CODE: unguessable enough, easy to type. */
    code: text('code').notNull(),
    /** draft, open or closed. */
    status: text('status').notNull(),
    opensOn: day('opens_on'),
    closesOn: day('closes_on'),
    /** What families are told before they answer: purpose, who sees it, how long it is kept. */
    privacyNotice: text('privacy_notice').notNull(),
    /** The day after which answers are deleted. */
    keepUntil: day('keep_until').notNull(),
    /** How many minutes it takes most people, said before they begin. */
    minutes: whole('minutes').notNull(),
    /** The lawful basis under Article 6 of the UK GDPR: see app/survey/lawful-basis.ts. */
    lawfulBasis: text('lawful_basis'),
    /** The condition of Article 9 for answers about health, ethnic group, religion and the like. */
    specialCondition: text('special_condition'),
    /** The codes of the languages besides English that the next version is asked in; null: none. */
    languages: json<string[]>('languages'),
    /** The title and the privacy notice in those languages. */
    translations: json<Record<string, { title?: string; privacyNotice?: string }>>('translations'),
    /** What will be asked when it is opened: SurveyJS JSON, still free to change. */
    definition: json<unknown>('definition').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('surveys_code').on(t.code),
    index('surveys_programme').on(t.authorityId, t.programmeId),
  ],
);

/** What was asked: SurveyJS JSON, never changed once published. Answers keep the version they answered. */
export const surveyVersions = table(
  'survey_versions',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    number: whole('number').notNull(),
    definition: json<unknown>('definition').notNull(),
    publishedAt: instant('published_at').notNull(),
    /** Who published it, by the name that they had. */
    publishedBy: text('published_by'),
    /** The codes of the languages besides English that it is asked in; null: English only. */
    languages: json<string[]>('languages'),
    /** What the checks warned of and the publisher accepted, as sentences. */
    accepted: json<string[]>('accepted'),
  },
  (t) => [uniqueIndex('survey_versions_number').on(t.authorityId, t.surveyId, t.number)],
);

/**
 * The questions of a draft after each change, so that a change can be taken back and somebody who
 * edits beside another sees what changed. Number 0 is how it was before the first change.
 */
export const surveyEdits = table(
  'survey_edits',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    number: whole('number').notNull(),
    definition: json<unknown>('definition').notNull(),
    /** What was done, as the end of a sentence: removed “What gets in the way?”. */
    what: text('what').notNull(),
    byName: text('by_name').notNull(),
    /** For a change taken back: the number of the earlier state that stands again. */
    restores: whole('restores'),
    editedAt: instant('edited_at').notNull(),
  },
  (t) => [uniqueIndex('survey_edits_number').on(t.authorityId, t.surveyId, t.number)],
);

/** Words that families of an authority said they dislike, and what they would rather read. */
export const dislikedWords = table(
  'disliked_words',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    words: text('words').notNull(),
    /** What families would rather read; empty where they did not say. */
    instead: text('instead').notNull(),
    /** Who said so, where and when: "Parents at the Brookside hub, May 2026". */
    saidBy: text('said_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [index('disliked_words_authority').on(t.authorityId)],
);

/**
 * Answers under way, saved page by page, so that a crash loses at most the page not yet sent.
 * The key is the SHA-256 of the token in the respondent's cookie.
 */
export const drafts = table(
  'drafts',
  {
    tokenHash: text('token_hash').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    versionId: text('version_id')
      .notNull()
      .references(() => surveyVersions.id, { onDelete: 'cascade' }),
    answers: json<Record<string, unknown>>('answers').notNull(),
    /** Minted with the first page; the submission carries it, and the same key is stored once. */
    submissionKey: text('submission_key').notNull(),
    /** See responses.flag. */
    flag: text('flag').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** The language of the page last sent; null: English, or begun before there was a choice. */
    language: text('language'),
    /** When the first page was given out; null when it did not say so truthfully. */
    startedAt: instant('started_at'),
    /** Keyed hash of the phrase with which it can be taken up on another phone; null: not asked for. */
    phraseHash: text('phrase_hash'),
  },
  (t) => [
    index('drafts_survey').on(t.authorityId, t.surveyId),
    index('drafts_age').on(t.authorityId, t.updatedAt),
    uniqueIndex('drafts_phrase').on(t.authorityId, t.surveyId, t.phraseHash),
  ],
);

/**
 * One finished set of answers: one row, one durable write, one row to erase. Only the day is kept,
 * and no address, so that "anonymous" is true.
 */
export const responses = table(
  'responses',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    versionId: text('version_id')
      .notNull()
      .references(() => surveyVersions.id, { onDelete: 'cascade' }),
    /** The reference that the respondent keeps, such as K7QM-4RXD. */
    reference: text('reference').notNull(),
    submissionKey: text('submission_key').notNull(),
    /** web, paper, telephone, interview, outreach or import. */
    channel: text('channel').notNull(),
    /** The import that brought it, if one did. */
    importId: text('import_id'),
    answeredOn: day('answered_on').notNull(),
    /**
     * Question name to answer, as survey-core writes it. Null: asked and left empty. No key: not
     * asked. The words of "something else" stand under the name with -Comment.
     */
    answers: json<Record<string, unknown>>('answers').notNull(),
    /** Why it may not come from a family: codes of app/survey/flags.ts with a space between. */
    flag: text('flag').notNull(),
    /** The language it was answered in on our pages; null where nobody knows. It counts as an answer. */
    language: text('language'),
    /**
     * How many questions are answered in words of one's own, by the version answered; null where it was
     * not counted. What people wrote is looked for only where this is not 0.
     */
    ownWords: whole('own_words'),
  },
  (t) => [
    uniqueIndex('responses_submission_key').on(t.submissionKey),
    uniqueIndex('responses_reference').on(t.reference),
    index('responses_survey').on(t.authorityId, t.surveyId, t.answeredOn, t.id),
    // Counts by survey and by day. Without the id PostgreSQL keeps one entry for many rows, in order of
    // their places: a count of 20,000 answers among three million looks at 360 blocks and not 4,300.
    index('responses_days').on(t.authorityId, t.surveyId, t.answeredOn),
    // Nobody's language is known of what came on paper or in a file.
    index('responses_languages')
      .on(t.authorityId, t.surveyId, t.language)
      .where(sql`language is not null`),
    index('responses_own_words').on(t.authorityId, t.surveyId).where(sql.raw(MAY_HOLD_WORDS)),
  ],
);

/** A file of answers brought in from elsewhere, recognised again by its digest. */
export const answerImports = table(
  'answer_imports',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the bytes. */
    digest: text('digest').notNull(),
    rows: whole('rows').notNull(),
    mapping: json<unknown>('mapping').notNull(),
    importedAt: instant('imported_at').notNull(),
    importedBy: text('imported_by').notNull(),
  },
  (t) => [uniqueIndex('answer_imports_file').on(t.authorityId, t.surveyId, t.digest)],
);
