import { and, asc, count, eq, min } from 'drizzle-orm';
import { authorities, jobRuns } from './schema/index.ts';
import { acrossAuthorities } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

/** The work that is noted: one fixed word each. */
export type Job = 'promises' | 'backup' | 'log' | 'mixing';

/** Notes that a job was done for an authority, or failed. */
export const noteRun = (tx: Writer, authorityId: string, job: Job, at: Date, done: boolean) =>
  noteRuns(tx, [authorityId], job, at, done);

/** The same for several authorities at once; there is one at least. */
export async function noteRuns(
  tx: Writer,
  authorityIds: readonly string[],
  job: Job,
  at: Date,
  done: boolean,
): Promise<void> {
  const when = done ? { lastDoneAt: at } : { lastFailedAt: at };
  await tx
    .insert(jobRuns)
    .values(authorityIds.map((authorityId) => ({ authorityId, job, ...when })))
    .onConflictDoUpdate({ target: [jobRuns.authorityId, jobRuns.job], set: when });
}

/** When each job was last done for an authority. */
export async function runsOf(db: Reader, authorityId: string) {
  return db
    .select({
      job: jobRuns.job,
      lastDoneAt: jobRuns.lastDoneAt,
      lastFailedAt: jobRuns.lastFailedAt,
    })
    .from(jobRuns)
    .where(eq(jobRuns.authorityId, authorityId))
    .orderBy(asc(jobRuns.job));
}

/**
 * When a job was last done for every authority: the oldest of those times. Null where some authority has
 * never had it done, or there is none.
 */
export async function lastDoneForAll(db: Reader, job: Job): Promise<Date | null> {
  const [row] = await acrossAuthorities('figures of the installation', () =>
    db
      .select({ all: count(), done: count(jobRuns.lastDoneAt), oldest: min(jobRuns.lastDoneAt) })
      .from(authorities)
      .leftJoin(jobRuns, and(eq(jobRuns.authorityId, authorities.id), eq(jobRuns.job, job))),
  );
  return row === undefined || row.done < row.all ? null : row.oldest;
}
