// npm test [-- --only step,step]: installs what is missing and runs everything, printing as it goes.
// The last line is "N passed, N failed". Nothing is skipped in silence: what cannot be had is a
// failure with its remedy.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { installWhatIsMissing, project } from './installed.mjs';

installWhatIsMissing();

const bin = (...parts) => path.join(project, 'node_modules', ...parts);
const results = mkdtempSync(path.join(tmpdir(), 'throughline-test-'));
const tally = { passed: 0, failed: 0 };
// Nearly every step keeps one processor busy, and waits now and then: one more than there are processors
// run side by side, four at most. TEST_LANES sets another number.
const lanes = Number(process.env.TEST_LANES) || Math.min(4, availableParallelism() + 1);
/** How many processes a step may use for its tests: the others are for the steps beside it. */
const workers = Math.max(1, Math.floor(availableParallelism() / lanes));

let building;
let finding;
/** What failed, named once more at the end: what stands far above is not looked for. */
const failures = [];
/** What failed beside others and is tried once more when the machine has nothing else to do. */
const doubtful = [];
/** So many files that fail beside others are no chance any more. */
const MOST_DOUBTFUL = 3;

// In the order in which they begin. What is quick to say no comes first, then what takes longest, so that no
// processor has nothing to do at the end: begun last, the server's step alone kept the machine for minutes.
const STEPS = {
  types: () => check('types', bin('typescript', 'bin', 'tsc'), ['--noEmit']),
  format: () =>
    check('format', bin('prettier', 'bin', 'prettier.cjs'), [
      '--check',
      '--log-level',
      'warn',
      '.',
    ]),
  migrations: () =>
    check('migrations are what the schema says', path.join(project, 'bin', 'check-migrations.mjs')),
  audit: () => check('known weaknesses of what runs', path.join(project, 'bin', 'audit.mjs')),
  architecture: () => tests('house'),
  server: () => againstTheServer(),
  browser: () => inTheBrowser('browser'),
  pages: () => inTheBrowser('pages'),
  lint: () =>
    check('lint', bin('eslint', 'bin', 'eslint.js'), ['.', '--max-warnings', '0'], {
      // With types it holds nearly 4 GB, at which Node would give up.
      NODE_OPTIONS: '--max-old-space-size=6144',
    }),
  postgres: () => tests('postgres'),
  sqlite: () => tests('sqlite'),
  unit: () => tests('plain'),
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
// What properties draw follows from what is committed: each commit is tried on cases of its own, and whoever
// runs the same commit again, here or elsewhere, sees the same.
const seed = process.env.PROPERTY_SEED ?? seedOfCommit();
if (seed)
  console.log(`Properties draw by seed ${seed}; PROPERTY_SEED=${seed} draws the same again.`);
// A build, and a browser that must be fetched, are on their way while the first steps run.
if (only.some((step) => ['server', 'browser', 'pages'].includes(step))) void built();
if (only.includes('browser') || only.includes('pages')) void browserPath();
const waiting = Object.keys(STEPS).filter((step) => only.includes(step));
const lane = async () => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await STEPS[step]();
};
await Promise.all(Array.from({ length: lanes }, lane));
for (const { name, env, files, names } of doubtful) {
  const before = failures.length;
  await tests(name, { env, files });
  if (failures.length > before) continue;
  for (const one of names) console.log(`PASSED ONLY ALONE, failed beside others: ${name}: ${one}`);
}
rmSync(results, { recursive: true, force: true });
for (const failure of failures) console.log(`FAILED: ${failure}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

/**
 * Runs a program; its output is shown as it comes, each line with the name of its step, because others
 * write meanwhile. `hear` is told what came on standard output: warnings of Node are not what a program
 * says. Gives its exit code.
 */
function run(name, file, args, env = {}, hear = () => {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        LOG_LEVEL: 'error',
        ...(seed ? { PROPERTY_SEED: seed } : {}),
        ...env,
      },
    });
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        console.log(`${name} │ ${line}`);
        if (input === child.stdout) hear(line);
      });
    }
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A check that is one test: it passes or fails as a whole. */
async function check(name, file, args = [], env = {}) {
  console.log(`── ${name}`);
  const began = Date.now();
  const code = await run(name, file, args, env);
  tally[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) failures.push(name);
  const took = Math.round((Date.now() - began) / 1000);
  console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${took} s`);
}

