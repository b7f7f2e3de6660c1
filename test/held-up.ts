import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

/** What something waits for by `setTimeout` of node:timers/promises, in milliseconds; nobody waits for it here. */
export async function heldUp(something: () => Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  const real = timers.setTimeout;
  const noted = (ms?: number) => {
    waits.push(ms ?? 0);
    return Promise.resolve();
  };
  Object.assign(timers, { setTimeout: noted });
  syncBuiltinESMExports();
  try {
    await something();
  } finally {
    Object.assign(timers, { setTimeout: real });
    syncBuiltinESMExports();
  }
  return waits;
}
