import { setTimeout as after } from 'node:timers/promises';

/**
 * Does some work and answers at the next full step of time after it began, so that how long it took
 * does not tell what was found.
 *
 * @param stepMs longer than the work takes as a rule
 */
export async function inEvenTime<T>(stepMs: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const took = performance.now() - began;
    await after(Math.ceil(took / stepMs) * stepMs - took);
  }
}
