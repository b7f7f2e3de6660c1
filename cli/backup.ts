import { existsSync, mkdirSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '#app/config.server.ts';
import {
  BadBackup,
  erasuresOf,
  makeBackup,
  verifyBackup,
  type Manifest,
  type ToBackUp,
} from '#db/copy/backup.server.ts';
import { noteRun } from '#db/job-runs.ts';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { authoritiesHere } from '#db/people.ts';
import { databaseFile } from '#db/store.server.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

export const backup: Verb = {
  usage: 'backup [FILE|FOLDER] [--json]',
  about: 'Copies the database into one new file while it is in use, and checks the copy.',
  run: async (args, io) => {
    const { positionals, values } = readArgs(args, { json: { type: 'boolean' } });
    if (positionals.length > 1) throw new UsageError('Name one file or one folder.');
    const now = new Date();
    const to = fileFor(positionals[0] ?? path.join(config.dataFolder, 'backups'), now);
    if (existsSync(to)) throw new UsageError(`${to} exists already. Name a file that does not.`);
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
    const from = source();
    if ('file' in from) mustHaveRoom(from.file, path.dirname(to));
    try {
      const wanted = { from, to, secret: secretNow(), program: programNow(), now };
      const manifest = await makeBackup(wanted, (line) => io.say(line));
      await keepErasures(to);
      await noteBackup(now, io);
      if (values.json) io.json({ to, ...manifest });
      else for (const line of told(to, manifest)) io.print(line);
      return 0;
    } catch (error) {
      if (!(error instanceof BadBackup)) throw error;
      io.say(`There is no backup: ${error.message}`);
      return 1;
    }
  },
};

export const verify: Verb = {
  usage: 'verify FILE [--json]',
  about: 'Reads a backup as if it were needed now, and says whether it can be restored.',
  run: async (args, io) => {
    const { positionals, values } = readArgs(args, { json: { type: 'boolean' } });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Name the backup to check.');
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    try {
      const manifest = await verifyBackup(file);
      if (values.json) io.json({ sound: true, ...manifest });
      else if (manifest) for (const line of told(file, manifest)) io.print(line);
      else io.print(`${file} is sound. There is no manifest beside it, so nothing was counted.`);
      return 0;
    } catch (error) {
      if (!(error instanceof BadBackup)) throw error;
      if (values.json) io.json({ file, sound: false, problem: error.message });
      io.say(`${file} cannot be restored: ${error.message}`);
      return 1;
    }
  },
};

const SECRET: Readonly<Record<Manifest['secret'], string>> = {
  'kept beside it': 'The secret of the data folder is kept beside it: guard the two alike.',
  'from the settings': 'The secret comes from SESSION_SECRET: keep it where you keep passwords.',
  'none yet': 'No secret was made yet: the server makes one when it first needs it.',
};

/** What a manifest says, for a person. */
function told(file: string, { rows, file: { bytes }, made, secret }: Manifest): string[] {
  const all = Object.values(rows).reduce((sum, one) => sum + one, 0);
  return [
    `${file} is a whole and sound backup, made ${made}.`,
    `${Object.keys(rows).length} tables, ${all} rows, ${Math.ceil(bytes / 1024)} kB.`,
    SECRET[secret],
  ];
}

/** The list of what was erased goes with the backups: it names nobody. */
async function keepErasures(to: string): Promise<void> {
  const { registerFile } = await import('#app/privacy/erasure-register.server.ts');
  const register = registerFile(config.dataFolder);
  if (existsSync(register)) {
    writeFileSync(erasuresOf(to), readFileSync(register), { mode: 0o600 });
  }
}

/** A folder is given a dated name; anything else is the file itself. */
function fileFor(named: string, now: Date): string {
  const stamp = stampOf(now);
  const folder =
    /[/\\]$/.test(named) ||
    (existsSync(named) ? statSync(named).isDirectory() : !path.extname(named));
  return folder ? path.join(named, `throughline-${stamp}.db`) : named;
}

/** A moment as it may stand in a file's name: 2026-11-22T183000Z. */
export const stampOf = (now: Date) => now.toISOString().replace(/\.\d+/, '').replaceAll(':', '');

/** What is backed up: the file of the data folder, or PostgreSQL as the owner of its tables. */
export function source(): { file: string } | { url: string } {
  if (config.engine === 'postgres') {
    const url = config.databaseOwnerUrl ?? config.databaseUrl;
    if (url === undefined) throw new UsageError('Set DATABASE_URL to the address of PostgreSQL.');
    return { url };
  }
  if (!existsSync(databaseFile())) {
    throw new UsageError(`There is no database in ${config.dataFolder} yet.`);
  }
  return { file: databaseFile() };
}

/** The copy, and the packing of it, need twice the size for a moment. */
function mustHaveRoom(file: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = 2 * statSync(file).size;
  if (bavail * bsize > needed) return;
  throw new UsageError(
    `There is too little room in ${folder}: ${Math.ceil(needed / 1e6)} MB are needed for a moment.`,
  );
}

export const secretFile = () => path.join(config.dataFolder, 'secret');

/** The secret that the data folder keeps, or where else it comes from. */
function secretNow(): ToBackUp['secret'] {
  if (config.sessionSecret !== undefined) return 'from the settings';
  if (!existsSync(secretFile())) return 'none yet';
  return { text: readFileSync(secretFile(), 'utf8') };
}

export function programNow(): string {
  const file = path.join(projectFolder(), 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}

/** Every authority may see when the last backup was made; a backup stands also where this cannot. */
async function noteBackup(now: Date, io: Io): Promise<void> {
  try {
    await withStore(async (store) => {
      for (const { id } of await authoritiesHere(store.read)) {
        await store.write(null, (tx) => noteRun(tx, id, 'backup', now, true));
      }
    });
  } catch {
    io.say('The backup is made. That it was could not be written into the database.');
  }
}
