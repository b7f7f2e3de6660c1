import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';
import { surveys } from './survey.ts';

const { table, text, day, uniqueIndex } = kit;

/** What stands on a survey's paper forms besides its questions. */
export const surveyPapers = table(
  'survey_papers',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    /** Where forms are sent or brought back to, line by line. */
    returnAddress: text('return_address').notNull(),
    /** By when; null: as the survey closes. */
    returnBy: day('return_by'),
  },
  (t) => [uniqueIndex('survey_papers_survey').on(t.authorityId, t.surveyId)],
);