/**
 * One project of vitest.config.ts, or some files of it; its own tests are counted. With `again`, a few files
 * that failed are not counted yet: they run once more at the end, alone (docs/decisions/0053).
 */
async function tests(name, { env = {}, files = [], again = false } = {}) {
  console.log(`── ${name}${files.map((file) => ` ${file}`).join('')}`);
  const began = Date.now();
  const file = path.join(results, `${name}${files.length > 0 ? '-alone' : ''}.json`);
  const faults = `${file}.faults`;
  const args = [
    'run',
    ...files,
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    `--reporter=${path.join(project, 'bin', 'faults-reporter.mjs')}`,
    '--minWorkers=1',
    `--maxWorkers=${workers}`,
  ];
  const code = await run(name, bin('vitest', 'vitest.mjs'), args, { ...env, FAULTS_FILE: faults });
  const ran = filesIn(file);
  const failing = ran.filter(({ failed }) => failed > 0);
  const took = Math.round((Date.now() - began) / 1000);
  const passed = sum(ran, 'passed');
  const failed = sum(failing, 'failed');
  console.log(`${name}: ${passed} passed, ${failed} failed in ${took} s`);
  tally.passed += passed;
  // A project that could not even start, or met a fault outside its tests, has failed once more.
  const outside = !isNone(faults) || (failed === 0 && code !== 0);
  if (again && !outside && failing.length > 0 && failing.length <= MOST_DOUBTFUL) {
    tally.passed -= sum(failing, 'passed');
    const names = failing.map(({ said }) => said);
    doubtful.push({ name, env, files: failing.map(({ file: which }) => which), names });
    return;
  }
  failures.push(...failing.map(({ said }) => `${name}: ${said}`));
  tally.failed += failed;
  if (!outside) return;
  failures.push(`${name}: a fault outside the tests; it stands above`);
  tally.failed += 1;
}

/** A number made of the files that are committed; none outside a checkout, where properties draw by chance. */
function seedOfCommit() {
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD^{tree}'], { cwd: project });
  const tree = String(stdout ?? '').slice(0, 8);
  return /^[0-9a-f]{8}$/.test(tree) ? String(parseInt(tree, 16) | 0) : undefined;
}

/** Whether a run came to its end and met no fault outside its tests. */
function isNone(faults) {
  return existsSync(faults) && readFileSync(faults, 'utf8') === '0';
}

function sum(files, what) {
  return files.reduce((total, file) => total + file[what], 0);
}

/** The files that ran, with how many of their tests passed and failed; a file that could not begin failed once. */
function filesIn(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults.map(
      ({ name, status, assertionResults, message }) => {
        const having = (which) => assertionResults.filter((each) => each.status === which);
        const bad = having('failed');
        const file = path.relative(project, name);
        const which = bad.map(({ fullName }) => fullName).join('; ') || message;
        const failed = bad.length || (status === 'failed' ? 1 : 0);
        return { file, passed: having('passed').length, failed, said: `${file}: ${which}` };
      },
    );
  } catch {
    return [];
  }
}

/** What is tried on the built server, in processes of its own. */
async function againstTheServer() {
  if (await built()) await tests('server', { again: true });
}

/** The stories that need a browser and the built server. */
async function inTheBrowser(name) {
  const [browser, stands] = [await browserPath(), await built()];
  if (browser && stands) await tests(name, { env: { TEST_BROWSER: browser }, again: true });
}

/** Builds the application when it changed: once, whoever asks first. Gives whether it stands. */
function built() {
  building ??= once('build', path.join(project, 'bin', 'built.mjs'), () => true);
  return building;
}

/** Where the browser is, fetched if there is none; without one both steps have failed, as one. */
function browserPath() {
  finding ??= once('find a browser', path.join(project, 'bin', 'browser.mjs'), (said) => said);
  return finding;
}

/** A preparation of several steps, in a process beside the others. What it said last, or undefined. */
async function once(name, file, answer) {
  let said = '';
  const code = await run(name, file, [], {}, (line) => (said = line));
  if (code === 0) return answer(said);
  failures.push(`${name}: its message is above`);
  tally.failed += 1;
  return undefined;
}
