import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';
import { planLines } from './plan.ts';

const { table, text, instant, uniqueIndex } = kit;

/** Why a plan line is in the plan although no need stands behind it, such as a duty in law. */
export const lineReasons = table(
  'line_reasons',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    lineId: text('line_id')
      .notNull()
      .references(() => planLines.id, { onDelete: 'cascade' }),
    because: text('because').notNull(),
    saidBy: text('said_by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('line_reasons_once').on(t.authorityId, t.lineId)],
);
