import { statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectFolder } from './migrations-folder.server.ts';

/** What the thread does: see sqlite-thread.mjs. */
type Deed = 'answer' | 'copyLog' | 'begin' | 'commit' | 'rollBack' | 'query';

interface Waiting {
  done: (made: unknown) => void;
  failed: (error: Error) => void;
}

type Answer = { made: unknown } | { fault: { message: string; code?: string } };

/** The thread is not there: it could not begin, or ended by itself. */
class ThreadGone extends Error {
  override name = 'ThreadGone';
}

interface How {
  /** For how many milliseconds it waits for another program that holds the file. */
  patience: number;
  /** Told once, where it ended without being asked to. */
  onGone: (why: Error) => void;
  /** What runs there. */
  thread?: string | undefined;
}

/** What the file of the thread is called, seen from the project's folder. */
const THREAD = path.join('db', 'sqlite-thread.mjs');

/**
 * A second connection to a file that may be written with, on a thread of its own: what it does holds up
 * nobody who is being answered. It begins when it is first asked, because most commands never need it, and
 * keeps no process alive. Once it is gone it stays away: whoever asks does it themselves.
 */
export function sqliteThread(
  file: string,
  { patience, onGone, thread = path.join(projectFolder(), THREAD) }: How,
) {
  // Told apart from a file that is put in its place before the thread begins.
  const inode = statSync(file).ino;
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let gone: ThreadGone | null = null;
  let isEnding = false;

  const begin = (): Worker => {
    const begun = new Worker(thread, { workerData: { file, inode, patience }, execArgv: [] });
    begun.unref();
    // It answers in the order in which it was asked.
    begun.on('message', (answer: Answer) => {
      const asked = waiting.shift();
      if ('made' in answer) asked?.done(answer.made);
      else asked?.failed(Object.assign(new Error(answer.fault.message), answer.fault));
      if (waiting.length === 0 && !isEnding) begun.unref();
    });
    let why: unknown;
    begun.on('error', (error) => (why = error));
    // Not before it has ended: until then its connection may hold the file.
    begun.on('exit', () => {
      gone = new ThreadGone('The thread of the database ended.', { cause: why });
      if (!isEnding) onGone(gone);
      for (const { failed } of waiting.splice(0)) failed(gone);
    });
    return begun;
  };

  /** Throws what SQLite says there, or ThreadGone. */
  const ask = (deed: Deed, given?: unknown): Promise<unknown> => {
    if (gone !== null) return Promise.reject(gone);
    const asked = (worker ??= begin());
    return new Promise((done, failed) => {
      // Whoever waits for an answer keeps the process alive until it is there.
      asked.ref();
      waiting.push({ done, failed });
      asked.postMessage({ deed, given });
    });
  };

  return {
    ask,
    /** Begins it where it is not there yet. */
    answers: () =>
      ask('answer').then(
        () => true,
        () => false,
      ),
    isGone: () => gone !== null,
    /** Ends it when it has done what it was asked. */
    async end(): Promise<void> {
      if (worker === null || gone !== null) return;
      isEnding = true;
      const ended = new Promise((resolve) => worker?.once('exit', resolve));
      worker.ref();
      worker.postMessage({ deed: 'end' });
      await ended;
    },
  };
}

export type SqliteThread = ReturnType<typeof sqliteThread>;
