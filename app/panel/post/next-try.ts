/** How long is waited after each try that failed, in minutes. */
export const WAITS = [1, 5, 30, 180, 720] as const;

/** The most that a message is tried: once at first, and once after each wait. */
export const MOST_TRIES = WAITS.length + 1;

/**
 * When a message is tried again.
 *
 * @param tries how often it was tried, this time included; at least 1
 * @param failedAt when the last of them failed
 * @returns null when it is given up
 */
export function nextTry(tries: number, failedAt: Date): Date | null {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : new Date(failedAt.getTime() + wait * 60_000);
}
