import { kit } from '../dialect.ts';
import { needs } from './needs.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { programmes } from './people.ts';

const { table, text, whole, instant, json, index, uniqueIndex } = kit;

/** How a need scores on one criterion of the rule of priorities, with the reason. */
export const needScores = table(
  'need_scores',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    needId: text('need_id')
      .notNull()
      .references(() => needs.id, { onDelete: 'cascade' }),
    /** size, severity, voice or inequality. */
    criterion: text('criterion').notNull(),
    score: whole('score').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [
    uniqueIndex('need_scores_once').on(t.authorityId, t.needId, t.criterion),
    index('need_scores_programme').on(t.authorityId, t.programmeId),
  ],
);

/** How a programme weighs the criteria, and from how many points a need is high or medium. */
export const priorityRules = table(
  'priority_rules',
  {
    programmeId: text('programme_id')
      .primaryKey()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    ...ofAuthority(),
    weights: json<Record<string, number>>('weights').notNull(),
    highFrom: whole('high_from').notNull(),
    mediumFrom: whole('medium_from').notNull(),
    reason: text('reason').notNull(),
    version: whole('version').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  // Whoever is erased is looked for in the reasons of all programmes of an authority.
  (t) => [index('priority_rules_authority').on(t.authorityId)],
);

/** What happened to a need, field by field; of one that was taken out, what puts it back. */
export const needChanges = table(
  'need_changes',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    needId: text('need_id').notNull(),
    /** added, changed, scored, by-rule, set-aside, taken-up, removed or put-back. */
    what: text('what').notNull(),
    fields: json<{ field: string; before: string; after: string }[]>('fields').notNull(),
    /** The need as it stood with its scores and ties, when it was removed; null otherwise. */
    kept: json<unknown>('kept'),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [index('need_changes_programme').on(t.authorityId, t.programmeId, t.needId)],
);
