import { noteRuns, type Job } from '#db/job-runs.ts';
import { authoritiesHere } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

/** Notes for every authority, in one change, that a job was done or failed. */
export async function noteForAll(job: Job, at: Date, done: boolean): Promise<void> {
  const store = theStore();
  const ids = (await authoritiesHere(store.read)).map(({ id }) => id);
  if (ids.length > 0) await store.write(null, (tx) => noteRuns(tx, ids, job, at, done));
}
