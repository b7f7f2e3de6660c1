import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { config } from '#app/config.server.ts';
import { databaseFile } from '#db/store.server.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

export const migrate: Verb = {
  usage: 'migrate',
  about: 'Brings the database up to date. The server does the same when it starts.',
  run: async (args, io) => {
    readArgs(args, {});
    await withStore(async (store) => io.print(`The ${store.engine} database is up to date.`));
    return 0;
  },
};

export const backup: Verb = {
  usage: 'backup FILE',
  about: 'Copies the database into a new file while it is in use, and checks the copy.',
  run: async (args, io) => {
    const file = oneFile(args, 'Name the file to write.');
    if (existsSync(file)) {
      throw new UsageError(`${file} exists already. Name a file that does not.`);
    }
    if (config.engine === 'postgres') return dumpPostgres(['pg_dump', '-Fc', '-f', file], file, io);
    if (!existsSync(databaseFile()))
      throw new UsageError(`There is no database in ${config.dataFolder} yet.`);
    const { backupSqlite } = await import('#db/sqlite.server.ts');
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    backupSqlite(databaseFile(), file);
    io.print(`Backed up to ${file}, and the copy is sound.`);
    return 0;
  },
};

export const restore: Verb = {
  usage: 'restore FILE',
  about: 'Puts a backup in place of the database. Stop the server first.',
  run: async (args, io) => {
    const file = oneFile(args, 'Name the backup to restore.');
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    if (config.engine === 'postgres') {
      return dumpPostgres(['pg_restore', '--clean', '--if-exists', '--no-owner', file], file, io);
    }
    const { checkSqlite, mayReplace } = await import('#db/sqlite.server.ts');
    try {
      checkSqlite(file);
    } catch (error) {
      io.say(`${file} cannot be restored: ${(error as Error).message}`);
      return 1;
    }
    const target = databaseFile();
    mkdirSync(path.dirname(target), { recursive: true });
    if (existsSync(target) && !mayReplace(target)) {
      throw new UsageError('The database is in use. Stop the server, then restore.');
    }
    keepAside(target, io);
    copyFileSync(file, target);
    io.print(`Restored from ${file}.`);
    return 0;
  },
};

/** The database that stood there is kept beside it, once: a wrong restore can be undone. */
function keepAside(target: string, io: Io): void {
  for (const part of ['-wal', '-shm']) rmSync(`${target}${part}`, { force: true });
  if (!existsSync(target)) return;
  const aside = `${target}.before-restore`;
  copyFileSync(target, aside);
  io.print(`What was there is kept in ${aside}.`);
}

function oneFile(args: string[], otherwise: string): string {
  const { positionals } = readArgs(args, {});
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(otherwise);
  return file;
}

/** PostgreSQL's own tools make and read its backups. */
function dumpPostgres([tool = '', ...args]: string[], file: string, io: Io): 0 | 1 {
  const run = spawnSync(tool, [...args, '--dbname', config.databaseUrl ?? ''], {
    encoding: 'utf8',
  });
  if (run.status === 0) {
    io.print(`${tool} finished with ${file}.`);
    return 0;
  }
  const why = run.error
    ? `${tool} is not installed: install PostgreSQL’s client tools`
    : run.stderr;
  io.say(`${tool} failed: ${why.trim()}`);
  return 1;
}
