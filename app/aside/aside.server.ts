import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Piscina from 'piscina';
import { TOO_MANY_WAIT } from '#db/faults.ts';
import { projectFolder } from '#db/migrations-folder.server.ts';

/** How long a thread that has nothing to do is kept: loading its libraries takes half a second. */
const KEPT_MS = 60_000;
/** As many as wait at most; whoever comes then is told to come back. */
const MOST_WAITING = 50;

type Work = (...given: never[]) => unknown;
/** What a thread gives: bytes of any kind come as bare bytes. */
type Came<Made> = Made extends Uint8Array ? Uint8Array<ArrayBuffer> : Made;

/** Too many documents are being made already: answered like a database that takes no more. */
class Crowded extends Error {
  override name = 'Crowded';
  readonly code = TOO_MANY_WAIT;

  constructor() {
    super('Too much long work waits already.');
  }
}

let pool: Piscina | null = null;

/** One thread for all: on a small machine the others belong to whoever opens a page. */
function thePool(): Piscina {
  pool ??= new Piscina({
    filename: pathToFileURL(path.join(projectFolder(), 'app', 'aside', 'worker.mjs')).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: KEPT_MS,
    maxQueue: MOST_WAITING,
    // Pages come first where the system knows how to say so.
    niceIncrement: 5,
  });
  return pool;
}

/**
 * Does long work on a thread of its own, so that others are answered meanwhile.
 *
 * @param module a file of this project that exports the work, from the project's folder
 * @param given plain values: they are copied to the thread, and the result is copied back
 * @throws what the work throws
 */
export async function aside<Done extends Work>(
  module: `app/${string}.server.ts`,
  work: string,
  ...given: Parameters<Done>
): Promise<Came<Awaited<ReturnType<Done>>>> {
  // Asked for here and not left to the pool, whose refusal has no code: pages say 503 and when to return.
  if (thePool().queueSize >= MOST_WAITING) throw new Crowded();
  const done: unknown = await thePool().run({ module, work, given });
  return done as Came<Awaited<ReturnType<Done>>>;
}
