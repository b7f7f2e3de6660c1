import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';
import { responses, surveys, surveyVersions } from './survey.ts';

const { table, text, whole, bool, instant, day, json, index, uniqueIndex } = kit;

/**
 * A pile of answers that staff bring in by hand: paper forms, calls, interviews, a day out with a
 * tablet. All answers of a batch were given to the same version of the questions.
 */
export const entryBatches = table(
  'entry_batches',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    versionId: text('version_id')
      .notNull()
      .references(() => surveyVersions.id, { onDelete: 'cascade' }),
    /** paper, telephone, interview or outreach. */
    channel: text('channel').notNull(),
    place: text('place').notNull(),
    /** The day on which the forms came in, or the calls were made. */
    receivedOn: day('received_on').notNull(),
    /** How many forms there are to enter; null when nobody counted them. */
    expected: whole('expected'),
    /** open, checking (a sample is being entered again) or closed. */
    status: text('status').notNull(),
    /** How many of a hundred forms are entered a second time; 0: none. */
    sampleShare: whole('sample_share').notNull(),
    /** What the sample was drawn with, so that the draw can be done again; null before it. */
    sampleSeed: text('sample_seed'),
    version: whole('version').notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [index('entry_batches_survey').on(t.authorityId, t.surveyId)],
);

/** Who entered which answers in a batch. Goes with the answers when they are deleted. */
export const batchEntries = table(
  'batch_entries',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    batchId: text('batch_id')
      .notNull()
      .references(() => entryBatches.id, { onDelete: 'cascade' }),
    responseId: text('response_id')
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    /** The number that is written on the form; by chance where a tablet brought it. */
    number: whole('number').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredOn: day('entered_on').notNull(),
    /** Drawn for being entered a second time. */
    sampled: bool('sampled').notNull(),
  },
  (t) => [
    uniqueIndex('batch_entries_number').on(t.authorityId, t.batchId, t.number),
    index('batch_entries_response').on(t.authorityId, t.responseId),
    index('batch_entries_of').on(t.responseId),
  ],
);

/** A form of the sample as somebody else read it, without having seen the first reading. */
export const secondEntries = table(
  'second_entries',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    batchId: text('batch_id')
      .notNull()
      .references(() => entryBatches.id, { onDelete: 'cascade' }),
    entryId: text('entry_id')
      .notNull()
      .references(() => batchEntries.id, { onDelete: 'cascade' }),
    /** The first reading as it stood then, for the error rate: putting it right must not better it. */
    firstAnswers: json<Record<string, unknown>>('first_answers').notNull(),
    answers: json<Record<string, unknown>>('answers').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredOn: day('entered_on').notNull(),
    /** Question name to first, second or neither: which reading the form bears out. */
    settled: json<Record<string, string>>('settled').notNull(),
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    uniqueIndex('second_entries_entry').on(t.authorityId, t.entryId),
    index('second_entries_batch').on(t.authorityId, t.batchId),
  ],
);

/**
 * A tablet that was prepared for working off line. Its token sends answers into one batch and does
 * nothing else. Answers are sealed on the tablet with the public key and opened here: on the tablet
 * nobody can read them, not even who set it up.
 */
export const outreachTablets = table(
  'outreach_tablets',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    batchId: text('batch_id')
      .notNull()
      .references(() => entryBatches.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token that the tablet holds. */
    tokenHash: text('token_hash').notNull(),
    /** Who prepared it, and is said to have entered what it sends. */
    personId: text('person_id').notNull(),
    publicKey: json<Record<string, unknown>>('public_key').notNull(),
    privateKey: json<Record<string, unknown>>('private_key').notNull(),
    createdAt: instant('created_at').notNull(),
    /** After this day it must be prepared again; nothing on it is lost. */
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('outreach_tablets_token').on(t.tokenHash),
    index('outreach_tablets_batch').on(t.authorityId, t.batchId),
  ],
);
