import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { authorities } from './people.ts';

const { table, text, whole, bool, instant, json, index, uniqueIndex } = kit;

/**
 * Whom to tell when somebody's words say that a child or an adult may be at risk: one line an
 * authority, as staff and families read it.
 */
export const dutyContacts = table('duty_contacts', {
  authorityId: text('authority_id')
    .primaryKey()
    .references(() => authorities.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  role: text('role').notNull(),
  phone: text('phone').notNull(),
  hours: text('hours').notNull(),
  /** What staff do when nobody answers. */
  outOfHours: text('out_of_hours').notNull(),
  /** The authority's own line for families, as the page of help prints it; may be empty. */
  familyLine: text('family_line').notNull(),
  familyPhone: text('family_phone').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/**
 * Words that somebody, or the cautious list of words, found worrying. While it is open the words are
 * read only by those who may see it; everybody else reads that they are being looked at.
 */
export const safeguardingFlags = table(
  'safeguarding_flags',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** Where the words stand: vote, statement, response, note, meeting-note or interest. */
    sourceKind: text('source_kind').notNull(),
    sourceId: text('source_id').notNull(),
    /** The question's name for an answer, the field's name elsewhere; may be empty. */
    question: text('question').notNull(),
    /** The words as they stood: the writer may change them meanwhile. Emptied when asked to. */
    words: text('words').notNull(),
    /** What the list of words found, by its groups; empty where only a person flagged. */
    found: json<string[]>('found').notNull(),
    /** open or closed. */
    state: text('state').notNull(),
    /** How it ended, from the list in app/panel/care/flag.ts; empty while it is open. */
    outcome: text('outcome').notNull(),
    /** The writer asked for their words to go: they go when this is closed. */
    forgetWords: bool('forget_words').notNull(),
    raisedAt: instant('raised_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    index('safeguarding_flags_state').on(t.authorityId, t.state, t.raisedAt),
    index('safeguarding_flags_source').on(t.authorityId, t.sourceKind, t.sourceId),
    index('safeguarding_flags_programme').on(t.authorityId, t.programmeId, t.state),
  ],
);

/** What happened to a flag, and who looked at it: rows are added and never changed. */
export const safeguardingLog = table(
  'safeguarding_log',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    /** Null for a look at the list of all of them. */
    flagId: text('flag_id').references(() => safeguardingFlags.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    /** Null where the list of words did it. */
    staffId: text('staff_id'),
    staffName: text('staff_name').notNull(),
    /** raised, looked, did, closed or reopened. */
    what: text('what').notNull(),
    /** What was done or seen, in the words of whoever did it. */
    words: text('words').notNull(),
  },
  (t) => [
    index('safeguarding_log_flag').on(t.authorityId, t.flagId, t.at),
    index('safeguarding_log_newest').on(t.authorityId, t.at),
  ],
);

/**
 * Words that are not shown to others, with the reason that their writer reads. The last row of a
 * source stands; earlier ones say what was decided before.
 */
export const moderations = table(
  'moderations',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    sourceKind: text('source_kind').notNull(),
    sourceId: text('source_id').notNull(),
    question: text('question').notNull(),
    /** removed or restored. */
    decision: text('decision').notNull(),
    reason: text('reason').notNull(),
    /** Which decision of this source it is: 1, 2, … */
    turn: whole('turn').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [
    uniqueIndex('moderations_turn').on(t.authorityId, t.sourceKind, t.sourceId, t.question, t.turn),
    index('moderations_programme').on(t.authorityId, t.programmeId),
  ],
);
