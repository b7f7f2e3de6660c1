// What every command does first: install what is missing, as the lock file says.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
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
  const modules = path.join(project, 'node_modules');
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm ci would empty the folder that it leads to, under whoever else uses it.
    console.error(
      'node_modules is a link: what it leads to is used as it is, and not installed anew.',
    );
    return;
  }
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

/**
 * The packages that the server needs and that are not installed as the lock file says; npm lists what it
 * installed in node_modules/.package-lock.json.
 */
export function whatIsMissing() {
  const read = (...at) => JSON.parse(readFileSync(path.join(project, ...at), 'utf8')).packages;
  const list = path.join('node_modules', '.package-lock.json');
  const installed = existsSync(path.join(project, list)) ? read(list) : {};
  return Object.entries(read('package-lock.json'))
    .filter(([name, { dev, optional, devOptional }]) => name && !dev && !optional && !devOptional)
    .filter(([name, { version }]) => installed[name]?.version !== version)
    .map(([name]) => name.replace(/^.*node_modules\//, ''));
}

/** Says that what is installed is right as it is: where only what the server needs was installed. */
export function markInstalled() {
  const lock = readFileSync(path.join(project, 'package-lock.json'));
  const stamp = path.join(project, 'node_modules', '.installed-lock');
  writeFileSync(stamp, createHash('sha256').update(lock).digest('hex'));
}

// What `npm run build` ends with: whoever ran `npm ci` before it has everything.
if (process.argv[1] === fileURLToPath(import.meta.url) && whatIsMissing().length === 0) {
  markInstalled();
}
