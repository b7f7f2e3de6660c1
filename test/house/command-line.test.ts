import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
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

function throughline(args: string[], env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, ['bin/throughline.mjs', ...args], {
    cwd: projectFolder(),
    encoding: 'utf8',
    env: {
      ...process.env,
      THROUGHLINE_DATA: path.join(folder, 'data'),
      THROUGHLINE_ENGINE: undefined,
      DATABASE_URL: undefined,
      NODE_ENV: 'production',
      ...env,
    },
  });
  return { code: run.status, out: run.stdout, errors: run.stderr };
}

describe('the command line', () => {
  test('says what it can do', () => {
    const { code, out } = throughline(['help']);
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

  test('ends with 2 and the usage when it is used wrongly', () => {
    expect(throughline(['dance'])).toMatchObject({ code: 2, out: '' });
    const wrong = throughline(['import', 'table', '--colour']);
    expect(wrong.code).toBe(2);
    expect(wrong.errors).toContain('Use: throughline import table');
    expect(throughline(['import', 'table', 'no-such-file.csv']).code).toBe(2);
  });

  test('points out a printed percentage that is wrong, as one JSON document, with 1', () => {
    const file = path.join(folder, 'attendance.csv');
    writeFileSync(file, 'Hub,Number,%\nOak,30,30%\nElm,50,40%\nAsh,20,20%\nTotal,100,100%\n');
    const { code, out } = throughline(['import', 'table', file, '--json']);
    expect(code).toBe(1);
    const said = JSON.parse(out) as {
      problems: { row: string; printed: unknown; computed: unknown }[];
    };
    expect(said.problems).toHaveLength(1);
    expect(said.problems[0]).toMatchObject({ row: 'Elm', printed: 40, computed: 50 });
  });

  test('adds an administrator, backs up, loses, restores', () => {
    const add = ['add', 'administrator', '--authority', 'Newborough', '--name', 'Nell Carr'];
    const withEmail = [...add, '--email', 'nell.carr@example.org'];
    expect(throughline(withEmail).errors).toContain('Enter a password');
    const password = { THROUGHLINE_PASSWORD: 'three random words' };
    expect(throughline(withEmail, password)).toMatchObject({ code: 0 });
    expect(throughline(withEmail, password)).toMatchObject({ code: 1 });

    const copy = path.join(folder, 'backups', 'one.db');
    expect(throughline(['backup', copy]).code).toBe(0);
    expect(throughline(['backup', copy]).code).toBe(2);

    const database = path.join(folder, 'data', 'throughline.db');
    const lost = new Database(database);
    lost.pragma('foreign_keys = ON');
    lost.exec('delete from authorities');
    lost.close();
    expect(throughline(['restore', copy]).code).toBe(0);
    const back = new Database(database, { readonly: true });
    expect(back.prepare('select name from people').all()).toEqual([{ name: 'Nell Carr' }]);
    back.close();
    expect(existsSync(`${database}.before-restore`)).toBe(true);
  });

  test('refuses to restore what is no backup, and changes nothing', () => {
    const file = path.join(folder, 'photo.db');
    writeFileSync(file, 'this is not a database, it only says that it is one by its name');
    const database = path.join(folder, 'data', 'throughline.db');
    const before = statSync(database).mtimeMs;
    expect(throughline(['restore', file]).code).toBe(1);
    expect(statSync(database).mtimeMs).toBe(before);
  });
});
