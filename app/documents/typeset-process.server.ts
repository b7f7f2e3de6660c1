import { fork, type ChildProcess } from 'node:child_process';

/** What the process that sets documents is asked; it answers with the pdf, or with what is wrong. */
export interface ToSet {
  template: string;
  data: string;
  files: Readonly<Record<string, string | Uint8Array>>;
  /** Seconds since 1970. */
  made: number;
}

interface Answer {
  pdf?: Uint8Array<ArrayBuffer>;
  wrong?: string;
}

interface Waiting {
  what: ToSet;
  done: (pdf: Uint8Array<ArrayBuffer>) => void;
  failed: (wrong: Error) => void;
}

/** No document of ours takes a twentieth of it; what takes longer would not end. */
const LONGEST_S = 60;

/**
 * Sets documents one after another in a process of its own, started with the first and never keeping this
 * one alive. A thread would not do: one that is caught in the typesetter's own code cannot be ended.
 *
 * @param file the module that the process runs
 * @param args what it is started with
 */
export function typesetProcess(file: string, args: readonly string[]) {
  const queue: Waiting[] = [];
  let child: ChildProcess | null = null;
  let under: { one: Waiting; limit: NodeJS.Timeout } | null = null;

  function next(): void {
    if (under !== null) return;
    const one = queue.shift();
    if (one === undefined) return held(false);
    child ??= started();
    held(true);
    under = { one, limit: setTimeout(giveUp, LONGEST_S * 1000) };
    child.send(one.what);
  }

  function started(): ChildProcess {
    const made = fork(file, args, { serialization: 'advanced', execArgv: [] });
    made.on('message', ({ pdf, wrong }: Answer) => {
      if (made !== child) return;
      if (pdf !== undefined) settle((one) => one.done(pdf));
      else settle((one) => one.failed(refused(wrong ?? 'no reason given')));
    });
    const kill = () => made.kill('SIGKILL');
    process.once('exit', kill);
    const ended = () => lost(made, refused('the process that sets documents ended'));
    made.on('error', ended);
    made.on('exit', () => {
      process.off('exit', kill);
      ended();
    });
    return made;
  }

  function giveUp(): void {
    const slow = child;
    slow?.kill('SIGKILL');
    if (slow) lost(slow, refused(`it took longer than ${LONGEST_S} seconds and was given up`));
  }

  function lost(gone: ChildProcess, why: Error): void {
    if (gone !== child) return;
    child = null;
    settle((one) => one.failed(why));
  }

  function settle(how: (one: Waiting) => void): void {
    const was = under;
    under = null;
    if (was !== null) {
      clearTimeout(was.limit);
      how(was.one);
    }
    next();
  }

  function held(busy: boolean): void {
    if (busy) child?.ref();
    else child?.unref();
    if (busy) child?.channel?.ref();
    else child?.channel?.unref();
  }

  return (what: ToSet) =>
    new Promise<Uint8Array<ArrayBuffer>>((done, failed) => {
      queue.push({ what, done, failed });
      next();
    });
}

const refused = (why: string) => new Error(`The document could not be set: ${why}`);
