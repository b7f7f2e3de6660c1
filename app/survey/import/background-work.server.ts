import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Long work beside the requests, one piece at a time, in this process: reading a file of a hundred
 * thousand rows must not keep a page waiting, nor two such files fill the memory.
 */
interface Work {
  done: Promise<void>;
  cancelled: boolean;
}

// One list a process, also when the development server loads this module anew.
const shelf = globalThis as {
  throughlineWork?: { running: Map<string, Work>; last: Promise<void> };
};
const works = () =>
  (shelf.throughlineWork ??= { running: new Map<string, Work>(), last: Promise.resolve() });

export class Cancelled extends Error {}

/** Runs something as if no request or write had begun it: the work goes on when the request is answered. */
export const outsideRequests = AsyncLocalStorage.snapshot();

/**
 * Begins work under a name. It runs when the work before it has ended, however that ended. `stopIfLeft`
 * throws Cancelled when somebody called it off.
 */
export function beginWork(
  name: string,
  work: (stopIfLeft: () => void) => Promise<void>,
  onFault: (error: unknown) => Promise<void>,
): void {
  const all = works();
  const mine: Work = { done: Promise.resolve(), cancelled: false };
  const stopIfLeft = () => {
    if (mine.cancelled) throw new Cancelled();
  };
  mine.done = outsideRequests(() =>
    all.last
      .then(async () => {
        stopIfLeft();
        await work(stopIfLeft);
      })
      .catch(async (error: unknown) => {
        if (!(error instanceof Cancelled)) await onFault(error);
      })
      .catch(() => undefined)
      .finally(() => {
        if (all.running.get(name) === mine) all.running.delete(name);
      }),
  );
  all.last = mine.done;
  all.running.set(name, mine);
}

export function isAtWork(name: string): boolean {
  return works().running.has(name);
}

/** Calls work off and waits until it has stopped. */
export async function callOff(name: string): Promise<void> {
  const work = works().running.get(name);
  if (!work) return;
  work.cancelled = true;
  await work.done;
}

/** Waits for work to end, but not longer than `ms`: what is quick needs no page that says "wait". */
export async function endedWithin(name: string, ms: number): Promise<void> {
  const work = works().running.get(name);
  if (!work) return;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.done, limit]);
  clearTimeout(timer);
}
