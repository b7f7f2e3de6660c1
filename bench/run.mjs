// npm run bench [-- --quick] [-- --json] [-- --only id,id] [-- --soak] [-- --growth] [-- --all]
// [-- --national]: measures what a user would feel, each beside a limit measured in the same run, so that the figures mean
// the same on any machine. Nothing that is measured touches the data folder of this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

process.env.NODE_ENV ??= 'production';
process.env.LOG_LEVEL ??= 'error';
delete process.env.DATABASE_URL;
// The nation is on PostgreSQL; everything else is measured on the engine of one council, whatever the shell says.
process.env.THROUGHLINE_ENGINE = process.argv.includes('--national') ? 'postgres' : 'sqlite';
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'));
process.env.THROUGHLINE_DATA = folder;
const { register } = await import('tsx/esm/api');
register();
try {
  const { bench } = await import('./bench.ts');
  process.exitCode = await bench(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// A thread of a case that failed must not keep the command from ending.
process.exit();
