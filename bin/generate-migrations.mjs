// npm run db:generate [-- --name what-it-brings]: writes the next migration of both engines from the
// one schema.
// --fresh starts the first migration anew; only until the first release, for nobody's data is on it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';

const fresh = process.argv.includes('--fresh');
const project = new URL('..', import.meta.url);

for (const engine of ['sqlite', 'postgres']) {
  const folder = new URL(`db/migrations/${engine}/`, project);
  if (fresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const args = ['node_modules/drizzle-kit/bin.cjs', 'generate'];
  if (fresh) args.push('--name', 'first');
  else args.push(...process.argv.slice(2));
  const run = spawnSync(process.execPath, args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, THROUGHLINE_ENGINE: engine },
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
