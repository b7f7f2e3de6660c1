// Builds the application when its sources are newer than the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { project } from './installed.mjs';
import { writeMaterials } from './materials.mjs';

const SOURCES = [
  'app',
  'db',
  'templates',
  'public',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
];

/** A digest of the names, sizes and times of everything that the build is made from. */
function sourcesNow() {
  const hash = createHash('sha256');
  const visit = (at) => {
    const stat = statSync(at);
    if (stat.isDirectory()) for (const name of readdirSync(at).sort()) visit(path.join(at, name));
    else hash.update(`${path.relative(project, at)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const source of SOURCES) visit(path.join(project, source));
  return hash.digest('hex');
}

/** The server's entry in the build folder, built first if need be. */
export function buildWhatChanged() {
  const entry = path.join(project, 'build', 'server', 'index.js');
  const stamp = path.join(project, 'build', '.sources');
  const now = sourcesNow();
  if (existsSync(entry) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return entry;
  console.error('Building (about half a minute).');
  const cli = path.join(project, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  const run = spawnSync(process.execPath, [cli, 'vite:build', '--logLevel', 'error'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) {
    console.error('The build failed: its message is above.');
    process.exit(1);
  }
  writeFileSync(stamp, now);
  listMaterials();
  return entry;
}

/** The build stands without the list: a container without npm says so and serves. */
function listMaterials() {
  try {
    for (const one of writeMaterials()) console.error(`This licence is not allowed: ${one}`);
  } catch (error) {
    console.error(`The bill of materials was not written. ${error.message}`);
  }
}

// Run by itself, as npm test does: beside other work.
if (process.argv[1] === fileURLToPath(import.meta.url)) buildWhatChanged();
