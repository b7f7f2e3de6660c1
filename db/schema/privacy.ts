import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';
import { surveys } from './survey.ts';

const { table, text, whole, bool, instant, day, json, index, uniqueIndex } = kit;

/**
 * Who read what people told us: one row a page or file that showed it, apart from the trail of changes.
 * It says what kind of thing and how many, and nothing of what they said. Rows are added and never
 * changed; they go when their time is over.
 */
export const readings = table(
  'readings',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    at: instant('at').notNull(),
    personId: text('person_id').notNull(),
    /** As they were called and what they were then. */
    personName: text('person_name').notNull(),
    personRole: text('person_role').notNull(),
    /** A code of app/people/readings.ts. */
    what: text('what').notNull(),
    thingKind: text('thing_kind').notNull(),
    thingId: text('thing_id').notNull(),
    /** The page, without its query. */
    path: text('path').notNull(),
    /** It left as a file. */
    asFile: bool('as_file').notNull(),
    /** How many sets of answers, comments or people were on it; null where nobody counted. */
    count: whole('count'),
  },
  (t) => [
    index('readings_newest').on(t.authorityId, t.at),
    index('readings_person').on(t.authorityId, t.personId, t.at),
  ],
);

/**
 * What was erased: only a digest of its id, so that a restored backup can be made to forget it again.
 * The same lines stand in a file of the data folder, which no restore brings back to an earlier day.
 */
export const erasures = table(
  'erasures',
  {
    /** SHA-256 of the kind and the id that the row had. */
    key: text('key').primaryKey(),
    ...ofAuthority(),
    /** response, import, interest, member or staff. */
    kind: text('kind').notNull(),
    /** Their words went too, where that was asked. */
    words: bool('words').notNull(),
    erasedOn: day('erased_on').notNull(),
  },
  (t) => [index('erasures_day').on(t.authorityId, t.erasedOn)],
);

/** Requests of people about their data: what was asked, until when it is to be answered, and what came. */
export const dataRequests = table(
  'data_requests',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    /** A code of app/privacy/requests.ts: access, erasure, objection … */
    kind: text('kind').notNull(),
    /** family, member, staff or other. */
    about: text('about').notNull(),
    /** By what the authority knows who asked: a case number, or a name. Emptied when its time is over. */
    who: text('who').notNull(),
    receivedOn: day('received_on').notNull(),
    /** By how many months the answer was put off, 0 to 2, and the reason that the person was told. */
    extendedBy: whole('extended_by').notNull(),
    extendedBecause: text('extended_because').notNull(),
    /** open, done, part, refused or withdrawn. */
    outcome: text('outcome').notNull(),
    answeredOn: day('answered_on'),
    note: text('note').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('data_requests_due').on(t.authorityId, t.outcome, t.receivedOn)],
);

/** What the authority itself writes into its impact assessment and its record of processing. */
export const privacyDocuments = table(
  'privacy_documents',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    /** dpia or ropa. */
    document: text('document').notNull(),
    /** The programme that an assessment is of; the authority itself for the record. */
    scope: text('scope').notNull(),
    fields: json<Record<string, string>>('fields').notNull(),
    version: whole('version').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [uniqueIndex('privacy_documents_scope').on(t.authorityId, t.document, t.scope)],
);

/** Up to which day the answers of a survey were mixed, so that their places tell no order of arrival. */
export const mixedAnswers = table('mixed_answers', {
  surveyId: text('survey_id')
    .primaryKey()
    .references(() => surveys.id, { onDelete: 'cascade' }),
  ...ofAuthority(),
  mixedTo: day('mixed_to').notNull(),
});
