import { loadedOnce } from '#app/aside/loaded-once.ts';

/** argon2id, 19 MiB, two passes: what OWASP's password storage cheat sheet asks for at the least. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Loaded by the first who signs in with a password: it takes four megabytes, and not every server has any. */
const argon2 = () => import('@node-rs/argon2');

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await argon2();
  return hash(password.normalize('NFC'), COST);
}

const decoy = loadedOnce(() => hashPassword('nobody has this password'));

/**
 * Whether the password is right. Without an account it still does the work, so that the time it
 * takes does not tell whether an address is known.
 */
export async function passwordFits(kept: string | null, password: string): Promise<boolean> {
  const { verify } = await argon2();
  const instead = await decoy();
  const fits = await verify(kept ?? instead, password.normalize('NFC'));
  return fits && kept !== null;
}
