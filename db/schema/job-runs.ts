import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';

const { table, text, instant, primaryKey } = kit;

/**
 * When the work that nobody presses a button for was last done for an authority: deletion on the
 * promised day, backups. What is not done in time is shown to administrators and by `doctor`.
 */
export const jobRuns = table(
  'job_runs',
  {
    ...ofAuthority(),
    job: text('job').notNull(),
    lastDoneAt: instant('last_done_at'),
    lastFailedAt: instant('last_failed_at'),
  },
  (t) => [primaryKey({ columns: [t.authorityId, t.job] })],
);
