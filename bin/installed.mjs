// What every command does first: install what is missing, as the lock file says.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

export const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Throughline needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}

/** Runs `npm ci` unless what is installed is what the lock file says. Prints to standard error. */
export function installWhatIsMissing() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(project, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(project, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what is missing (npm ci). This takes a minute or two the first time.');
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    // The build and the tests need the development packages, whatever NODE_ENV says.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (run.status !== 0) {
    console.error('npm ci failed: read its message above, mend the cause and start again.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
