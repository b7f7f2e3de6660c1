// Fails when generating the migrations again would change anything: schema and migrations must agree.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { project } from './installed.mjs';

let wrong = 0;
for (const engine of ['sqlite', 'postgres']) {
  // drizzle-kit writes where its configuration says: it is run on a copy of what is committed.
  const copy = mkdtempSync(path.join(tmpdir(), 'throughline-migrations-'));
  const kept = path.join(project, 'db', 'migrations', engine);
  cpSync(kept, copy, { recursive: true });
  const before = readdirSync(copy).length;
  const run = spawnSync(
    process.execPath,
    [path.join(project, 'node_modules', 'drizzle-kit', 'bin.cjs'), 'generate'],
    {
      cwd: project,
      encoding: 'utf8',
      env: {
        ...process.env,
        THROUGHLINE_ENGINE: engine,
        MIGRATIONS_FOLDER: path.relative(project, copy),
      },
    },
  );
  const same = run.status === 0 && readdirSync(copy).length === before;
  if (!same) {
    wrong += 1;
    console.error(run.stdout, run.stderr);
    console.error(`The ${engine} migrations are not what db/schema says: run npm run db:generate.`);
  }
  rmSync(copy, { recursive: true, force: true });
}
process.exit(wrong === 0 ? 0 : 1);
