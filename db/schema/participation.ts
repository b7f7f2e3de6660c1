import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';

const { table, text, whole, instant, json, index, uniqueIndex } = kit;

/**
 * The participation part of a quarter's return to the department. A draft is computed each time it
 * is looked at; what was submitted is frozen as it was, and a later version stands beside it.
 */
export const participationReturns = table(
  'participation_returns',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** 2026-Q2: April to June 2026. */
    quarter: text('quarter').notNull(),
    /** 1 for the first that is submitted, 2 for its correction. */
    number: whole('number').notNull(),
    /** What only a person can say: whether feedback changed something, and an example. */
    answers: json<Record<string, string>>('answers').notNull(),
    /** The lines as they were submitted; null while it is a draft. */
    frozen: json<unknown>('frozen'),
    submittedAt: instant('submitted_at'),
    submittedBy: text('submitted_by'),
    version: whole('version').notNull(),
  },
  (t) => [
    uniqueIndex('participation_returns_once').on(t.authorityId, t.programmeId, t.quarter, t.number),
  ],
);

/** A figure that a person put in place of the computed one, with the reason. The last one stands. */
export const participationCorrections = table(
  'participation_corrections',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    quarter: text('quarter').notNull(),
    /** The line of the return: SPCP05, SPCP08.female. */
    line: text('line').notNull(),
    /** Null: the computed figure stands again. */
    value: whole('value'),
    reason: text('reason').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('participation_corrections_quarter').on(t.authorityId, t.programmeId, t.quarter)],
);
