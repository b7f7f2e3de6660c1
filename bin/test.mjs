// npm test [-- --only step,step]: installs what is missing and runs everything, printing as it goes.
// The last line is "N passed, N failed". Nothing is skipped in silence: what cannot be had is a
// failure with its remedy.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installWhatIsMissing, project } from './installed.mjs';

installWhatIsMissing();

const bin = (...parts) => path.join(project, 'node_modules', ...parts);
const results = mkdtempSync(path.join(tmpdir(), 'throughline-test-'));
const tally = { passed: 0, failed: 0 };

const STEPS = {
  types: () => check('types', bin('typescript', 'bin', 'tsc'), '--noEmit'),
  lint: () => check('lint', bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'),
  format: () =>
    check('format', bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  architecture: () => tests('house'),
  migrations: () =>
    check('migrations are what the schema says', path.join(project, 'bin', 'check-migrations.mjs')),
  unit: () => tests('plain'),
  sqlite: () => tests('sqlite'),
  postgres: () => tests('postgres'),
  browser: inTheBrowser,
};

const only = process.argv.includes('--only')
  ? (process.argv[process.argv.indexOf('--only') + 1] ?? '').split(',')
  : Object.keys(STEPS);
const unknown = only.filter((step) => !Object.hasOwn(STEPS, step));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}.`,
  );
  process.exit(2);
}

if (!process.env.REAL_DATA_DIR) {
  console.log('REAL_DATA_DIR is not set: tests on other people’s files use only our own.');
}
// The checks that only read the files use one processor each: they run side by side.
const TOGETHER = ['types', 'lint', 'format'];
await Promise.all(TOGETHER.filter((step) => only.includes(step)).map((step) => STEPS[step]()));
for (const step of only) if (!TOGETHER.includes(step)) await STEPS[step]();
rmSync(results, { recursive: true, force: true });
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

/** Runs a program; its output is shown as it comes. Gives its exit code. */
function run(file, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: project,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error', ...env },
    });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A check that is one test: it passes or fails as a whole. */
async function check(name, file, ...args) {
  console.log(`── ${name}`);
  const began = Date.now();
  const code = await run(file, args);
  tally[code === 0 ? 'passed' : 'failed'] += 1;
  const took = Math.round((Date.now() - began) / 1000);
  console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${took} s`);
}

/** One project of vitest.config.ts; its own tests are counted. */
async function tests(name, { env = {}, more = [] } = {}) {
  console.log(`\n── ${name}`);
  const file = path.join(results, `${name}.json`);
  const args = [
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...more,
  ];
  const code = await run(bin('vitest', 'vitest.mjs'), args, env);
  const counted = countsOf(file);
  tally.passed += counted.passed;
  // A project that could not even start has failed once.
  tally.failed += counted.failed === 0 && code !== 0 ? 1 : counted.failed;
}

function countsOf(file) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** The stories that need a browser and the built server. */
async function inTheBrowser() {
  const { findBrowser } = await import('./browser.mjs');
  const { buildWhatChanged } = await import('./built.mjs');
  let browser;
  try {
    browser = findBrowser();
  } catch (error) {
    console.log(`\n── browser\nFAILED: ${error.message}`);
    tally.failed += 1;
    return;
  }
  buildWhatChanged();
  // Two at a time, each with a server and a browser of its own: the machine may be small.
  const more = ['--minWorkers=1', '--maxWorkers=2'];
  await tests('browser', { env: { TEST_BROWSER: browser }, more });
}
