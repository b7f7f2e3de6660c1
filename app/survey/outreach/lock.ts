import { fromBase64, toBase64 } from './sealing.ts';

/**
 * The lock that keeps a family in front of the questions. It guards no answers (those are sealed):
 * it keeps a tablet that changes hands on the page where it belongs.
 */

export const PIN = /^\d{4,8}$/;
/** After so many wrong PINs, a minute's wait before each next one. */
export const TRIES = 5;
export const WAIT_MS = 60_000;

const ROUNDS = 200_000;

/** What a PIN is checked against: PBKDF2 with SHA-256. */
export async function hashPin(pin: string, salt: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations: ROUNDS },
    key,
    256,
  );
  return toBase64(new Uint8Array(bits));
}

interface Tried {
  salt: string;
  hash: string;
  wrong: number;
  waitUntil: number;
}

/** Tries a PIN at a time (milliseconds since 1970), and says what to keep of the try. */
export async function tryPin<L extends Tried>(
  lock: L,
  pin: string,
  now: number,
): Promise<{ opened: boolean; waitSeconds: number; lock: L }> {
  const left = lock.waitUntil - now;
  if (left > 0) return { opened: false, waitSeconds: Math.ceil(left / 1000), lock };
  if ((await hashPin(pin, lock.salt)) === lock.hash) {
    return { opened: true, waitSeconds: 0, lock: { ...lock, wrong: 0, waitUntil: 0 } };
  }
  const wrong = lock.wrong + 1;
  const waitUntil = wrong >= TRIES ? now + WAIT_MS : 0;
  const waitSeconds = waitUntil === 0 ? 0 : WAIT_MS / 1000;
  return { opened: false, waitSeconds, lock: { ...lock, wrong, waitUntil } };
}
