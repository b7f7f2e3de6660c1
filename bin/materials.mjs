// The software bill of materials: every package that runs in production, as CycloneDX, and whether its
// licence is one that an authority may run without asking a lawyer. Written beside the build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { project } from './installed.mjs';

export const MATERIALS = path.join(project, 'build', 'sbom.json');

/**
 * Licences that ask for nothing but their text, or that leave our code alone: MPL-2.0 covers its own files,
 * LGPL a library that stands as a file of its own and can be exchanged (libvips, which sharp loads).
 */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'WTFPL',
  'Zlib',
];

/**
 * What npm knows of everything that runs in production: what the application asks for, and what that asks
 * for. (`npm sbom --omit dev` leaves out what a development package asks for too, such as express.) Throws
 * with npm's words when it cannot say.
 */
export function materials() {
  const run = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm sbom failed: ${whyOf(run)}`);
  return ofProduction(JSON.parse(run.stdout));
}

/** What npm says first: the rest is a list of every package. */
function whyOf({ stderr, error }) {
  const lines = stderr.split('\n').filter((line) => line.startsWith('npm error'));
  return lines.slice(0, 2).join(' ') || error?.message || 'npm says nothing';
}

/** Only what can be reached from the dependencies of package.json. */
function ofProduction(all) {
  const wanted = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')).dependencies;
  const asks = new Map(all.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const runs = new Set();
  const waiting = Object.entries(wanted).map(([name, asked]) =>
    // `npm:@xyflow/react@12.12.1` is a package under another name.
    asked.startsWith('npm:') ? asked.slice(4) : `${name}@${asked}`,
  );
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (runs.has(ref)) continue;
    runs.add(ref);
    waiting.push(...(asks.get(ref) ?? []));
  }
  return {
    ...all,
    components: all.components.filter((component) => runs.has(component['bom-ref'])),
    dependencies: all.dependencies.filter(({ ref }) => runs.has(ref)),
  };
}

/** What a component says of its licence, as an SPDX expression. */
export function licenceOf({ licenses = [] }) {
  return licenses
    .map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? '')
    .filter((one) => one !== '')
    .join(' AND ');
}

/** Whether an SPDX expression can be fulfilled by allowed licences: all of what AND joins, one of what OR joins. */
export function isAllowed(expression) {
  const bare = expression.trim();
  if (bare === '') return false;
  const either = parts(bare, ' OR ');
  if (either.length > 1) return either.some(isAllowed);
  const all = parts(bare, ' AND ');
  if (all.length > 1) return all.every(isAllowed);
  if (bare.startsWith('(') && bare.endsWith(')')) return isAllowed(bare.slice(1, -1));
  return ALLOWED.includes(bare);
}

/** The parts of an expression, cut where no bracket is open. */
function parts(expression, at) {
  const found = [''];
  let open = 0;
  for (let n = 0; n < expression.length; n += 1) {
    if (expression[n] === '(') open += 1;
    if (expression[n] === ')') open -= 1;
    if (open === 0 && expression.startsWith(at, n)) {
      found.push('');
      n += at.length - 1;
    } else found[found.length - 1] += expression[n];
  }
  return found;
}

/** Components whose licence nobody has allowed, each with what it says. */
export function refusedIn({ components }) {
  return components
    .filter((component) => !isAllowed(licenceOf(component)))
    .map(
      (component) =>
        `${component.name} ${component.version}: ${licenceOf(component) || 'says none'}`,
    );
}

/** Writes it anew when what is installed has changed; gives what was refused. */
export function writeMaterials() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(project, 'package-lock.json')))
    .digest('hex');
  const stamp = `${MATERIALS}.lock`;
  if (existsSync(MATERIALS) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return [];
  const found = materials();
  mkdirSync(path.dirname(MATERIALS), { recursive: true });
  writeFileSync(MATERIALS, `${JSON.stringify(found, null, 2)}\n`);
  writeFileSync(stamp, lock);
  return refusedIn(found);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const refused = writeMaterials();
  console.error(`What runs in production is listed in ${path.relative(project, MATERIALS)}.`);
  for (const one of refused) console.error(`This licence is not allowed: ${one}`);
  process.exit(refused.length === 0 ? 0 : 1);
}
