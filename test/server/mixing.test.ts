import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { databaseFile } from '#db/store.server.ts';
import { startServer, type Running } from '../running-server.ts';
import { look } from './faults/look.ts';
import { prepared } from './faults/prepared.ts';

// Mutation: with `if (!mixed)` before noteForAll('mixing', …) in app/start.server.ts it stays a problem after it
// succeeded.

const made = prepared();
let server: Running | undefined;
afterAll(async () => server?.stop());

function change(statement: string): void {
  const db = new Database(databaseFile(made.dataFolder));
  db.exec(statement);
  db.close();
}

const noted = async () => {
  const rows = await look(made, undefined, 'select * from job_runs order by job');
  return rows
    .filter(({ job }) => job === 'mixing' || job === 'promises')
    .map((row) => [row['job'], row['last_done_at'] !== null, row['last_failed_at'] !== null]);
};

test('a mixing that failed is noted as that, and as done when it came to its end', async () => {
  change('alter table mixed_answers rename to mixed_elsewhere');
  server = await startServer({ empty: true, dataFolder: made.dataFolder });
  const patient = { timeout: 60_000 };
  await expect.poll(noted, patient).toEqual([
    ['mixing', false, true],
    ['promises', true, false],
  ]);
  await server.stop();
  change('alter table mixed_elsewhere rename to mixed_answers');
  await server.startAgain();
  await expect.poll(noted, patient).toEqual([
    ['mixing', true, true],
    ['promises', true, false],
  ]);
});
