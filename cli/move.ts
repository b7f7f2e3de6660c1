import { closeSync, existsSync, openSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { config } from '#app/config.server.ts';
import { copyAll, TargetInUse, type Copied } from '#db/copy/copy.server.ts';
import {
  fromPostgres,
  intoPostgres,
  othersConnected,
  preparePostgres,
} from '#db/copy/postgres-side.server.ts';
import type { Source, Target } from '#db/copy/side.ts';
import { fromSqlite, intoSqlite } from '#db/copy/sqlite-side.server.ts';
import { mayReplace, migrateSqlite } from '#db/sqlite.server.ts';
import { source } from './backup.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';

const ADDRESS = /^postgres(ql)?:\/\//;

export const move: Verb = {
  usage: 'move --to postgres://USER:PASSWORD@HOST/DATABASE | --to FILE.db  [--json]',
  about: 'Copies everything to the other engine and checks every table. Stop the server first.',
  run: async (args, io) => {
    const { values } = readArgs(args, { to: { type: 'string' }, json: { type: 'boolean' } });
    const { to } = values;
    if (to === undefined) throw new UsageError('Say where to: --to postgres://…, or --to FILE.db.');
    const from = source();
    if ('file' in from ? !ADDRESS.test(to) : ADDRESS.test(to)) {
      throw new UsageError('Move from SQLite to PostgreSQL, or from PostgreSQL to a new file.');
    }
    try {
      const copied =
        'file' in from ? await toPostgres(from.file, to, io) : await toFile(from.url, to, io);
      tell(copied, to, values.json === true, io);
      return 0;
    } catch (error) {
      if (!(error instanceof TargetInUse)) throw error;
      io.say(error.message);
      return 1;
    }
  },
};

function tell(copied: Copied, to: string, asJson: boolean, io: Io): void {
  const tables = Object.values(copied);
  if (asJson) return io.json({ tables: copied });
  const rows = tables.reduce((sum, one) => sum + one.rows, 0);
  io.print(
    `${tables.length} tables, ${rows} rows: each table was read again on both sides, and is the same.`,
  );
  io.print(
    ADDRESS.test(to)
      ? 'Set DATABASE_URL to the new address and start the server. The data folder keeps the secret: leave it.'
      : 'Take DATABASE_URL away, put the file into the data folder as throughline.db, and start the server.',
  );
}

/** No server may write to the old file while it is copied, nor start on it. */
async function toPostgres(file: string, url: string, io: Io): Promise<Copied> {
  if (!mayReplace(file))
    throw new UsageError('The database is in use. Stop the server, then move.');
  migrateSqlite(file);
  const lock = new Database(file);
  try {
    lock.exec('BEGIN IMMEDIATE');
    await preparePostgres(url);
    return await between(fromSqlite(file), await intoPostgres(url), io);
  } finally {
    lock.close();
  }
}

async function toFile(url: string, file: string, io: Io): Promise<Copied> {
  if (existsSync(file)) throw new UsageError(`${file} exists already. Name a file that does not.`);
  if (await othersConnected(url, config.databaseUrl)) {
    throw new UsageError(
      'The database is in use. Stop every server, then move; after one was killed, wait three minutes.',
    );
  }
  const partial = `${file}.partial`;
  closeSync(openSync(partial, 'a', 0o600));
  migrateSqlite(partial);
  const copied = await between(await fromPostgres(url), intoSqlite(partial), io);
  renameSync(partial, file);
  return copied;
}

async function between(from: Source, to: Target, io: Io): Promise<Copied> {
  try {
    return await copyAll(from, to, (line) => io.say(line));
  } finally {
    await to.close();
    await from.close();
  }
}
