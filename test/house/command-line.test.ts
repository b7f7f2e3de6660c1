import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';

// The command line as people run it: a process of its own, exit codes and all.

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-cli-'));
});

/** Not spawnSync: the runner's own messages must get through meanwhile. */
function throughline(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; errors: string }> {
  const child = spawn(process.execPath, ['bin/throughline.mjs', ...args], {
    cwd: projectFolder(),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      THROUGHLINE_DATA: path.join(folder, 'data'),
      THROUGHLINE_ENGINE: undefined,
      DATABASE_URL: undefined,
      NODE_ENV: 'production',
      ...env,
    },
  });
  const said = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.errors += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

describe('the command line', () => {
  test('says what it can do', async () => {
    const { code, out } = await throughline(['help']);
    expect(code).toBe(0);
    for (const verb of [
      'import answers',
      'import areas',
      'import table',
      'check theory',
      'convert theory',
    ]) {
      expect(out).toContain(verb);
    }
    for (const verb of ['export plan', 'demo', 'migrate', 'backup', 'restore'])
      expect(out).toContain(verb);
  });

  test('ends with 2 and the usage when it is used wrongly', async () => {
    expect(await throughline(['dance'])).toMatchObject({ code: 2, out: '' });
    const wrong = await throughline(['import', 'table', '--colour']);
    expect(wrong.code).toBe(2);
    expect(wrong.errors).toContain('Use: throughline import table');
    expect((await throughline(['import', 'table', 'no-such-file.csv'])).code).toBe(2);
  });

  test('never installs: what is missing is said, with 2, and nothing is written', () => {
    const bare = mkdtempSync(path.join(tmpdir(), 'throughline-bare-'));
    mkdirSync(path.join(bare, 'bin'));
    for (const file of ['bin/throughline.mjs', 'bin/installed.mjs', 'package-lock.json']) {
      cpSync(path.join(projectFolder(), file), path.join(bare, file));
    }
    const run = spawnSync(process.execPath, ['bin/throughline.mjs', 'doctor'], {
      cwd: bare,
      encoding: 'utf8',
    });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('npm ci');
    expect(existsSync(path.join(bare, 'node_modules'))).toBe(false);
  });

  test('points out a printed percentage that is wrong, as one JSON document, with 1', async () => {
    const file = path.join(folder, 'attendance.csv');
    writeFileSync(file, 'Hub,Number,%\nOak,30,30%\nElm,50,40%\nAsh,20,20%\nTotal,100,100%\n');
    const { code, out } = await throughline(['import', 'table', file, '--json']);
    expect(code).toBe(1);
    const said = JSON.parse(out) as {
      problems: { row: string; printed: unknown; computed: unknown }[];
    };
    expect(said.problems).toHaveLength(1);
    expect(said.problems[0]).toMatchObject({ row: 'Elm', printed: 40, computed: 50 });
  });

  test('adds an administrator, backs up, loses, restores', async () => {
    const add = ['add', 'administrator', '--authority', 'Newborough', '--name', 'Nell Carr'];
    const withEmail = [...add, '--email', 'nell.carr@example.org'];
    expect((await throughline(withEmail)).errors).toContain('Enter a password');
    const password = { THROUGHLINE_PASSWORD: 'three random words' };
    expect(await throughline(withEmail, password)).toMatchObject({ code: 0 });
    expect(await throughline(withEmail, password)).toMatchObject({ code: 1 });

    const copy = path.join(folder, 'backups', 'one.db');
    expect((await throughline(['backup', copy])).code).toBe(0);
    expect((await throughline(['backup', copy])).code).toBe(2);

    const database = path.join(folder, 'data', 'throughline.db');
    const lost = new Database(database);
    lost.pragma('foreign_keys = ON');
    lost.exec('delete from authorities');
    lost.close();
    expect((await throughline(['restore', copy])).code).toBe(0);
    const back = new Database(database, { readonly: true });
    expect(back.prepare('select name from people').all()).toEqual([{ name: 'Nell Carr' }]);
    back.close();
    const aside = /^throughline\.db\.before-restore-\d{4}-\d\d-\d\dT\d{6}Z$/;
    expect(readdirSync(path.dirname(database)).filter((name) => aside.test(name))).toHaveLength(1);
  });

  test.each([
    ['its first page is broken', (bytes: Buffer) => bytes.fill(7, 0, 4096)],
    ['it is cut off', (bytes: Buffer) => bytes.subarray(0, 70_000)],
  ])('a damaged database is restored over and kept: %s', async (_how, damaged) => {
    const copy = path.join(folder, 'backups', 'one.db');
    const database = path.join(folder, 'data', 'throughline.db');
    writeFileSync(database, damaged(readFileSync(database)));
    writeFileSync(`${database}-wal`, 'what the log still held');
    const asides = () =>
      readdirSync(path.dirname(database)).filter((name) => name.includes('.before-restore-'));
    for (const name of asides()) rmSync(path.join(path.dirname(database), name));
    expect(await throughline(['restore', copy])).toMatchObject({ code: 0 });
    expect(asides().some((name) => /T\d{6}Z$/.test(name))).toBe(true);
    const back = new Database(database, { readonly: true });
    expect(back.prepare('select name from people').all()).toEqual([{ name: 'Nell Carr' }]);
    expect(back.pragma('integrity_check', { simple: true })).toBe('ok');
    back.close();
  });

  test('refuses to restore what is no backup, and changes nothing', async () => {
    const file = path.join(folder, 'photo.db');
    writeFileSync(file, 'this is not a database, it only says that it is one by its name');
    const database = path.join(folder, 'data', 'throughline.db');
    const before = statSync(database).mtimeMs;
    expect((await throughline(['restore', file])).code).toBe(1);
    expect(statSync(database).mtimeMs).toBe(before);
  });
});
