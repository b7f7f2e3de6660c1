// npm run audit: whether what runs in production has known weaknesses, as the registry's audit says. When it
// cannot be asked, that is said and is no failure: a machine without the network can still be tested.
import { spawnSync } from 'node:child_process';
import { project } from './installed.mjs';

const run = spawnSync('npm', ['audit', '--omit', 'dev', '--json'], {
  cwd: project,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  timeout: 60_000,
  shell: process.platform === 'win32',
});

const told = read(run.stdout);
if (told?.vulnerabilities === undefined) {
  console.log(
    `NOT CHECKED: the registry’s audit did not answer (${told?.message ?? 'no answer'}).`,
  );
  console.log('Run npm run audit where the registry can be reached, before every release.');
  process.exit(0);
}

const bad = Object.values(told.vulnerabilities).filter(({ severity }) =>
  ['high', 'critical'].includes(severity),
);
for (const { name, severity, range } of bad) console.log(`${severity}: ${name} ${range}`);
console.log(`${bad.length} packages with a known weakness that is high or critical.`);
process.exit(bad.length === 0 ? 0 : 1);

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
