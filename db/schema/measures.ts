import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';
import { theories } from './theory.ts';

const { table, text, real, bool, day, instant, index, uniqueIndex } = kit;

/**
 * The figures of the measures of a theory, one row a period and group. Rows are only added: a
 * correction is a new row that takes the place of the old one, and the old one says which that is.
 */
export const measureValues = table(
  'measure_values',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    theoryId: text('theory_id')
      .notNull()
      .references(() => theories.id, { onDelete: 'cascade' }),
    /** The measure: a piece of the theory. It may have been removed since, and come back. */
    measureId: text('measure_id').notNull(),
    /** First and last day that the figure speaks of. */
    periodStart: day('period_start').notNull(),
    periodEnd: day('period_end').notNull(),
    /** In the unit of the measure; a share in per cent is 0 to 100. */
    value: real('value').notNull(),
    numerator: real('numerator'),
    denominator: real('denominator'),
    /** By what it is broken down, and which group this is; both empty for everybody together. */
    breakdown: text('breakdown').notNull(),
    groupName: text('group_name').notNull(),
    note: text('note').notNull(),
    personName: text('person_name').notNull(),
    at: instant('at').notNull(),
    /** The row that took its place; empty while it stands, so that only one row stands at a time. */
    replacedBy: text('replaced_by').notNull(),
    /** A row that takes the place of a wrong one and says that there is no figure. */
    withdrawn: bool('withdrawn').notNull(),
  },
  (t) => [
    index('measure_values_theory').on(t.authorityId, t.theoryId, t.measureId),
    uniqueIndex('measure_values_once').on(
      t.authorityId,
      t.theoryId,
      t.measureId,
      t.periodStart,
      t.periodEnd,
      t.breakdown,
      t.groupName,
      t.replacedBy,
    ),
  ],
);
