import { kit } from '../dialect.ts';
import { consultations } from './panel.ts';
import { ofAuthority } from './owned.ts';
import { authorities } from './people.ts';

const { table, text, whole, instant, day, json, index } = kit;

/**
 * What a formal consultation has to show, test by test: a row a consultation, its parts as JSON in the
 * shapes of app/panel/formal/record.ts. A part is null until somebody has written it.
 */
export const formalRecords = table(
  'formal_records',
  {
    consultationId: text('consultation_id')
      .primaryKey()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    ...ofAuthority(),
    parts: json<Record<string, unknown>>('parts').notNull(),
    version: whole('version').notNull(),
  },
  (t) => [index('formal_records_authority').on(t.authorityId)],
);

/** What stood in a part before it was put right or taken back, and why: added to, never changed. */
export const formalCorrections = table(
  'formal_corrections',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    /** The part, and whether it was corrected or taken back. */
    part: text('part').notNull(),
    what: text('what').notNull(),
    why: text('why').notNull(),
    before: json<unknown>('before'),
  },
  (t) => [index('formal_corrections_of').on(t.authorityId, t.consultationId, t.at)],
);

/** The equality impact assessment of a consultation as a file, in base64. */
export const formalFiles = table(
  'formal_files',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    type: text('type').notNull(),
    body: text('body').notNull(),
  },
  (t) => [index('formal_files_of').on(t.authorityId, t.consultationId)],
);

/** How long an authority's formal consultations stay open at least, and when few people answer. */
export const consultingTimes = table('consulting_times', {
  authorityId: text('authority_id')
    .primaryKey()
    .references(() => authorities.id, { onDelete: 'cascade' }),
  leastDays: whole('least_days').notNull(),
  /** Why not less, as the record prints it. */
  why: text('why').notNull(),
  /** Days of elections: the weeks before them are no time to ask. */
  elections: json<string[]>('elections').notNull(),
  changedOn: day('changed_on').notNull(),
});
