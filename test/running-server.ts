import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { databaseFile } from '#db/store.server.ts';

/** The built server in a process of its own, on a data folder and a port of its own. */
export interface Running {
  address: string;
  dataFolder: string;
  /** Path of the one-press sign-in of somebody of the demonstration, by what they are. */
  door: (
    as:
      | 'strategic lead'
      | 'panel facilitator'
      | 'parent on the panel'
      | 'commissioner'
      | 'administrator',
  ) => string;
  /** The process that runs now. */
  process: () => ChildProcess;
  /** What it wrote on standard output and standard error so far: its log. */
  said: () => string;
  stop: () => Promise<void>;
  /** Ends the process as a power cut would, in the middle of whatever it does. */
  crash: () => Promise<void>;
  /** Starts it again on the same data and port, after a crash. */
  startAgain: () => Promise<void>;
}

export interface HowToRun {
  /** Without the demonstration. */
  empty?: boolean;
  /** Another server's folder, or one that was made ready; a new one when it is left out. */
  dataFolder?: string;
  /** Settings such as DATABASE_URL; `undefined` takes one away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** What the process is started through, such as ['prlimit', '--fsize=…']. */
  through?: readonly string[];
}

/** Starts it as a person would, with `npm start`, and waits until it says where it is. */
export async function startServer(how: HowToRun = {}): Promise<Running> {
  const dataFolder = how.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'throughline-server-'));
  const plain =
    !how.empty && how.dataFolder === undefined && how.env?.['DATABASE_URL'] === undefined;
  if (plain && loaded !== undefined) takeCopy(loaded, databaseFile(dataFolder));
  const first = await launch(how, dataFolder, '0');
  if (plain && loaded === undefined) loaded = await copyOf(databaseFile(dataFolder));
  const address = /Throughline is at (\S+)/.exec(first.said())?.[1] ?? '';
  let running = first;
  let before = '';
  return {
    address,
    dataFolder,
    door: (as) => {
      const line = first
        .said()
        .split('\n')
        .find((one) => one.includes(`, ${as} `));
      return new URL(line?.trim().split(/\s+/).at(-1) ?? 'missing:').pathname;
    },
    process: () => running.child,
    said: () => before + running.said(),
    stop: () => ended(running.child, 'SIGTERM'),
    crash: () => ended(running.child, 'SIGKILL'),
    startAgain: async () => {
      before += running.said();
      running = await launch(how, dataFolder, new URL(address).port);
    },
  };
}

/**
 * The database of the first server of this process that loaded the demonstration, as it was when that
 * was done. To load it takes three times as long as to start: the next servers begin with a copy.
 */
let loaded: string | undefined;

/** A copy of a database that a server has open. */
async function copyOf(file: string): Promise<string> {
  const copy = databaseFile(mkdtempSync(path.join(tmpdir(), 'throughline-loaded-')));
  const database = new Database(file, { readonly: true });
  await database.backup(copy);
  database.close();
  return copy;
}

function takeCopy(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}

interface Launched {
  child: ChildProcess;
  said: () => string;
}

async function launch(how: HowToRun, dataFolder: string, port: string): Promise<Launched> {
  const command = [
    ...(how.through ?? []),
    process.execPath,
    'bin/start.mjs',
    ...(how.empty ? ['--empty'] : []),
  ];
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: projectFolder(),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      PORT: port,
      THROUGHLINE_DATA: dataFolder,
      // A story runs on the default engine unless it says otherwise; the journeys run on both.
      DATABASE_URL: undefined,
      THROUGHLINE_ENGINE: undefined,
      ...how.env,
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  // The doors of the demonstration are printed a moment after the address.
  const ready = how.empty ? /Throughline is at \S+\n/ : /, commissioner +\S+\n/;
  const said = () => text;
  await untilItSays(child, said, ready);
  return { child, said };
}

function untilItSays(child: ChildProcess, said: () => string, what: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (what.test(said())) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${said()}`)));
  });
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
