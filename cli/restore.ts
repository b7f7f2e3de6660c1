import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { config } from '#app/config.server.ts';
import {
  BadBackup,
  erasuresOf,
  makeBackup,
  mustHold,
  readied,
  secretOf,
  verifyBackup,
  type Manifest,
} from '#db/copy/backup.server.ts';
import { copyAll } from '#db/copy/copy.server.ts';
import { intoPostgres, othersConnected, preparePostgres } from '#db/copy/postgres-side.server.ts';
import { fromSqlite } from '#db/copy/sqlite-side.server.ts';
import { mayReplace } from '#db/sqlite.server.ts';
import { databaseFile } from '#db/store.server.ts';
import { programNow, secretFile, stampOf } from './backup.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

const IN_USE = 'The database is in use. Stop the server, then restore.';
const IN_USE_SHARED =
  'The database is in use. Stop every server, then restore; after one was killed, wait three minutes.';

export const restore: Verb = {
  usage: 'restore FILE',
  about: 'Puts a backup in place of the database, and keeps what was there. Stop the server first.',
  run: async (args, io) => {
    const { positionals } = readArgs(args, {});
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Name the backup to restore.');
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    try {
      const manifest = await verifyBackup(file);
      const stamp = stampOf(new Date());
      mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
      if (config.engine === 'postgres') await ontoPostgres(file, stamp, io);
      else ontoSqlite(file, manifest, stamp, io);
      restoreSecret(file, stamp, io);
      io.print(`Restored from ${file}.`);
      if (manifest) io.print(`Counted again: ${sayRows(manifest)}, as its manifest says.`);
      await eraseAgain(file, io);
      return 0;
    } catch (error) {
      if (!(error instanceof BadBackup)) throw error;
      io.say(`${file} cannot be restored: ${error.message} Nothing was changed.`);
      return 1;
    }
  },
};

/**
 * What was erased since the backup was made is not to lie about until a server starts. The data folder
 * knows it; so do the lists beside the backups of the same folder, of which later ones know more.
 */
async function eraseAgain(file: string, io: Io): Promise<void> {
  const { registerFile, repeatErasures } = await import('#app/privacy/erasure-register.server.ts');
  const beside = path.dirname(path.resolve(file));
  const lists = readdirSync(beside)
    .filter((name) => name.endsWith(erasuresOf('')))
    .map((name) => path.join(beside, name));
  await withStore(async () => {
    for (const list of [registerFile(config.dataFolder), ...lists]) {
      const repeated = await repeatErasures(config.dataFolder, list);
      for (const [kind, count] of Object.entries(repeated)) {
        io.print(`Erased again: ${count} (${kind})`);
      }
    }
  });
}

function sayRows({ rows }: Manifest): string {
  const all = Object.values(rows).reduce((sum, one) => sum + one, 0);
  return `${Object.keys(rows).length} tables, ${all} rows`;
}

/** Everything is made ready beside the database; putting it there is one rename. */
function ontoSqlite(file: string, manifest: Manifest | null, stamp: string, io: Io): void {
  const target = databaseFile();
  if (existsSync(target) && !mayReplace(target)) throw new UsageError(IN_USE);
  const ready = `${target}.restoring`;
  try {
    const migrated = readied(file, ready);
    if (migrated) io.print('It was of an older version: its schema was brought up to date.');
    else if (manifest) mustHold(ready, manifest);
    if (existsSync(target)) {
      const aside = `${target}.before-restore-${stamp}`;
      // A damaged database may still have its log; a sound one has none by now.
      for (const part of ['-wal', '-shm', '']) {
        if (existsSync(`${target}${part}`)) renameSync(`${target}${part}`, `${aside}${part}`);
      }
      io.print(`What was there is kept in ${aside}: restore that file to undo this.`);
    }
    for (const part of ['-wal', '-shm']) rmSync(`${target}${part}`, { force: true });
    renameSync(ready, target);
  } finally {
    rmSync(ready, { force: true });
  }
}

/** What stands in PostgreSQL is backed up first; then its rows make way for those of the backup. */
async function ontoPostgres(file: string, stamp: string, io: Io): Promise<void> {
  const url = config.databaseOwnerUrl ?? config.databaseUrl;
  if (url === undefined) throw new UsageError('Set DATABASE_URL to the address of PostgreSQL.');
  if (await othersConnected(url, config.databaseUrl)) throw new UsageError(IN_USE_SHARED);
  const state = await preparePostgres(url);
  const say = (line: string) => io.say(line);
  if (state === 'in use') {
    const aside = path.join(config.dataFolder, `before-restore-${stamp}.db`);
    const wanted = { from: { url }, to: aside, secret: 'none yet' as const, program: programNow() };
    await makeBackup({ ...wanted, now: new Date() }, say);
    io.print(`What was there is kept in ${aside}: restore that file to undo this.`);
  }
  const ready = path.join(config.dataFolder, 'restoring.db');
  try {
    readied(file, ready);
    const source = fromSqlite(ready);
    const target = await intoPostgres(url);
    try {
      await copyAll(source, target, say, { replacing: true });
    } finally {
      await target.close();
      await source.close();
    }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${ready}${end}`, { force: true });
  }
}

/** Without its secret nobody's saved place in a survey could be found again. */
function restoreSecret(file: string, stamp: string, io: Io): void {
  if (!existsSync(secretOf(file))) return;
  if (config.sessionSecret !== undefined) {
    io.print('SESSION_SECRET is set, so the secret beside the backup was left where it is.');
    return;
  }
  const kept = readFileSync(secretOf(file), 'utf8');
  if (existsSync(secretFile())) {
    if (readFileSync(secretFile(), 'utf8') === kept) return;
    renameSync(secretFile(), `${secretFile()}.before-restore-${stamp}`);
  }
  writeFileSync(secretFile(), kept, { mode: 0o600 });
}
