import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** What the process of the server can be asked, besides pages. */
interface Told {
  /** In bytes, after everything that is not needed was let go. */
  memory: { rss: number; heapUsed: number };
  /** In bytes, as it stands. */
  rss: { rss: number };
  /** The processor's time that it has had since it began, in milliseconds. */
  cpu: { ms: number };
  /** Begins to watch how long the event loop is held up. */
  watch: object;
  /** The longest that it was held up since then. */
  longest: { ms: number };
}

/** The built server in a process of its own. */
export interface Serving {
  address: string;
  ask: <What extends keyof Told>(what: What) => Promise<Told[What]>;
  stop: () => Promise<void>;
}

/** Starts the built server on a data folder that was made ready, and waits until it says where it is. */
export async function serve(
  dataFolder: string,
  flags: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const file = path.join(import.meta.dirname, '..', 'server.mjs');
  const child = spawn(process.execPath, ['--expose-gc', ...flags, file], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...settingsOf(dataFolder), ...settings },
  });
  const address = await addressOf(child);
  return { address, ask: asking(child), stop: () => ended(child) };
}

/** The settings of a server of ours, whatever those of whoever runs the bench are. */
export function settingsOf(dataFolder: string): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    ...{ PATH, HOME, TMPDIR },
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    PORT: '0',
    HOST: '127.0.0.1',
    THROUGHLINE_DATA: dataFolder,
    // Every visitor comes from a network of its own, as behind a proxy.
    TRUSTED_PROXIES: '1',
  };
}

/** A server that has not said anything by then never will: it is ended. */
const PATIENCE_MS = 10 * 60_000;

/** Where a server that is starting says that it is. */
export function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`The server did not start.\n${said}`));
      child.kill('SIGKILL');
    }, PATIENCE_MS);
    child.once('exit', () => clearTimeout(late));
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const address = /Throughline is at (\S+)\n/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${said}`)));
  });
}

function asking(child: ChildProcess): Serving['ask'] {
  let asked = 0;
  return (what) =>
    new Promise((resolve, reject) => {
      asked += 1;
      const id = asked;
      const no = (why: string) => () => {
        child.off('message', hear).off('exit', gone);
        clearTimeout(late);
        reject(new Error(`The server ${why}.`));
      };
      const gone = no('ended');
      const late = setTimeout(no('does not answer'), PATIENCE_MS);
      const hear = (message: { id: number; answer: never }) => {
        if (message.id !== id) return;
        child.off('message', hear).off('exit', gone);
        clearTimeout(late);
        resolve(message.answer);
      };
      child.on('message', hear).once('exit', gone);
      child.send({ id, ask: what });
    });
}

/** What is being made, if it comes in half a minute and without a fault: an end does not wait for ever. */
export async function inTime<Thing>(made: Promise<Thing> | undefined): Promise<Thing | undefined> {
  const known = made?.catch(() => undefined);
  return Promise.race([known, after(30_000, undefined, { ref: known !== undefined })]);
}

/** Ends a server and waits until it has gone. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    // What does not end by itself in time is ended: a measurement must not wait for ever.
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
    child.removeAllListeners('exit');
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
