import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';
import { surveys } from './survey.ts';

const { table, text, whole, instant, json, index } = kit;

/**
 * Every table of a survey that was shown, exported or used as evidence: what was told, never who looked.
 * A later table of the same questions is held against it, so that two of them cannot be subtracted.
 */
export const publishedTables = table(
  'published_tables',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    /** The questions, the filter and how it was weighted, as app/needs/crosstabs/ledger.ts writes them. */
    spec: text('spec').notNull(),
    /** How many sets of answers it counts. */
    answers: whole('answers').notNull(),
    /** The figures as they were told, small numbers hidden. */
    figures: json<unknown>('figures').notNull(),
    /** shown, exported and evidence, those that it was, with a space between. */
    uses: text('uses').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [index('published_tables_spec').on(t.authorityId, t.surveyId, t.spec)],
);
