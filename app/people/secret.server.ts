import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '#app/config.server.ts';

let kept: string | undefined;

/**
 * The secret that signs, hashes and encrypts: from the settings, or made at first start and kept in
 * the data folder, readable by its owner only.
 */
export function theSecret(): string {
  kept ??= config.sessionSecret ?? readOrMakeSecret(path.join(config.dataFolder, 'secret'));
  return kept;
}

function readOrMakeSecret(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    // 'wx' fails when the file is there: two processes starting at once agree on one secret.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** What a box is for: each purpose has a key of its own. */
export type Purpose =
  'code-key' | 'client-secret' | 'sign-in-under-way' | 'invitation' | 'waiting-file';

const IV = 12;
const TAG = 16;

function keyFor(purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', theSecret(), 'throughline', purpose, 32));
}

/** Bytes made of what is said and of the secret: the same each time, and not to be guessed without it. */
export function keyedBytes(purpose: string, text: string, length: number): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', theSecret(), 'throughline', `${purpose}\n${text}`, length),
  );
}

/**
 * Encrypts what must be read again (AES-256-GCM).
 *
 * @param about what it belongs to, such as a person's id: a box that is moved elsewhere does not open
 */
export function boxed(purpose: Purpose, about: string, text: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv);
  cipher.setAAD(Buffer.from(about));
  const inside = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), inside]).toString('base64url');
}

/** What a box holds; null where it was changed, belongs elsewhere, or was closed with another secret. */
export function unboxed(purpose: Purpose, about: string, box: string): string | null {
  const bytes = Buffer.from(box, 'base64url');
  if (bytes.length < IV + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, IV), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString();
  } catch {
    return null;
  }
}
